import { firstRow } from '#platform/tenancy/database'
import { GRACE_MINUTES, LOOK_AGAIN_MS } from '../clock.js'
import { ARRIVAL, DUE } from './get_case.js'

/** When the clock of cases has to look next; `null`: nothing open has a time. */
export async function nextDue(now: Date): Promise<Date | null> {
  const row = await firstRow<{ at: Date | null; moves: boolean }>(
    `with due as (
       select ${DUE} as at, s.due_told_at as told, s.overdue_told_at as ended, s.holder_id is not null as held, s.timer_from = 'before_arrival' as moves
         from tenant.cases s ${ARRIVAL} where s.open and s.timer_from is not null and s.overdue_told_at is null
       union all
       select k.due_at, k.due_told_at, k.overdue_told_at, coalesce(k.assignee_id, s.holder_id) is not null, false
         from tenant.case_tasks k join tenant.cases s on s.tenant_id = k.tenant_id and s.id = k.case_id
        where s.open and k.done_at is null and k.due_at is not null and k.overdue_told_at is null)
     select min(case when held and told is not null then at + make_interval(mins => ${GRACE_MINUTES}) else at end) as at, coalesce(bool_or(moves), false) as moves from due`
  )
  if (!row) return null
  const again = row.moves ? now.getTime() + LOOK_AGAIN_MS : Infinity
  const at = Math.min(row.at?.getTime() ?? Infinity, again)
  return Number.isFinite(at) ? new Date(at) : null
}
