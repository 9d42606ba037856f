import { workflowAt } from '#app/workflows/published'
import { actOf, type WorkflowState } from '#core/workflow/definition'
import { judgeAct } from '#core/workflow/judge'
import { err, ok, type Result } from '#core/kernel/result'
import type { Officer } from '#platform/access/officer'
import { notifyLive } from '#platform/live/notify'
import { execute, rows, unitOfWork } from '#platform/tenancy/database'
import type { Condition } from '#platform/tenancy/unit_scope'
import { kindOf, REFUSALS } from '../alert_acts.js'
import { lockAlert, type AlertRow } from '../queries/get_alert.js'
import { writeAlertEvent } from './write_alert_event.js'

export interface AlertMove {
  /** Act of the workflow. */
  act: string | ((alert: AlertRow) => string)
  /** `null`: the system. */
  officer: Officer | null
  reason?: string | null
  note?: string | null
  target?: string | null
  /** Version the officer looked at: another one is a conflict. */
  seen?: number
  /** What the workflow does not know: key of the sentence why not, or `null`. */
  refuse?: (alert: AlertRow) => string | null
  /** Further columns. */
  set?: Condition
}

/** Why not: `triage.refused_<key>`; the row tells who holds it. */
export interface RefusedMove {
  key: string
  alert: AlertRow | null
}

/**
 * The only way an officer moves an alert: its row is locked, its own workflow is asked, and what was done
 * stands in its history. Of two at once the second finds what the first left, and is told so.
 */
export async function moveAlert(alertId: string, move: AlertMove): Promise<Result<AlertRow, RefusedMove>> {
  return unitOfWork(async () => {
    let alert = await lockAlert(alertId)
    if (!alert) return err({ key: 'missing', alert: null })
    if (move.seen !== undefined && move.seen !== alert.version) return err({ key: 'changed', alert })
    if (alert.idle && move.officer && alert.claimed_by !== move.officer.id) alert = await releaseIdle(alert)
    const because = move.refuse?.(alert)
    if (because) return err({ key: because, alert })
    const definition = await workflowAt('alert', alert.workflow_revision)
    const code = typeof move.act === 'string' ? move.act : move.act(alert)
    const { officer, reason, note } = move
    const judged = judgeAct(
      definition,
      {
        state: alert.step ?? alert.state,
        heldBy: alert.claimed_by,
        did: actOf(definition, code)?.guard.notWho.length ? await whoDid(alertId) : {},
      },
      {
        act: code,
        officer,
        circumstances: alert.band === 'high' ? ['high'] : [],
        ...(reason ? { reason } : {}),
        ...(note ? { note } : {}),
      }
    )
    if (!judged.ok) return err({ key: REFUSALS[judged.error], alert })
    const step = await put(alert, judged.value.to, move)
    await writeAlertEvent(alertId, kindOf(code), {
      officerId: officer?.id ?? null,
      act: code,
      step,
      reason: reason ?? null,
      note: note ?? null,
      target: move.target ?? null,
    })
    await notifyLive('alert:changed', alertId)
    return ok((await lockAlert(alertId))!)
  })
}

/** Into this state; what only another phase has goes with it. */
async function put(alert: AlertRow, to: WorkflowState, { set, target = null }: AlertMove): Promise<string | null> {
  const step = to.code === to.phase ? null : to.code
  const [queued, held, merged] = [to.phase === 'new', to.phase === 'claimed', to.phase === 'merged']
  await execute(
    `update tenant.alerts set state = ?, step = ?, changed_at = now(), version = version + 1, snoozed_until = null, snoozed_for = null, snoozed_by = null,
            claimed_by = case when ? then null else claimed_by end, claimed_at = case when ? then null else claimed_at end,
            touched_at = case when ? then now() end, merged_into = case when ? then ?::uuid end,
            decided_by = case when ? then null else decided_by end, decided_at = case when ? then null else decided_at end,
            decision_reason = case when ? then null else decision_reason end, decision_note = case when ? then null else decision_note end
      where id = ?`,
    [to.phase, step, queued, queued, held, merged, target, to.open, to.open, to.open, to.open, alert.id]
  )
  if (set) await execute(`update tenant.alerts set ${set.sql} where id = ?`, [...set.bindings, alert.id])
  return step
}

/** Persons who did each act on it, by whose number four eyes are counted. */
async function whoDid(alertId: string): Promise<Record<string, string[]>> {
  const did = await rows<{ act: string; persons: string[] }>(
    `select e.act, array_agg(distinct coalesce(o.same_person_as, o.id)::text) as persons
       from tenant.alert_events e join tenant.officers o on o.tenant_id = e.tenant_id and o.id = e.officer_id
      where e.alert_id = ? and e.act is not null group by e.act`,
    [alertId]
  )
  return Object.fromEntries(did.map(({ act, persons }) => [act, persons]))
}

/** A claim that nobody worked on binds nobody. */
export async function releaseIdle(alert: AlertRow): Promise<AlertRow> {
  await execute(
    `update tenant.alerts set state = 'new', step = null, claimed_by = null, claimed_at = null, touched_at = null, changed_at = now(), version = version + 1
      where id = ?`,
    [alert.id]
  )
  await writeAlertEvent(alert.id, 'idle_released', { officerId: null, act: 'release_idle', target: alert.claimed_by })
  await notifyLive('alert:changed', alert.id)
  return {
    ...alert,
    state: 'new',
    step: null,
    claimed_by: null,
    claimed_at: null,
    idle: false,
    version: alert.version + 1,
  }
}
