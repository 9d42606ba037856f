import { firstRow, rows } from '#platform/tenancy/database'

export interface FindingRow {
  id: string
  what: string
  place: string
  quantity: string | null
  unit: string | null
  valueMinor: string | null
  currency: string | null
  note: string | null
  recordedAt: Date
  corrects: boolean
}

/** Findings that hold: neither replaced nor withdrawn. */
export const HOLDS = `not f.withdrawn and not exists (
  select 1 from tenant.inspection_findings r where r.tenant_id = f.tenant_id and r.replaces = f.id)`

export const listFindings = (orderId: string): Promise<FindingRow[]> =>
  rows(
    `select f.id, f.what, f.place, f.quantity, f.unit, f.value_minor::text as "valueMinor", f.currency, f.note,
            f.recorded_at as "recordedAt", f.replaces is not null as corrects
       from tenant.inspection_findings f where f.order_id = ? and ${HOLDS} order by f.recorded_at, f.id limit 200`,
    [orderId]
  )

/** A finding of this order that holds. */
export const findFinding = (orderId: string, findingId: string): Promise<{ what: string; place: string } | null> =>
  firstRow(`select f.what, f.place from tenant.inspection_findings f where f.id = ? and f.order_id = ? and ${HOLDS}`, [
    findingId,
    orderId,
  ])

export async function countFindings(orderId: string): Promise<number> {
  const found = await firstRow<{ count: number }>(
    `select count(*)::int as count from tenant.inspection_findings f where f.order_id = ? and ${HOLDS}`,
    [orderId]
  )
  return found?.count ?? 0
}
