import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { invalid, type Failure } from '#platform/http/failure'
import { execute, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import type { AgencyKind } from '../../agency_kinds.js'

export interface NewAgency {
  code: string
  name: string
  kind: AgencyKind
}

/** A partner agency without members. Its code names one agency for good: referrals cite it. */
export async function createAgency({ code, name, kind }: NewAgency): Promise<Result<string, Failure>> {
  const id = uuidv7()
  return unitOfWork(async () => {
    const created = await execute(
      `insert into tenant.agencies (tenant_id, id, code, name, kind) values (?, ?, ?, ?, ?) on conflict (tenant_id, code) do nothing`,
      [tenancy.current().administration.id, id, code, name, kind]
    )
    if (created === 0) return err(invalid('code', 'administration.code_taken', { code }))
    await recordAction({ action: 'agency.created', subject: { kind: 'agency', id }, data: { kind } })
    return ok(id)
  })
}

/** Name and kind of an agency; its code stays. */
export async function changeAgency(
  id: string,
  { name, kind }: Omit<NewAgency, 'code'>
): Promise<Result<null, Failure>> {
  return unitOfWork(async () => {
    const changed = await execute(`update tenant.agencies set name = ?, kind = ? where id = ?`, [name, kind, id])
    if (changed === 0) return err({ kind: 'not_found' as const })
    await recordAction({ action: 'agency.changed', subject: { kind: 'agency', id }, data: { kind } })
    return ok(null)
  })
}
