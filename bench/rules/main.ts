/**
 * How many consignments a second are matched with and weighed against many profiles on one core, beside other engines.
 *   npm run bench:rules [-- --quick] [-- --rules=1000,10000,65000] [-- --workload=realistic,complete,one-ship,adversarial]
 *                       [-- --cons=4000] [-- --seed=N] [-- --runs=N] [-- --only=tenants]
 */
import { cpus, loadavg, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { bytesOf, compile } from '#core/engine/compile'
import { interleaved, type Figures } from '../edifact/timing.js'
import { naive, type Candidate } from './candidates.js'
import { consignments, type Workload } from './consignments.js'
import { assertEqualToOracle, differences } from './equal.js'
import { landfall, settings } from './landfall.js'
import { jsonLogic, jsonRules, nodeRules } from './peers.js'
import { profiles } from './profiles.js'
import { recordOf } from './record.js'
import { tenants } from './tenants.js'
import { zen } from './zen.js'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    rules: { type: 'string' },
    workload: { type: 'string' },
    cons: { type: 'string' },
    seed: { type: 'string', default: '20265' },
    runs: { type: 'string', default: '5' },
    only: { type: 'string' },
  },
})
const SEED = Number(values.seed)
const RUNS = Math.max(5, Number(values.runs))
const SIZES = (values.rules ?? (values.quick ? '1000,10000' : '1000,10000,65000')).split(',').map(Number)
const WORKLOADS = (values.workload ?? 'realistic,complete,one-ship,adversarial').split(',') as Workload[]
const CONSIGNMENTS = Number(values.cons ?? (values.quick ? 1000 : 4000))

/** At 65,000 profiles: times the speed of others, and consignments per CPU second; broad profiles at any size. */
const MUST = { size: 65_000, naive: 300, zen: 3000, each: 20_000, broad: 20 }

console.log(`\nseed ${SEED}, ${RUNS} interleaved runs after a warm-up, median; Node ${process.version}`)
console.log(
  `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB; ${loadavg()[0]?.toFixed(1)} processes want to run besides this one`
)
const failures: string[] = []
if (values.only !== 'tenants') for (const workload of WORKLOADS) for (const size of SIZES) await measure(workload, size)
if (values.only === undefined || values.only === 'tenants') tenants(SEED, values.quick ? 10 : 50)
for (const failure of failures) console.error(failure)
process.exitCode = failures.length > 0 ? 1 : 0

async function measure(workload: Workload, size: number): Promise<void> {
  const live = profiles(SEED, size, workload)
  const facts = consignments(SEED, CONSIGNMENTS, workload)
  const records = facts.map(recordOf)
  const from = process.cpuUsage()
  const compiled = compile(live, consignments(SEED + 1, 1000, workload))
  const { user, system } = process.cpuUsage(from)
  console.log(
    `\n**${workload}, ${size} profiles**: compiled in ${((user + system) / 1e6).toFixed(1)} CPU s, ${(bytesOf(compiled) / 1e6).toFixed(1)} MB of tables\n`
  )
  const ours = landfall(compiled, live)
  assertEqualToOracle(ours, live, facts.slice(0, size > 10_000 ? 5 : 20))
  const few = Math.max(2, Math.round((values.quick ? 10_000 : 60_000) / size))
  const peers: Candidate[] = [naive(live, few * 10)]
  if (workload === 'realistic' && !(values.quick && size > 1000)) {
    const native = zen(live, few)
    if (native === null) failures.push('zen-engine has no build for this machine: not compared')
    peers.push(...(native ? [native] : []), jsonLogic(live, few), nodeRules(live, few), jsonRules(live, few))
  }
  let open = 0
  let applies = 0
  for (const facts_ of facts) {
    const found = ours.match(facts_)
    open += found.open.length
    applies += found.applies.length
  }
  console.log(
    `${(applies / facts.length).toFixed(1)} apply to a consignment, ${(open / facts.length).toFixed(1)} might`
  )
  for (const peer of peers) {
    const different = await differences(ours, peer, facts, records)
    console.log(`${peer.name}: ${different} consignments differ from ours`)
    if (different > 0) failures.push(`${peer.name} does not find the same`)
  }
  const work = [
    () => {
      for (const each of facts) ours.engine.assess({ ...settings, facts: each })
      return Promise.resolve(facts.length)
    },
    () => {
      for (const each of facts) ours.matchOnly(each)
      return Promise.resolve(facts.length)
    },
    ...peers.map((peer) => async () => {
      for (let at = 0; at < peer.runs; at++) await peer.match(records[at % records.length]!, facts[at % facts.length]!)
      return peer.runs
    }),
  ]
  const figures = await interleaved(work, RUNS)
  const best = figures[0]!
  console.log('\n| engine | consignments a run | per CPU second | per second | ours, weighed, is |')
  console.log('|---|---|---|---|---|')
  for (const [at, name] of [
    'Landfall, weighed with reasons',
    'Landfall, matched only',
    ...peers.map((each) => each.name),
  ].entries()) {
    const found = figures[at]!
    console.log(
      `| ${name} | ${found.count} | ${shown(rate(found))} | ${shown(found.count / found.wall)} | ${at < 2 ? '' : `${Math.round(rate(best) / rate(found))} ×`} |`
    )
  }
  console.log('')
  const against = (name: string): Figures | undefined => {
    const at = peers.findIndex((peer) => peer.name.startsWith(name))
    return at < 0 ? undefined : figures[2 + at]
  }
  const loop = against('naive')!
  if (workload === 'adversarial' && size >= 10_000)
    judge('broad profiles, matched only, against naive', rate(figures[1]!) / rate(loop), MUST.broad, '×')
  if (workload !== 'realistic' || size < MUST.size) return
  judge('against naive', rate(best) / rate(loop), MUST.naive, '×')
  const native = against('zen')
  if (native) judge('against zen-engine', rate(best) / rate(native), MUST.zen, '×')
  judge('weighed', rate(best), MUST.each, 'consignments per CPU second')
}

function rate({ cpu, count }: Figures): number {
  return count / cpu
}

function shown(each: number): string {
  return each < 100 ? each.toFixed(1) : String(Math.round(each))
}

/** A ratio fails below what it must be; a rate below half of it. */
function judge(what: string, reached: number, must: number, unit: string): void {
  console.log(`${what}: ${Math.round(reached)} ${unit}, must be ${must}: ${reached >= must ? 'reached' : 'MISSED'}`)
  const least = unit === '×' ? must : must / 2
  if (reached < least) failures.push(`${what}: ${Math.round(reached)} is below ${least}`)
}
