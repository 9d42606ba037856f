import { err, ok, type Result } from '#core/kernel/result'
import { endSessionsOf } from '#platform/access/sessions'
import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { announce } from '#platform/events/announce'
import { conflict, forbidden, type Failure } from '#platform/http/failure'
import { afterCommit, execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import type { HandedOver } from '../../events.js'
import { holdAccess } from '../access/hold_access.js'
import { endInvitations } from './issue_invitation.js'

/** Shuts an officer out at once; says how many things went back to others. Roles stay as they are, so that coming back gives nothing new. */
export async function deactivateOfficer(id: string, actorId: string): Promise<Result<number, Failure>> {
  if (id === actorId) return err(forbidden('administration.own_account'))
  const { administration } = tenancy.current()
  return unitOfWork(async () => {
    await holdAccess()
    if (!(await firstRow(`select id from tenant.officers where id = ?`, [id])))
      return err({ kind: 'not_found' as const })
    if (!(await othersGovern(id))) return err(conflict('administration.last_administrator'))
    const changed = await execute(
      `update tenant.officers set state = 'disabled' where id = ? and state <> 'disabled'`,
      [id]
    )
    if (changed === 0) return err(conflict('administration.disabled_already'))
    await endInvitations(id)
    const handedOver: HandedOver[] = []
    await announce('officer:deactivated', { officerId: id, by: actorId, handedOver })
    for (const each of handedOver)
      await execute(
        `insert into tenant.officer_handovers (tenant_id, id, officer_id, kind, subject_id) values (?, ?, ?, ?, ?)`,
        [administration.id, uuidv7(), id, each.kind, each.id]
      )
    await recordAction({
      action: 'officer.deactivated',
      subject: { kind: 'officer', id },
      data: { handedOver: handedOver.length },
    })
    await afterCommit(() => endSessionsOf(administration.id, id))
    return ok(handedOver.length)
  })
}

/** Somebody else who is active still gives out roles: an administration never locks itself out. */
async function othersGovern(id: string): Promise<boolean> {
  const other = await firstRow(
    `select o.id from tenant.officers o
       join tenant.officer_roles x on x.tenant_id = o.tenant_id and x.officer_id = o.id
       join tenant.role_permissions p on p.tenant_id = x.tenant_id and p.role_id = x.role_id and p.permission = 'roles.manage'
      where o.state = 'active' and o.id <> ? limit 1`,
    [id]
  )
  return other !== null
}
