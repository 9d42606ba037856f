/** Reads a generated Awmds of as many MiB as asked, chunk by chunk, and says what it found: run with a small heap. */
import { readFile } from '#core/formats/read_file'
import { SAMPLE_REFERENCE } from '../../../app/sdk/testing/sample_reference.js'
import { bol, GENERAL } from '#tests/unit/core/formats/asycuda/asycuda_texts'

const MIB = 1024 * 1024
const wanted = Number(process.argv[2] ?? 50) * MIB
const encoder = new TextEncoder()
let bytes = 0
let bills = 0

const encoded = (text) => {
  const chunk = encoder.encode(text)
  bytes += chunk.length
  return chunk
}

async function* manifest() {
  yield encoded(`<Awmds>${GENERAL}`)
  while (bytes < wanted) yield encoded(Array.from({ length: 40 }, () => bol(`BL${bills++}`)).join(''))
  yield encoded('</Awmds>')
}

const cpu = process.cpuUsage()
const reading = readFile(manifest(), { profiles: [], reference: SAMPLE_REFERENCE })
const first = await reading.next()
const { user, system } = process.cpuUsage(cpu)
const { report, counts } = first.value
process.stdout.write(
  JSON.stringify({
    bytes,
    bills,
    consignments: report?.consignments.length,
    elements: counts.segments,
    last: report?.consignments.at(-1)?.provenance.reference?.[0],
    seconds: (user + system) / 1e6,
  })
)
