import type { ProblemCounts } from '#core/facts/history'
import { rows } from '#platform/tenancy/database'

/** Problems that the Message of a revision had in its consignment; by consignment id. */
export async function problemsOf(
  wanted: readonly { consignmentId: string; messageId: string }[]
): Promise<Map<string, ProblemCounts>> {
  const found = await rows<{ id: string; warnings: number; errors: number }>(
    `select w.id, (count(*) filter (where p.severity = 'warning'))::int as warnings,
            (count(*) filter (where p.severity in ('error','fatal')))::int as errors
       from unnest(?::uuid[], ?::uuid[]) as w (id, message)
       join tenant.problems p on p.consignment_id = w.id and p.message_id = w.message group by w.id`,
    [wanted.map(({ consignmentId }) => consignmentId), wanted.map(({ messageId }) => messageId)]
  )
  return new Map(found.map(({ id, warnings, errors }) => [id, { warnings, errors }]))
}
