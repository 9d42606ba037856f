import { err, ok, type Result } from '#core/kernel/result'
import type { Officer } from '#platform/access/officer'
import { uuidv7 } from '#platform/database/uuid'
import { conflict, type Failure } from '#platform/http/failure'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { windClock } from '../clock.js'
import { MOST_TASKS } from '../codes.js'
import { getCase, lockCase } from '../queries/get_case.js'
import { writeCaseEvent } from './write_case_event.js'

export interface NewTask {
  what: string
  assigneeId: string | null
  dueAt: number | null
}

/** Something to be done in an open case, by anybody or by one. */
export async function addTask(caseId: string, task: NewTask, officer: Officer): Promise<Result<null, Failure>> {
  return unitOfWork(async () => {
    const row = await lockCase(caseId)
    if (!row) return err({ kind: 'not_found' })
    if (!row.open) return err(conflict('cases.refused_closed'))
    const found = await firstRow<{ count: number }>(
      `select count(*)::int as count from tenant.case_tasks where case_id = ?`,
      [caseId]
    )
    if (found!.count >= MOST_TASKS) return err(conflict('cases.refused_full', { most: MOST_TASKS }))
    const id = uuidv7()
    await execute(
      `insert into tenant.case_tasks (tenant_id, id, case_id, what, assignee_id, due_at, made_by) values (?, ?, ?, ?, ?, ?, ?)`,
      [
        tenancy.current().administration.id,
        id,
        caseId,
        task.what,
        task.assigneeId,
        task.dueAt === null ? null : new Date(task.dueAt),
        officer.id,
      ]
    )
    if (task.dueAt !== null) await windClock()
    await writeCaseEvent(caseId, 'task_added', { officerId: officer.id, target: id })
    return ok(null)
  })
}

/** Ticks a task, or takes the tick away; whoever finds it as they left it wins. */
export async function tickTask(
  caseId: string,
  taskId: string,
  done: boolean,
  officer: Officer
): Promise<Result<null, Failure>> {
  return unitOfWork(async () => {
    if (!(await getCase(caseId))) return err({ kind: 'not_found' })
    const changed = await execute(
      `update tenant.case_tasks set done_by = case when ? then ?::uuid end, done_at = case when ? then now() end
        where id = ? and case_id = ? and (done_at is null) = ?`,
      [done, officer.id, done, taskId, caseId, done]
    )
    if (changed === 0) return err({ kind: 'not_found' })
    await writeCaseEvent(caseId, done ? 'task_done' : 'task_reopened', { officerId: officer.id, target: taskId })
    return ok(null)
  })
}
