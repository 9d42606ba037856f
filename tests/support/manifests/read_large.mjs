/** Reads a generated Awmds of as many MiB as asked, chunk by chunk, and says what it found: run with a small heap. */
import { readFile } from '#core/formats/read_file'
import { largeManifest } from '#tests/support/large_manifest'
import { SAMPLE_REFERENCE } from '../../../app/sdk/testing/sample_reference.js'

let bytes = 0

async function* manifest() {
  for (const chunk of largeManifest(Number(process.argv[2] ?? 50) * 1024 * 1024)) {
    bytes += chunk.length
    yield chunk
  }
}

const cpu = process.cpuUsage()
const reading = readFile(manifest(), { profiles: [], reference: SAMPLE_REFERENCE })
const first = await reading.next()
const { user, system } = process.cpuUsage(cpu)
const { report, counts } = first.value
process.stdout.write(
  JSON.stringify({
    bytes,
    consignments: report?.consignments.length,
    elements: counts.segments,
    last: report?.consignments.at(-1)?.provenance.reference?.[0],
    seconds: (user + system) / 1e6,
    peakMegabytes: (process.resourceUsage().maxRSS * 1024) / 1e6,
  })
)
