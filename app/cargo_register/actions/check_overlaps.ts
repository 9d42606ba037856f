import { problem } from '#core/kernel/problem_codes'
import { normaliseNumber } from '#core/matching/normalise_number'
import { rows } from '#platform/tenancy/database'
import type { StoredReport } from '../stored_report.js'
import type { VersionProblem } from './version_problems.js'

/** Days between two calls in which no container can come, leave and come again. */
const DAYS = 3

/**
 * Containers that another ship brings, or takes, at the same time (FORMATS 13.12): one of the two
 * numbers is wrong, or one of the two manifests. Cargo that changes ships here is on both by right.
 */
export async function checkOverlaps({ callId, stored }: StoredReport): Promise<VersionProblem[]> {
  if (callId === null || stored.length === 0) return []
  const found = await rows<{ consignment_id: string; key: string; other: string }>(
    `select distinct on (w.id, mine.key) w.id as consignment_id, mine.key, concat_ws(' ', k.means_name, k.voyage) as other
       from unnest(?::uuid[]) as w(id)
       cross join lateral (select coalesce(nature, 'import') as nature from tenant.consignments where id = w.id offset 0) c
       cross join lateral (select id, imo, coalesce(arrived_at, eta, etd) as at from tenant.calls where id = ?::uuid offset 0) own
       cross join lateral (select key from tenant.consignment_numbers where consignment_id = w.id and kind = 'equipment' offset 0) mine
       cross join lateral (select consignment_id from tenant.consignment_numbers
                            where kind = 'equipment' and key = mine.key and consignment_id <> w.id offset 0) n
       cross join lateral (select call_id from tenant.consignments
                            where id = n.consignment_id and state = 'filed' and call_id <> own.id and coalesce(nature, 'import') = c.nature offset 0) o
       cross join lateral (select means_name, voyage from tenant.calls
                            where id = o.call_id and (imo is null or own.imo is null or imo <> own.imo)
                              and abs(extract(epoch from coalesce(arrived_at, eta, etd) - own.at)) < ? * 86400 offset 0) k
      where c.nature in ('import', 'export')
      order by w.id, mine.key limit 200`,
    [stored.map(({ consignmentId }) => consignmentId), callId, DAYS]
  )
  const byId = new Map(stored.map((each) => [each.consignmentId, each.reported]))
  return found.map(({ consignment_id: consignmentId, key, other }) => {
    const { consignment, provenance } = byId.get(consignmentId)!
    const box = consignment.equipment.findIndex(({ number }) => normaliseNumber(number) === key)
    const at = provenance[`equipment.${box}.number`]?.[0]
    return { ...problem('SEM-EQUIPMENT-OVERLAP', { at, params: { value: key, other } }), consignmentId }
  })
}
