/**
 * How fast EDIFACT is read on one core: 22 fields of each consignment beside npm peers in the same run, and the whole
 * reading with problems, provenance and normalisation.
 *   npm run bench:edifact [-- --quick] [-- --mb=20] [-- --seed=N] [-- --runs=N]
 */
import { once } from 'node:events'
import { cpus, loadavg, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import type { CargoReport } from '#core/cargo/cargo_report'
import { readFile } from '#core/formats/read_file'
import { loadReferenceData } from '#platform/reference/load_reference_data'
import { largeInterchange } from '#tests/support/large_interchange'
import { corpusOf } from '../intake/corpus.js'
import { CANDIDATES } from './candidates.js'
import { differences } from './differences.js'
import { interleaved, type Figures } from './timing.js'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    mb: { type: 'string' },
    seed: { type: 'string', default: '20261' },
    runs: { type: 'string', default: '5' },
  },
})
const SEED = Number(values.seed)
const RUNS = values.quick ? 3 : Math.max(5, Number(values.runs))
const MEGABYTES = Number(values.mb ?? (values.quick ? 3 : 20))
const EACH = 500
/** Bytes of one Message of 500 consignments, about. */
const MESSAGE = 330_000

/** Times the speed of `edifact` with arrays, and MB a CPU second (goal G8). */
const MUST = { arrays: 3, fields: 50, whole: 20 }
/** Bytes from which a speed is judged. Below, the collector has hardly run and the compiler hardly begun, and ratios jump. */
const MEANINGFUL = 15e6

const plain = Buffer.concat([
  ...largeInterchange({
    seed: SEED,
    messages: Math.ceil((MEGABYTES * 1e6) / MESSAGE),
    consignments: EACH,
  }),
])
const shape = {
  name: 'FIELD',
  messages: Math.ceil((MEGABYTES * 1e6) / 2 / MESSAGE),
  consignments: EACH,
}
const field = corpusOf(SEED, Date.UTC(2026, 10, 21), shape)
const fieldBytes = field.reduce((sum, { length }) => sum + length, 0)

console.log(
  `\nseed ${SEED}, ${RUNS} interleaved runs after a warm-up, median; Node ${process.version} ${process.execArgv.filter((flag) => !flag.includes('import') && !flag.startsWith('@')).join(' ')}`
)
console.log(
  `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB; ${loadavg()[0]?.toFixed(1)} processes want to run besides this one`
)
console.log(
  `CLEAN ${(plain.length / 1e6).toFixed(1)} MB of ASCII, Messages of ${EACH} consignments, all signs escaped;`
)
console.log(
  `FIELD ${(fieldBytes / 1e6).toFixed(1)} MB as the demonstration files them, with the field's rates of faults\n`
)

const failures: string[] = []
const [own, ...peers] = CANDIDATES
if (!own) throw new Error('nothing to measure')
for (const peer of peers) {
  const { consignments, different } = differences(own, peer, plain)
  console.log(`${peer.name}: ${different} of ${consignments} consignments differ from ours`)
  if (peer.exact && different > 0) failures.push(`${peer.name} does not find the same`)
}

const threads = CANDIDATES.map(
  ({ name }) => new Worker(new URL('isolated.ts', import.meta.url), { workerData: { name, bytes: plain } })
)
const extracted = await interleaved(
  threads.map((thread) => async () => {
    thread.postMessage('go')
    return Number((await once(thread, 'message'))[0])
  }),
  RUNS
)
for (const thread of threads) await thread.terminate()
const ours = extracted[0]!
console.log('\n| 22 fields of CLEAN | MB/s | MB per CPU second | consignments/s | ours is |')
console.log('|---|---|---|---|---|')
for (const [at, { name }] of CANDIDATES.entries()) {
  const found = extracted[at]!
  console.log(`${row(name, found, plain.length)} ${at === 0 ? '' : `${ratio(ours, found).toFixed(1)} ×`} |`)
}

const reference = loadReferenceData('database/reference')
const whole = await interleaved(
  [
    { files: [plain], isAsked: false },
    { files: field, isAsked: false },
    { files: [plain], isAsked: true },
  ].map(({ files, isAsked }) => async () => {
    let count = 0
    for (const file of files) {
      for await (const { report } of readFile(file, { profiles: [], reference })) {
        count += report?.consignments.length ?? 0
        if (isAsked) askPlaces(report)
      }
    }
    return count
  }),
  RUNS
)
console.log('\n| whole reading | MB/s | MB per CPU second | consignments/s |')
console.log('|---|---|---|---|')
console.log(row('CLEAN', whole[0]!, plain.length))
console.log(row('FIELD', whole[1]!, fieldBytes))
console.log(row('CLEAN, and every place made a SourceRef', whole[2]!, plain.length))

console.log('')
if (plain.length < MEANINGFUL) {
  console.log(`speeds are not judged below ${MEANINGFUL / 1e6} MB, only that all read the same`)
} else {
  judge('fields against arrays', ratio(ours, extracted[1]!), MUST.arrays, '×')
  judge('fields', rate(ours, plain.length), MUST.fields, 'MB per CPU second')
  judge('whole reading of CLEAN', rate(whole[0]!, plain.length), MUST.whole, 'MB per CPU second')
}
for (const failure of failures) console.error(failure)
process.exitCode = failures.length > 0 ? 1 : 0

function rate({ cpu }: Figures, bytes: number): number {
  return bytes / 1e6 / cpu
}

function ratio(one: Figures, other: Figures): number {
  return other.cpu / one.cpu
}

function row(name: string, { wall, cpu, count }: Figures, bytes: number): string {
  const cells = [(bytes / 1e6 / wall).toFixed(1), (bytes / 1e6 / cpu).toFixed(1), Math.round(count / wall)]
  return `| ${name} | ${cells.join(' | ')} |`
}

/** Medians of five runs or more, over processor time, which moves little with what else the machine does. */
function judge(what: string, reached: number, must: number, unit: string): void {
  console.log(`${what}: ${reached.toFixed(1)} ${unit}, must be ${must}: ${reached >= must ? 'reached' : 'MISSED'}`)
  if (reached < must) failures.push(`${what}: ${reached.toFixed(1)} is below ${must}`)
}

/** Looks every place up, as storing a report does. */
function askPlaces(report: CargoReport | null): void {
  if (!report) return
  let found = Object.keys(report.provenance).length
  for (const { provenance } of report.consignments) found += Object.keys(provenance).length
  if (found === 0) throw new Error('a report without places')
}
