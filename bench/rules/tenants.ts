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
  let bytes = 0
  for (const live of lives) {
    const from = performance.now()
    const compiled = compile(live)
    const engine = new Engine(compiled, live, builtinRegistry)
    engine.assess({ ...settings, facts: facts! })
    times.push(performance.now() - from)
    bytes += bytesOf(compiled)
    kept.push(engine)
  }
  collect?.()
  const after = process.memoryUsage()
  const taken = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers
  const sorted = times.toSorted((a, b) => a - b)
  console.log(`\n**${kept.length} administrations with ${PROFILES} profiles each**\n`)
  console.log(
    `engines take ${mb(taken)} MB together (${mb(taken / count)} each; tables ${mb(bytes / count)}), documents aside${collect ? '' : ', garbage included'}`
  )
  console.log(
    `first assessment with compiling: median ${sorted[count >> 1]!.toFixed(0)} ms, longest ${sorted.at(-1)!.toFixed(0)} ms`
  )
}

const mb = (bytes: number): string => (bytes / 1e6).toFixed(1)
