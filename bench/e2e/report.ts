import { perConsignment } from './cpu.js'
import type { Floor, Stored } from './floor.js'
import { median, quantile, type Run } from './workloads.js'

export interface Measured {
  /** Messages of 500 one after the other: latency. */
  steady: Run[]
  /** The same many at once: rate. */
  bursts: Run[]
  ship: Run[]
  singles: Run[]
}

interface Sizes {
  steady: number
  ship: number
  singles: number
}

/** DECISIONS, "Goals restated": G11 and G12. */
const MUST = { rate: 2_500, ship: 10, message: 250, messageMax: 800, single: 60 }
/** Of CPU, so that they hold on a busy machine too: what a consignment takes at most of the floor, and a single one at least of one in 500. */
const RATIOS = { floor: 40, single: 8 }

const rate = ({ consignments, seconds }: Run) => consignments / seconds
const all = (runs: readonly Run[]) => runs.flatMap(({ latencies }) => latencies)

export function print(
  measured: Measured,
  sizes: Sizes,
  { stored, floors }: { stored: Stored; floors: readonly Floor[] }
): void {
  const lines: [string, readonly Run[]][] = [
    [`messages of 500, one after the other (${sizes.steady})`, measured.steady],
    [`messages of 500, at once (${sizes.steady})`, measured.bursts],
    [`one ship of ${sizes.ship}`, measured.ship],
    [`single consignments (${sizes.singles})`, measured.singles],
  ]
  console.log(
    '| workload | cons/s, median | seconds, median | ms a message p50 / p95 / p99 / max | receiving / registering / weighing the rest | CPU µs a consignment: Node | PostgreSQL | alerts a run |\n|---|---|---|---|---|---|---|---|'
  )
  for (const [name, runs] of lines) {
    if (runs.length === 0) continue
    const times = all(runs)
    const latency =
      times.length === 0 ? '' : [0.5, 0.95, 0.99, 1].map((share) => quantile(times, share).toFixed(0)).join(' / ')
    const each = (of: (run: Run) => number) => Math.round(median(runs.map((run) => (of(run) / run.consignments) * 1e6)))
    const cells = [
      name,
      Math.round(median(runs.map(rate))),
      median(runs.map(({ seconds }) => seconds)).toFixed(2),
      latency,
      shares(runs),
      each(({ cpu }) => cpu.node),
      each(({ cpu }) => cpu.postgres),
      median(runs.map(({ alerts }) => alerts)),
    ]
    console.log(`| ${cells.join(' | ')} |`)
  }
  console.log(
    `\nbytes of a consignment as stored: document ${stored.document}, provenance ${stored.provenance}, facts ${stored.facts}, result ${stored.result}`
  )
  console.log(
    `floor: ${Math.round(median(floors.map(({ rate: each }) => each)))} rows/s of as many bytes into one table with one index, ${Math.round(median(floors.map(({ cpu }) => cpu)))} µs CPU a row\n`
  )
}

const shares = (runs: readonly Run[]): string =>
  (['receiving', 'registering', 'weighing'] as const)
    .map((phase) => median(runs.map(({ phases, seconds }) => phases[phase] / seconds)))
    .map((share) => `${Math.round(share * 100)} %`)
    .join(' / ')

/** Ratios end the command with 1; what depends on the machine is said. */
export function judge(measured: Measured, sizes: Sizes, floors: readonly Floor[]): boolean {
  const bursts = measured.bursts.length > 0 ? median(measured.bursts.map(rate)) : null
  const latencies = all(measured.steady)
  if (bursts !== null) say('G11 consignments a second', bursts, bursts >= MUST.rate, `≥ ${MUST.rate}`)
  if (measured.ship.length > 0) {
    const seconds = median(measured.ship.map((run) => run.seconds))
    if (sizes.ship === 20_000) say('G11 seconds of a ship of 20,000', seconds, seconds <= MUST.ship, `≤ ${MUST.ship}`)
    else console.log(`G11 ship: not judged at ${sizes.ship} consignments, ${seconds.toFixed(2)} s`)
  }
  if (latencies.length > 0) {
    const [middle, most] = [quantile(latencies, 0.5), quantile(latencies, 1)]
    say('G12 ms of a message of 500, p50', middle, middle <= MUST.message, `≤ ${MUST.message}`)
    say('G12 ms of a message of 500, max', most, most <= MUST.messageMax, `≤ ${MUST.messageMax}`)
  }
  if (measured.singles.length > 0) {
    const late = quantile(all(measured.singles), 0.99)
    say('G12 ms of a single consignment, p99', late, late <= MUST.single, `≤ ${MUST.single}`)
  }
  if (measured.bursts.length === 0) return true
  const each = median(measured.bursts.map(cpuOf))
  const ofFloor = each / median(floors.map(({ cpu }) => cpu))
  say('CPU a consignment, times the floor', ofFloor, ofFloor <= RATIOS.floor, `≤ ${RATIOS.floor}`)
  if (measured.singles.length === 0) return ofFloor <= RATIOS.floor
  const single = median(measured.singles.map(cpuOf)) / each
  say('CPU of a single consignment, times one of 500', single, single >= RATIOS.single, `≥ ${RATIOS.single}`)
  return ofFloor <= RATIOS.floor && single >= RATIOS.single
}

const cpuOf = ({ cpu, consignments }: Run) => perConsignment(cpu, consignments)

const say = (what: string, figure: number, reached: boolean, must: string) =>
  console.log(
    `${reached ? 'reached' : 'MISSED '} ${what}: ${figure < 10 ? figure.toFixed(2) : Math.round(figure)}, must be ${must}`
  )
