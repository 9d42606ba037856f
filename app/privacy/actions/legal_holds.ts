import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { conflict, forbidden, invalid, type Failure } from '#platform/http/failure'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

export interface NewHold {
  scope: 'consignment' | 'manifest' | 'party' | 'case' | 'period'
  subjectId: string | null
  partyKey: string | null
  from: Date | null
  until: Date | null
  reason: string
  authority: string
}

/** Nothing of what is held is masked or deleted until somebody else lifts the hold. */
export async function setHold(hold: NewHold, officerId: string): Promise<Result<string, Failure>> {
  return unitOfWork(async () => {
    if (!(await isThere(hold))) return err(invalid('subject', 'privacy.hold_of_nothing'))
    const id = uuidv7()
    await execute(
      `insert into tenant.legal_holds (tenant_id, id, scope, subject_id, party_key, held_from, held_until, reason, authority, set_by)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        tenancy.current().administration.id,
        id,
        hold.scope,
        hold.subjectId,
        hold.partyKey,
        hold.from,
        hold.until,
        hold.reason,
        hold.authority,
        officerId,
      ]
    )
    await recordAction({ action: 'hold.set', subject: { kind: 'hold', id }, data: { scope: hold.scope } })
    return ok(id)
  })
}

/** A second person lifts: who set it cannot. */
export async function liftHold(id: string, reason: string, officerId: string): Promise<Result<null, Failure>> {
  return unitOfWork(async () => {
    const hold = await firstRow<{ set_by: string; lifted_at: Date | null }>(
      `select set_by, lifted_at from tenant.legal_holds where id = ? for update`,
      [id]
    )
    if (!hold) return err({ kind: 'not_found' })
    if (hold.lifted_at) return err(conflict('privacy.hold_lifted_already'))
    if (hold.set_by === officerId) return err(forbidden('privacy.hold_second_person'))
    await execute(
      `update tenant.legal_holds set lifted_by = ?, lifted_at = now(), lift_reason = ? where id = ? and lifted_at is null`,
      [officerId, reason, id]
    )
    await recordAction({ action: 'hold.lifted', subject: { kind: 'hold', id } })
    return ok(null)
  })
}

async function isThere({ scope, subjectId }: NewHold): Promise<boolean> {
  if (scope === 'consignment')
    return (await firstRow(`select 1 from tenant.consignments where id = ?`, [subjectId])) !== null
  if (scope === 'manifest') return (await firstRow(`select 1 from tenant.manifests where id = ?`, [subjectId])) !== null
  return true
}
