import type { AssessmentResult } from '#core/assessment/assessment'
import type { FactKey, FactSnapshot } from '#core/facts/catalogue'
import type { Provenance } from '#core/cargo/consignment'
import { readFacts, unpackJson } from '#app/targeting/published'
import { provenanceOf } from '#app/cargo_register/published'
import TargetingDrain from '#app/targeting/jobs/targeting_drain'
import { rows } from '#platform/tenancy/database'
import type { Place } from './world.js'

export interface WeighedRevision {
  revision: number
  messageId: string
  result: AssessmentResult
  facts: FactSnapshot
  provenance: Provenance
}

/** Weighs everything that waits in the administration, as the worker would. */
export const drainTargeting = (place: Place): Promise<void> =>
  place.run(async () => {
    while (await new TargetingDrain().drain());
  })

/** Every weighing of the consignment with this bill, oldest revision first, with what it saw. */
export function weighingsOf(place: Place, bill: string): Promise<WeighedRevision[]> {
  return place.run(async () => {
    const found = await rows<{
      id: string
      revision_id: string
      revision: number
      message: string
      result: Buffer
    }>(
      `select a.id, a.revision_id, a.revision, r.message_id as message, a.result
         from tenant.assessments a
         join tenant.consignment_revisions r on r.id = a.revision_id
         join tenant.consignments c on c.id = a.consignment_id
        where c.reference = ? order by a.revision, a.id`,
      [bill]
    )
    return Promise.all(
      found.map(async ({ id, revision_id, revision, message, result }) => ({
        revision,
        messageId: message,
        result: unpackJson<AssessmentResult>(result),
        facts: (await readFacts(id))!.facts!,
        provenance: await provenanceOf(revision_id),
      }))
    )
  })
}

/** Value of a known fact, or why it is missing. */
export const factOf = ({ facts }: WeighedRevision, key: FactKey): unknown => {
  const fact = facts[key]
  return fact.known ? fact.value : { missing: fact.why }
}
