import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { conflict, type Failure } from '#platform/http/failure'
import { notifyLive } from '#platform/live/notify'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { CODE_EDITION } from '../codes.js'
import { findFinding } from '../queries/list_findings.js'

export interface NewFinding {
  what: string
  place: string
  quantity: string | null
  unit: string | null
  valueMinor: bigint | null
  note: string | null
  /** The finding that this one corrects. */
  replaces: string | null
}

/** A fact established at an inspection that is under way. */
export const recordFinding = (orderId: string, officerId: string, finding: NewFinding) =>
  write(orderId, officerId, finding, false)

/** It was not so: the row that said it stays, another takes it back. */
export async function withdrawFinding(orderId: string, officerId: string, findingId: string) {
  const told = await findFinding(orderId, findingId)
  if (!told) return err({ kind: 'not_found' as const })
  const { what, place } = told
  const nothing = { quantity: null, unit: null, valueMinor: null, note: null }
  return write(orderId, officerId, { what, place, ...nothing, replaces: findingId }, true)
}

async function write(
  orderId: string,
  officerId: string,
  finding: NewFinding,
  withdrawn: boolean
): Promise<Result<string, Failure>> {
  return unitOfWork(async () => {
    // The lock keeps the order in progress until the finding is in, and corrections one after the other.
    const order = await firstRow(
      `select id from tenant.inspection_orders where id = ? and state = 'in_progress' and inspector_id = ? for update`,
      [orderId, officerId]
    )
    if (!order) return err(conflict('casework.refused_not_in_progress'))
    if (finding.replaces && !(await findFinding(orderId, finding.replaces)))
      return err(conflict('casework.refused_changed'))
    const id = await insertFinding(orderId, { recordedBy: officerId }, finding, withdrawn)
    await recordAction({
      action: withdrawn ? 'finding.withdrawn' : 'finding.recorded',
      subject: { kind: 'inspection', id: orderId },
      data: { finding: id, what: finding.what, place: finding.place, replaces: finding.replaces },
    })
    await notifyLive('inspection:changed', orderId)
    return ok(id)
  })
}

/** By an officer, or as a national system told it. */
export async function insertFinding(
  orderId: string,
  by: { recordedBy: string } | { toldBy: string },
  finding: NewFinding,
  withdrawn = false
): Promise<string> {
  const id = uuidv7()
  const { administration } = tenancy.current()
  await execute(
    `insert into tenant.inspection_findings (tenant_id, id, order_id, what, place, quantity, unit, value_minor, currency, note,
       code_edition, replaces, withdrawn, recorded_by, told_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      administration.id,
      id,
      orderId,
      finding.what,
      finding.place,
      finding.quantity,
      finding.unit,
      finding.valueMinor?.toString() ?? null,
      finding.valueMinor === null ? null : administration.currency,
      finding.note,
      CODE_EDITION,
      finding.replaces,
      withdrawn,
      'recordedBy' in by ? by.recordedBy : null,
      'toldBy' in by ? by.toldBy : null,
    ]
  )
  return id
}
