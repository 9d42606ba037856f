import { bytesOf, compile } from '#core/engine/compile'
import { Engine } from '#core/engine/engine'
import { builtinRegistry } from '#core/indicators/registry'
import { consignments } from './consignments.js'
import { settings } from './landfall.js'
import { profiles } from './profiles.js'

const PROFILES = 1000

/** Many administrations in one process: what each takes, and how long its first assessment does when nothing is compiled. */
export const tenants = (seed: number, count: number): void => {
  const collect = globalThis.gc
  const [facts] = consignments(seed, 1, 'realistic')
  const lives = Array.from({ length: count }, (_, at) => profiles(seed + at, PROFILES, 'realistic'))
  collect?.()
  const before = process.memoryUsage()
  const kept: Engine[] = []
  const times: number[] = []
  const cpus: number[] = []
  let bytes = 0
  for (const live of lives) {
    const [from, cpu] = [performance.now(), process.cpuUsage()]
    const compiled = compile(live)
    const engine = new Engine(compiled, live, builtinRegistry)
    engine.assess({ ...settings, facts: facts! })
    times.push(performance.now() - from)
    const { user, system } = process.cpuUsage(cpu)
    cpus.push((user + system) / 1e3)
    bytes += bytesOf(compiled)
    kept.push(engine)
  }
  collect?.()
  const after = process.memoryUsage()
  const taken = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers
  console.log(`\n**${kept.length} administrations with ${PROFILES} profiles each**\n`)
  console.log(
    `engines take ${mb(taken)} MB together (${mb(taken / count)} each; tables ${mb(bytes / count)}), documents aside${collect ? '' : ', garbage included'}`
  )
  console.log(
    `first assessment with compiling: ${spread(times)} by the clock, ${spread(cpus)} of CPU, all threads of the process`
  )
}

const spread = (of: readonly number[]): string => {
  const sorted = of.toSorted((a, b) => a - b)
  return `median ${sorted[of.length >> 1]!.toFixed(0)} ms, longest ${sorted.at(-1)!.toFixed(0)} ms`
}

const mb = (bytes: number): string => (bytes / 1e6).toFixed(1)
