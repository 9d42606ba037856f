import { isDeepStrictEqual } from 'node:util'
import { canonicalJson } from '#core/assessment/canonical'
import { registryOf } from '#app/targeting/indicator_registries'
import { loadEngine } from '#app/targeting/queries/load_engine'
import { readFacts } from '#app/targeting/queries/read_facts'
import { revisions, revisionsNamed } from '#app/targeting/queries/read_revisions'
import { recordedAssessments, sampleAssessmentIds } from '#app/targeting/queries/recorded_assessments'
import { firstRow, rows } from '#platform/tenancy/database'
import { naiveAssess } from '#tests/support/oracle/assess'

export interface Counted {
  consignments: number
  provenance: number
  assessments: number
  standings: number
  alerts: number
  read: number
  batches: number
}

export const count = async (): Promise<Counted> =>
  (await firstRow<Counted>(
    `select (select count(*)::int from tenant.consignments) as consignments,
            (select count(*)::int from tenant.consignment_revisions where provenance is not null) as provenance,
            (select count(*)::int from tenant.assessments) as assessments,
            (select count(*)::int from tenant.standings) as standings,
            (select count(*)::int from tenant.alerts) as alerts,
            (select count(*)::int from tenant.audit_entries where action = 'message.read') as read,
            (select coalesce(sum((data ->> 'assessments')::int), 0)::int from tenant.audit_entries where action = 'assessments.stored') as batches`
  ))!

/** @throws unless everything filed between two counts was stored, weighed, audited and nothing waits. */
export async function assertDone(
  before: Counted,
  filed: { messages: number; consignments: number; weighed: boolean }
): Promise<Counted> {
  const now = await count()
  const weighed = filed.weighed ? filed.consignments : 0
  const expected = {
    consignments: before.consignments + filed.consignments,
    provenance: before.provenance + filed.consignments,
    assessments: before.assessments + weighed,
    standings: before.standings + weighed,
    alerts: now.alerts,
    read: before.read + filed.messages,
    batches: before.batches + weighed,
  }
  if (!isDeepStrictEqual(now, expected))
    throw new Error(`expected ${JSON.stringify(expected)}, found ${JSON.stringify(now)}`)
  const left = await firstRow<{ left: number }>(
    `select ((select count(*) from tenant.assessment_requests)
       + (select count(*) from tenant.received_messages where state <> 'registered'))::int as left`
  )
  if (left?.left !== 0) throw new Error(`${left?.left} messages or requests are left`)
  return now
}

/**
 * A sample of what was weighed, weighed again by the plain evaluator of the tests from the sealed facts: the same
 * result, and an alert for each threat that it names.
 * @throws at the first difference
 */
export async function assertAsOracle(sample: number, seed: number): Promise<{ weighed: number; alerts: number }> {
  const engine = await loadEngine()
  const named = await revisionsNamed(engine.versions.profiles)
  const profiles = await revisions(named.revisions.map(({ id }) => id))
  const registry = registryOf(engine.plugins)
  const recorded = await recordedAssessments(await sampleAssessmentIds(sample, seed))
  let alerts = 0
  for (const each of recorded) {
    const facts = (await readFacts(each.id))?.facts
    const watchLists = engine.index.at(each.assessed_at.getTime())
    const weighed = naiveAssess({ ...engine, facts: facts!, profiles, registry, watchLists })
    if (canonicalJson(weighed) !== canonicalJson(each.result))
      throw new Error(`assessment ${each.id} is not as the oracle weighs it`)
    const raised = await rows<{ threat: string }>(
      `select threat from tenant.alerts where assessment_id = ? order by 1`,
      [each.id]
    )
    const due = weighed.alerts.map(({ threat }) => threat).sort()
    if (!isDeepStrictEqual(raised.map(({ threat }) => threat).sort(), due))
      throw new Error(`assessment ${each.id} raised other alerts than the oracle`)
    alerts += due.length
  }
  return { weighed: recorded.length, alerts }
}
