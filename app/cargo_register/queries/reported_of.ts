import type { ReportedBox, ReportedOfConsignment } from '#core/facts/reported_facts'
import { rows } from '#platform/tenancy/database'

interface Record {
  consignment_id: string
  equipment: string
  kind: string
  activity: string | null
  cell: string | null
  verified: number | null
  seals: string[]
}

const NOTHING: ReportedBox = { cell: null, verifiedGrossKg: null, loadedSeals: [], dischargedSeals: [] }

/**
 * What current documents of its call say of the containers of each consignment, by consignment id; the
 * newest word counts. A plan speaks of what is aboard for its own port. Two statements for a batch, step by step like shared containers.
 */
export async function reportedOf(consignmentIds: readonly string[]): Promise<Map<string, ReportedOfConsignment>> {
  const records = await rows<Record>(
    `select w.id as consignment_id, mine.key as equipment, d.kind, d.activity, r.cell, r.verified_gross_kg as verified, r.seals
       from unnest(?::uuid[]) as w(id)
       cross join lateral (select call_id from tenant.consignments where id = w.id offset 0) c
       cross join lateral (select key from tenant.consignment_numbers where consignment_id = w.id and kind = 'equipment' offset 0) mine
       cross join lateral (select document_id, cell, verified_gross_kg, seals from tenant.reported_records where equipment = mine.key offset 0) r
       join tenant.reported_documents d on d.id = r.document_id and d.call_id = c.call_id and d.state = 'current'
      order by d.filed_at, d.id`,
    [consignmentIds]
  )
  const plans = await rows<{ consignment_id: string; equipment: string[] }>(
    `select w.id as consignment_id, p.equipment
       from unnest(?::uuid[]) as w(id)
       cross join lateral (select call_id, discharge_port from tenant.consignments where id = w.id offset 0) c
       cross join lateral (
         select id, port from tenant.reported_documents
          where call_id = c.call_id and kind = 'stowage_plan' and type = 'BAPLIE' and direction = 'inbound' and state = 'current'
          order by filed_at desc, id desc limit 1) plan
       cross join lateral (
         select coalesce(array_agg(mine.key), '{}') as equipment from tenant.consignment_numbers mine
          where mine.consignment_id = w.id and mine.kind = 'equipment' and exists (
            select 1 from tenant.reported_records r
             where r.document_id = plan.id and r.equipment = mine.key and r.discharge_port = plan.port)) p
      where coalesce(c.discharge_port, plan.port) = plan.port`,
    [consignmentIds]
  )
  const aboard = new Map(plans.map((each) => [each.consignment_id, new Set(each.equipment)]))
  const boxes = new Map<string, Map<string, ReportedBox>>()
  for (const record of records) {
    const own = boxes.get(record.consignment_id) ?? new Map<string, ReportedBox>()
    boxes.set(record.consignment_id, own.set(record.equipment, told(own.get(record.equipment) ?? NOTHING, record)))
  }
  return new Map(consignmentIds.map((id) => [id, { plan: aboard.get(id) ?? null, boxes: boxes.get(id) ?? new Map() }]))
}

const told = (box: ReportedBox, { kind, activity, cell, verified, seals }: Record): ReportedBox => ({
  cell: kind === 'stowage_plan' ? (cell ?? box.cell) : box.cell,
  verifiedGrossKg: verified ?? box.verifiedGrossKg,
  loadedSeals: activity === 'loaded' && seals.length > 0 ? seals : box.loadedSeals,
  dischargedSeals: activity === 'discharged' && seals.length > 0 ? seals : box.dischargedSeals,
})
