import { isConsignmentInScope } from '#app/cargo_register/published'
import { promoteAlert, returnAlert } from '#app/targeting/published'
import { err, ok, type Result } from '#core/kernel/result'
import type { Officer } from '#platform/access/officer'
import { conflict, type Failure } from '#platform/http/failure'
import { allOrNothing } from '#platform/tenancy/all_or_nothing'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { MOST_ITEMS } from '../codes.js'
import { lockCase } from '../queries/get_case.js'
import { writeCaseEvent } from './write_case_event.js'

const tenant = () => tenancy.current().administration.id

/** Alerts for an open case, all of them or none. */
export const addAlerts = (caseId: string, alertIds: readonly string[], officer: Officer) =>
  allOrNothing<null, Failure>(async () => {
    for (const alertId of alertIds) {
      const added = await addAlert(caseId, alertId, officer)
      if (!added.ok) return added
    }
    return ok(null)
  })

/** Puts an alert into an open case, with its consignment. The alert is answered by it: `promoted`. */
export async function addAlert(caseId: string, alertId: string, officer: Officer): Promise<Result<null, Failure>> {
  const taken = await promoteAlert(alertId, officer, caseId)
  if (!taken.ok) return err(refusalOfAlert(taken.error.key))
  const added = await addConsignment(caseId, taken.value.consignment_id, officer)
  if (!added.ok) return added
  await execute(`insert into tenant.case_alerts (tenant_id, alert_id, case_id, added_by) values (?, ?, ?, ?)`, [
    tenant(),
    alertId,
    caseId,
    officer.id,
  ])
  await writeCaseEvent(caseId, 'alert_added', { officerId: officer.id, target: alertId })
  return ok(null)
}

/** Takes an alert out again: it asks for a decision of its own. Its consignment stays in the case. */
export const detachAlert = (caseId: string, alertId: string, officer: Officer) =>
  allOrNothing<null, Failure>(async () => {
    const open = await lockOpen(caseId, officer)
    if (!open.ok) return open
    const gone = await execute(`delete from tenant.case_alerts where case_id = ? and alert_id = ?`, [caseId, alertId])
    if (gone === 0) return err({ kind: 'not_found' })
    const back = await returnAlert(alertId, officer, caseId)
    if (!back.ok) return err(refusalOfAlert(back.error.key))
    await writeCaseEvent(caseId, 'alert_detached', { officerId: officer.id, target: alertId })
    return ok(null)
  })

/** Another consignment that belongs to the story. One that is there already changes nothing. */
export async function addConsignment(
  caseId: string,
  consignmentId: string,
  officer: Officer
): Promise<Result<null, Failure>> {
  return unitOfWork(async () => {
    if (!(await isConsignmentInScope(consignmentId))) return err({ kind: 'not_found' })
    const open = await lockOpen(caseId, officer, true)
    if (!open.ok) return open
    const items = await firstRow<{ count: number }>(
      `select count(*)::int as count from tenant.case_consignments where case_id = ?`,
      [caseId]
    )
    if (items!.count >= MOST_ITEMS) return err(conflict('cases.refused_full', { most: MOST_ITEMS }))
    const added = await execute(
      `insert into tenant.case_consignments (tenant_id, case_id, consignment_id, added_by) values (?, ?, ?, ?) on conflict do nothing`,
      [tenant(), caseId, consignmentId, officer.id]
    )
    if (added > 0) await writeCaseEvent(caseId, 'consignment_added', { officerId: officer.id, target: consignmentId })
    return ok(null)
  })
}

/** Says of two cases that they belong together, in the history of both; again: that they do not. */
export async function linkCases(
  caseId: string,
  number: string,
  officer: Officer,
  linked: boolean
): Promise<Result<null, Failure>> {
  return unitOfWork(async () => {
    const found = await firstRow<{ id: string }>(`select id from tenant.cases where number = ?`, [number])
    const other = found ? await lockCase(found.id) : null
    const row = await lockCase(caseId)
    if (!row) return err({ kind: 'not_found' })
    if (!other) return err({ kind: 'invalid', fields: { number: { key: 'cases.refused_no_such_case', params: {} } } })
    if (other.id === caseId)
      return err({ kind: 'invalid', fields: { number: { key: 'cases.refused_itself', params: {} } } })
    const [one, two] = [caseId, other.id].sort()
    const changed = await execute(
      linked
        ? `insert into tenant.case_links (tenant_id, case_id, other_id, added_by) values (?, ?, ?, ?) on conflict do nothing`
        : `delete from tenant.case_links where tenant_id = ? and case_id = ? and other_id = ? and ?::uuid is not null`,
      [tenant(), one, two, officer.id]
    )
    if (changed === 0) return ok(null)
    const kind = linked ? 'linked' : 'unlinked'
    await writeCaseEvent(caseId, kind, { officerId: officer.id, target: other.id })
    await writeCaseEvent(other.id, kind, { officerId: officer.id, target: caseId })
    return ok(null)
  })
}

/**
 * A case that may still be changed by this officer, locked. Closed ones are left as they are (F106), and
 * what somebody else holds is theirs; a case that was just opened has nothing in scope yet.
 */
export async function lockOpen(caseId: string, officer: Officer, filling = false): Promise<Result<null, Failure>> {
  const row = (await lockCase(caseId)) ?? (filling ? await lockEmpty(caseId) : null)
  if (!row) return err({ kind: 'not_found' })
  if (!row.open) return err(conflict('cases.refused_closed'))
  if (row.holder_id !== null && row.holder_id !== officer.id && !officer.permissions.has('cases.approve'))
    return err(conflict('cases.refused_held_by_other'))
  return ok(null)
}

const lockEmpty = (caseId: string) =>
  firstRow<{ open: boolean; holder_id: string | null }>(
    `select s.open, s.holder_id from tenant.cases s where s.id = ?
        and not exists (select 1 from tenant.case_consignments x where x.case_id = s.id) for update`,
    [caseId]
  )

const refusalOfAlert = (key: string): Failure =>
  key === 'missing' ? { kind: 'not_found' } : conflict(`triage.refused_${key}`)
