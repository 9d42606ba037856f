import { canonicalJson } from '#core/assessment/canonical'
import { compile } from '#core/engine/compile'
import { Engine as Evaluator } from '#core/engine/engine'
import type { FactSnapshot } from '#core/facts/catalogue'
import { builtinRegistry } from '#core/indicators/registry'
import { liveOf } from '#app/targeting/engine/changes'
import { ProfileNames } from '#app/targeting/engine/profile_names'
import { revisions } from '#app/targeting/queries/read_revisions'
import type { Engine } from '#app/targeting/queries/load_engine'
import { rows } from '#platform/tenancy/database'
import { naiveAssess } from '#tests/support/oracle/assess'
import { cpuMs } from './matching.js'

/** Of so many consignments the evaluator of the tests is asked as well: it takes long. */
const NAIVE = 2

/** A compilation of everything that the database says is live, here and now; and how long it took. */
export async function compiledHere(): Promise<{ evaluator: Evaluator; cpu: number; seconds: number; live: number }> {
  const ids = await rows<{ id: string }>(
    `select r.id from tenant.profiles p join tenant.profile_revisions r
         on r.tenant_id = p.tenant_id and r.profile_id = p.id and r.revision = p.live_revision where p.state = 'live'`
  )
  const live = await revisions(ids.map(({ id }) => id))
  const from = performance.now()
  const cpu = cpuMs()
  const evaluator = new Evaluator(compile(live), live, builtinRegistry)
  return { evaluator, cpu: cpuMs() - cpu, seconds: (performance.now() - from) / 1000, live: live.length }
}

/** @throws when base and side weigh, or name, another thing than the whole. */
export async function assertEqualToWhole(engine: Engine, facts: readonly FactSnapshot[]): Promise<number> {
  const { evaluator: whole, live } = await compiledHere()
  const watchLists = engine.index.at(Date.now())
  const profiles = liveOf(engine.profiles)
  for (const [at, each] of facts.entries()) {
    const weighed = canonicalJson(engine.evaluator.assess({ ...engine, facts: each, watchLists }))
    if (weighed !== canonicalJson(whole.assess({ ...engine, facts: each, watchLists })))
      throw new Error('base and side do not weigh as one compilation of all that is live')
    const naive = () => naiveAssess({ ...engine, facts: each, watchLists, registry: builtinRegistry, profiles })
    if (at < NAIVE && weighed !== canonicalJson(naive())) throw new Error('not as the oracle weighs')
  }
  if (canonicalJson(engine.versions.profiles) !== canonicalJson(ProfileNames.none.with([], profiles).recorded()))
    throw new Error('other names than those of all that is live')
  if (profiles.length !== live) throw new Error(`${live} profiles are live, the engine has ${profiles.length}`)
  return facts.length
}
