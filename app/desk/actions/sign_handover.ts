import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import type { Officer } from '#platform/access/officer'
import { uuidv7 } from '#platform/database/uuid'
import { conflict, invalid, type Failure } from '#platform/http/failure'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { currentHandover } from '../queries/get_handover.js'

/** The sheet as it stands now, with the outgoing officer's name under it. */
export async function signHandover(officer: Officer, note: string | null): Promise<string> {
  return unitOfWork(async () => {
    const sheet = await currentHandover(new Date())
    const id = uuidv7()
    await execute(
      `insert into tenant.handovers (tenant_id, id, sheet, note, from_at, written_by) values (?, ?, ?::jsonb, ?, ?::timestamptz, ?)`,
      [tenancy.current().administration.id, id, JSON.stringify(sheet), note, sheet.from, officer.id]
    )
    await recordAction({
      action: 'handover.signed',
      subject: { kind: 'handover', id },
      data: { ships: sheet.ships.length },
    })
    return id
  })
}

/** The second name: whoever takes over, never who wrote it, and one alone. */
export async function receiveHandover(id: string, officer: Officer): Promise<Result<null, Failure>> {
  return unitOfWork(async () => {
    const sheet = await firstRow<{ person: string; received: boolean }>(
      `select coalesce(o.same_person_as, o.id) as person, h.received_by is not null as received from tenant.handovers h
         join tenant.officers o on o.tenant_id = h.tenant_id and o.id = h.written_by where h.id = ? for update of h`,
      [id]
    )
    if (!sheet) return err({ kind: 'not_found' })
    if (sheet.received) return err(conflict('handover.received_already'))
    if (sheet.person === officer.personId) return err(conflict('handover.second_name'))
    await execute(`update tenant.handovers set received_by = ?, received_at = now() where id = ?`, [officer.id, id])
    await recordAction({ action: 'handover.received', subject: { kind: 'handover', id }, data: {} })
    return ok(null)
  })
}

export interface NewAbsence {
  from: Date
  until: Date
  substitute: string | null
}

/** An officer says when they are away and who stands in; what is assigned to them meanwhile goes there. */
export async function recordAbsence(
  officerId: string,
  { from, until, substitute }: NewAbsence
): Promise<Result<string, Failure>> {
  return unitOfWork(async () => {
    if (!(until > from)) return err(invalid('until', 'handover.absence_order'))
    if (substitute === officerId) return err(invalid('substitute', 'handover.absence_self'))
    const known =
      substitute === null ||
      (await firstRow(`select 1 from tenant.officers where id = ? and state = 'active'`, [substitute])) !== null
    if (!known) return err({ kind: 'not_found' })
    const id = uuidv7()
    await execute(
      `insert into tenant.officer_absences (tenant_id, id, officer_id, substitute_id, from_at, until, created_by) values (?, ?, ?, ?, ?, ?, ?)`,
      [tenancy.current().administration.id, id, officerId, substitute, from, until, officerId]
    )
    await recordAction({
      action: 'absence.recorded',
      subject: { kind: 'officer', id: officerId },
      data: substitute ? { substitute } : {},
    })
    return ok(id)
  })
}

/** Back earlier than said: by the officer. */
export async function endAbsence(officerId: string, id: string): Promise<Result<null, Failure>> {
  return unitOfWork(async () => {
    const ended = await execute(
      `update tenant.officer_absences set ended_at = now() where id = ? and officer_id = ? and ended_at is null`,
      [id, officerId]
    )
    if (ended === 0) return err({ kind: 'not_found' })
    await recordAction({ action: 'absence.ended', subject: { kind: 'officer', id: officerId }, data: {} })
    return ok(null)
  })
}
