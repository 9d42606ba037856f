import { loadRevisionsForAssessment } from '#app/cargo_register/published'
import type { Consignment } from '#core/cargo/consignment'
import { describeSizeType } from '#core/reference/size_type'
import { firstRow, rows } from '#platform/tenancy/database'
import type { NewOrder } from '../new_order.js'
import { HOLDS } from '../queries/list_findings.js'
import type { BoxKind } from './items.js'
import type { ChecklistInputs, PastPlace } from './make_checklist.js'

/** What the list of this order is made of, as it stands now. */
export async function checklistInputs(
  wanted: Pick<NewOrder, 'consignmentId' | 'siteId' | 'type' | 'equipment'>
): Promise<ChecklistInputs> {
  const at = (await firstRow<{ revision: string; kind: string }>(
    `select c.revision_id as revision, s.kind from tenant.consignments c, tenant.sites s where c.id = ? and s.id = ?`,
    [wanted.consignmentId, wanted.siteId]
  ))!
  const [revision] = await loadRevisionsForAssessment([at.revision])
  const { consignment } = revision!
  const box = boxOf(consignment, wanted.equipment)
  const lane = laneOf(consignment)
  const past = await pastPlaces(box, lane)
  return { type: wanted.type, siteKind: at.kind, box, chapters: chaptersOf(consignment), lane, ...past }
}

function boxOf({ equipment }: Consignment, number: string | null): BoxKind {
  const boxes = equipment.filter((each) => number === null || each.number === number)
  if (boxes.length === 0) return 'loose'
  const kinds = new Set(
    boxes.map(({ sizeType }) => (sizeType === null ? 'unknown' : (describeSizeType(sizeType)?.group ?? 'unknown')))
  )
  return kinds.size === 1 ? [...kinds][0]! : 'mixed'
}

/** Ports as codes, load and discharge; a name tells nothing that could be counted. */
function laneOf({ places: { loading, discharge } }: Consignment): string | null {
  return loading?.code && discharge?.code ? `${loading.code}>${discharge.code}` : null
}

const chaptersOf = ({ items }: Consignment): string[] =>
  [...new Set(items.flatMap(({ hsCodes }) => hsCodes.map((code) => code.slice(0, 2))))].sort()

/** Confirmed orders only: what a reviewer has not confirmed was not found yet. */
const CONFIRMED = `tenant.inspection_checklists l
  join tenant.inspection_orders o on o.tenant_id = l.tenant_id and o.id = l.order_id and o.state = 'reviewed'
  join tenant.inspection_findings f on f.tenant_id = o.tenant_id and f.order_id = o.id and ${HOLDS}`

async function pastPlaces(
  box: BoxKind,
  lane: string | null
): Promise<Pick<ChecklistInputs, 'past' | 'findsOnLane' | 'findsInBoxes'>> {
  const past = await rows<PastPlace>(
    `select f.place, count(distinct o.id) filter (where l.lane = ?)::int as "onLane", count(distinct o.id)::int as "inBoxes",
            to_char(max(o.closed_at) filter (where l.lane = ?) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "lastOnLane"
       from ${CONFIRMED} where l.box = ? group by f.place order by f.place`,
    [lane, lane, box]
  )
  const sums = await firstRow<{ onLane: number; inBoxes: number }>(
    `select count(distinct o.id) filter (where l.lane = ?)::int as "onLane", count(distinct o.id)::int as "inBoxes"
       from ${CONFIRMED} where l.box = ?`,
    [lane, box]
  )
  return { past, findsOnLane: sums!.onLane, findsInBoxes: sums!.inBoxes }
}
