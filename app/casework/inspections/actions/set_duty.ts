import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import type { Failure } from '#platform/http/failure'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import type { OrderType } from '../codes.js'

interface Duty {
  siteId: string
  inspectorId: string
  /** Nothing named means every shift, every kind. */
  shifts: readonly string[]
  types: readonly OrderType[]
}

/** For which shifts and kinds of inspection somebody at a site can be drawn. Draws that were made stay. */
export async function setDuty(
  { siteId, inspectorId, shifts, types }: Duty,
  officerId: string
): Promise<Result<null, Failure>> {
  return unitOfWork(async () => {
    const there = await firstRow(`select 1 from tenant.site_officers where site_id = ? and officer_id = ?`, [
      siteId,
      inspectorId,
    ])
    if (!there) return err({ kind: 'not_found' })
    await execute(
      `insert into tenant.inspector_duties (tenant_id, site_id, officer_id, shifts, types, changed_by) values (?, ?, ?, ?::text[], ?::text[], ?)
       on conflict (tenant_id, site_id, officer_id) do update
         set shifts = excluded.shifts, types = excluded.types, changed_by = excluded.changed_by, changed_at = now()`,
      [tenancy.current().administration.id, siteId, inspectorId, shifts, types, officerId]
    )
    await recordAction({
      action: 'capacity.duty_set',
      subject: { kind: 'site', id: siteId },
      data: { officer: inspectorId, shifts: shifts.length, types },
    })
    return ok(null)
  })
}
