import { announce } from '#platform/events/announce'
import { execute, rows, unitOfWork } from '#platform/tenancy/database'
import '../events.js'
import { GRACE_MINUTES } from '../clock.js'
import { ARRIVAL, DUE } from '../queries/get_case.js'
import { writeCaseEvent } from './write_case_event.js'

const BATCH = 100

interface Late {
  /** The case, or the task. */
  id: string
  caseId: string
  /** Who has it; `null`: nobody. */
  officerId: string | null
  /** Where the first of its cargo is: units that look at other ports are not told. */
  port: string | null
}

const PORT = `(select k.port from tenant.case_consignments x join tenant.consignments c on c.tenant_id = x.tenant_id and c.id = x.consignment_id
    join tenant.calls k on k.tenant_id = c.tenant_id and k.id = c.call_id
   where x.tenant_id = s.tenant_id and x.case_id = s.id order by coalesce(k.arrived_at, k.eta) nulls last, k.id limit 1)`

/** Cases whose timer ran out; who holds one is told first, and the lead when nobody holds it or it still stands there a while later. */
const CASES = `select s.id, s.id as "caseId", s.holder_id as "officerId", ${PORT} as port from tenant.cases s ${ARRIVAL} where s.open`
const LATE_CASES = {
  holder: `${CASES} and s.holder_id is not null and s.due_told_at is null and ${DUE} <= ? order by s.id limit ${BATCH} for update of s skip locked`,
  lead: `${CASES} and s.overdue_told_at is null and ${DUE} <= ?::timestamptz - make_interval(mins => case when s.holder_id is null then 0 else ${GRACE_MINUTES} end)
    order by s.id limit ${BATCH} for update of s skip locked`,
}
/** Tasks whose day has come, of open cases; a task of nobody is its holder's. */
const TASKS = `select k.id, k.case_id as "caseId", coalesce(k.assignee_id, s.holder_id) as "officerId", ${PORT} as port
  from tenant.case_tasks k join tenant.cases s on s.tenant_id = k.tenant_id and s.id = k.case_id where s.open and k.done_at is null`
const LATE_TASKS = {
  holder: `${TASKS} and coalesce(k.assignee_id, s.holder_id) is not null and k.due_told_at is null and k.due_at <= ?
    order by k.id limit ${BATCH} for update of k skip locked`,
  lead: `${TASKS} and k.overdue_told_at is null
    and k.due_at <= ?::timestamptz - make_interval(mins => case when coalesce(k.assignee_id, s.holder_id) is null then 0 else ${GRACE_MINUTES} end)
    order by k.id limit ${BATCH} for update of k skip locked`,
}

/** Tells of what is due, each once for as long as it stands there; says whether more may wait. */
export async function tellOfDue(now: Date): Promise<boolean> {
  const counts = [
    await unitOfWork(() => tellHolders('cases', 'case:due', LATE_CASES.holder, now)),
    await unitOfWork(() => tellHolders('case_tasks', 'task:due', LATE_TASKS.holder, now)),
    await unitOfWork(() => tellLeads('cases', 'case:overdue', LATE_CASES.lead, now)),
    await unitOfWork(() => tellLeads('case_tasks', 'task:overdue', LATE_TASKS.lead, now)),
  ]
  return counts.some((count) => count === BATCH)
}

async function tellHolders(
  table: 'cases' | 'case_tasks',
  event: 'case:due' | 'task:due',
  sql: string,
  now: Date
): Promise<number> {
  const late = await rows<Late & { officerId: string }>(sql, [now])
  await execute(`update tenant.${table} set due_told_at = ? where id = any(?::uuid[])`, [now, late.map(({ id }) => id)])
  for (const { caseId, officerId } of late) await announce(event, { caseId, officerId })
  return late.length
}

/** That the lead was told stands in the history of the case, as it does in an alert's. */
async function tellLeads(
  table: 'cases' | 'case_tasks',
  event: 'case:overdue' | 'task:overdue',
  sql: string,
  now: Date
): Promise<number> {
  const late = await rows<Late>(sql, [now])
  await execute(`update tenant.${table} set overdue_told_at = ? where id = any(?::uuid[])`, [
    now,
    late.map(({ id }) => id),
  ])
  for (const { id, caseId, port } of late) {
    const task = event === 'task:overdue'
    await writeCaseEvent(caseId, task ? 'task_overdue' : 'overdue', { officerId: null, target: task ? id : null })
    await announce(event, { caseId, port })
  }
  return late.length
}
