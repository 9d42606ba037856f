import { median, quantile } from '../e2e/workloads.js'

export const ACTS = [
  'alerts: list',
  'alerts: open',
  'alerts: claim',
  'alerts: decide',
  'cases: list',
  'cases: open',
  'cases: decide',
] as const
export type Act = (typeof ACTS)[number]
/** Milliseconds of each time. */
export type Timings = Map<Act, number[]>

/** Issue 6, done when 5: p95 in milliseconds. */
const MUST = { alone: 300, together: 800 }
/** How much longer a page of cases may take with ten times as many of them. */
const GROWTH = 2

export function print(workloads: readonly { name: string; timings: Timings }[]): void {
  console.log('| | act | n | ms p50 | p95 | max |\n|---|---|---|---|---|---|')
  for (const { name, timings } of workloads)
    for (const [act, times] of timings)
      console.log(
        `| ${[name, act, times.length, ...[0.5, 0.95, 1].map((share) => quantile(times, share).toFixed(0))].join(' | ')} |`
      )
  console.log()
}

/** A ratio ends the command with 1; what depends on the machine is said. */
export function judge({ few, alone, together }: { few: Timings; alone: Timings; together: Timings }): boolean {
  for (const act of ACTS) {
    const [one, all] = [quantile(alone.get(act)!, 0.95), quantile(together.get(act)!, 0.95)]
    const reached = one <= MUST.alone && all <= MUST.together
    console.log(
      `${reached ? 'reached' : 'MISSED '} ${act}: p95 ${one.toFixed(0)} ms for one, must be ≤ ${MUST.alone}; ${all.toFixed(0)} ms for eight, must be ≤ ${MUST.together}`
    )
  }
  const grown = (['cases: list', 'cases: open'] as const).map((act) => {
    const ratio = median(alone.get(act)!) / median(few.get(act)!)
    console.log(
      `${ratio <= GROWTH ? 'reached' : 'MISSED '} ${act}: ${ratio.toFixed(2)} times as long with ten times the cases, must be ≤ ${GROWTH}`
    )
    return ratio
  })
  return grown.every((ratio) => ratio <= GROWTH)
}
