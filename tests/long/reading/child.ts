/**
 * Reads a generated interchange as intake does and prints what it found and the most memory the process ever had, in
 * one JSON line. Arguments: Messages, consignments of each.
 */
import { readFile } from '#core/formats/read_file'
import { loadReferenceData } from '#platform/reference/load_reference_data'
import { largeInterchange } from '#tests/support/large_interchange'

const [messages = 0, consignments = 0] = process.argv.slice(2).map(Number)
let bytes = 0

async function* input() {
  for (const chunk of largeInterchange({
    seed: 20261,
    messages,
    consignments,
  })) {
    bytes += chunk.length
    for (let at = 0; at < chunk.length; at += 262_144) yield chunk.subarray(at, at + 262_144)
  }
}

const found = {
  messages: 0,
  consignments: 0,
  codes: {} as Record<string, number>,
}
for await (const { report, problems } of readFile(input(), {
  profiles: [],
  reference: loadReferenceData('database/reference'),
})) {
  found.messages += 1
  found.consignments += report?.consignments.length ?? 0
  for (const { code } of problems) found.codes[code] = (found.codes[code] ?? 0) + 1
}
console.log(
  JSON.stringify({
    ...found,
    bytes,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  })
)
