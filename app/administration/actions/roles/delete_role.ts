import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { conflict, type Failure } from '#platform/http/failure'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { holdAccess } from '../access/hold_access.js'

/** A role that nobody holds and nothing asks for. Entries of the audit keep its id. */
export async function deleteRole(id: string): Promise<Result<null, Failure>> {
  return unitOfWork(async () => {
    await holdAccess()
    const role = await firstRow<{ members: number; designations: number; waiting: number }>(
      `select (select count(*)::int from tenant.officer_roles x where x.role_id = r.id) as members,
              (select count(*)::int from tenant.alert_designations d where d.role_id = r.id) as designations,
              (select count(*)::int from tenant.grant_requests g where g.state = 'waiting'
                  and (g.subject_id = r.id::text or g.change::text like '%' || r.id::text || '%')) as waiting
         from tenant.roles r where r.id = ?`,
      [id]
    )
    if (!role) return err({ kind: 'not_found' as const })
    if (role.members > 0) return err(conflict('administration.role_in_use', { count: role.members }))
    if (role.designations > 0) return err(conflict('administration.role_designated'))
    if (role.waiting > 0) return err(conflict('administration.role_waited_for'))
    await execute(`delete from tenant.roles where id = ?`, [id])
    await recordAction({ action: 'role.deleted', subject: { kind: 'role', id } })
    return ok(null)
  })
}
