import type { AlertHistoryLine, RelatedAlert } from '../../../resources/pages/triage/index.props.js'
import { alertInScope } from '#app/targeting/published'
import { workflowAt } from '#app/workflows/published'
import type { WorkflowText } from '#core/workflow/definition'
import type { Officer } from '#platform/access/officer'
import { rows } from '#platform/tenancy/database'

const MOST_LINES = 60
const MOST_RELATED = 20

/** Who did what on an alert, newest first. */
export async function listAlertHistory(alertId: string): Promise<AlertHistoryLine[]> {
  const found = await rows<{
    kind: string
    at: Date
    by: string | null
    reason: string | null
    note: string | null
    step: string | null
    target: string | null
  }>(
    `select e.kind, e.at, o.name as by, e.reason, e.note, e.step, t.name as target from tenant.alert_events e
       left join tenant.officers o on o.tenant_id = e.tenant_id and o.id = e.officer_id
       left join tenant.officers t on t.tenant_id = e.tenant_id and t.id = e.target
      where e.alert_id = ? and e.kind <> 'updated' order by e.at desc, e.id desc limit ?`,
    [alertId, MOST_LINES]
  )
  return found.map(({ at, ...line }) => ({ ...line, at: at.toISOString() }))
}

/** Other alerts of the same containers or parties, open ones first, then the newest: what to merge, and what was seen before. */
export async function listRelatedAlerts(
  alertId: string,
  consignmentId: string,
  officer: Officer
): Promise<RelatedAlert[]> {
  const scope = alertInScope()
  const found = await rows<{
    id: string
    consignment_id: string
    reference: string | null
    goods: string | null
    threat: string
    band: string
    score: number
    state: string
    reason: string | null
    raised_at: Date
    merged: boolean
    same_box: boolean
    result: string | null
  }>(
    `with boxes as (
       select distinct n.consignment_id from tenant.consignment_numbers m
         join tenant.consignment_numbers n on n.tenant_id = m.tenant_id and n.kind = m.kind and n.key = m.key
        where m.consignment_id = ? and m.kind = 'equipment' limit 500),
     parties as (
       (select h.consignment_id from tenant.consignment_history o join tenant.consignment_history h
           on h.tenant_id = o.tenant_id and h.consignee_key = o.consignee_key where o.consignment_id = ? order by h.filed_at desc limit 200)
       union (select h.consignment_id from tenant.consignment_history o join tenant.consignment_history h
           on h.tenant_id = o.tenant_id and h.consignor_key = o.consignor_key where o.consignment_id = ? order by h.filed_at desc limit 200))
     select a.id, a.consignment_id, c.reference, c.description as goods, a.threat, a.band, a.score, a.state, a.decision_reason as reason, a.raised_at,
            coalesce(a.merged_into = ?, false) as merged, exists (select 1 from boxes b where b.consignment_id = c.id) as same_box,
            (select x.result from tenant.outcomes x join tenant.inspection_orders o on o.tenant_id = x.tenant_id and o.id = x.order_id
              where o.consignment_id = c.id and o.state = 'reviewed' order by x.recorded_at desc limit 1) as result
       from tenant.alerts a join tenant.consignments c on c.tenant_id = a.tenant_id and c.id = a.consignment_id
      where a.id <> ? and (a.merged_into = ? or c.id in (select consignment_id from boxes union select consignment_id from parties)) and ${scope.sql}
      order by (a.merged_into = ?) desc nulls last, a.state in ('new', 'claimed') desc, a.raised_at desc, a.id limit ?`,
    [consignmentId, consignmentId, consignmentId, alertId, alertId, alertId, ...scope.bindings, alertId, MOST_RELATED]
  )
  return found.map(({ raised_at: at, consignment_id: consignment, same_box: sameBox, ...each }) => ({
    ...each,
    result: officer.permissions.has('outcomes.read') ? each.result : null,
    consignment,
    sameBox,
    open: each.state === 'new' || each.state === 'claimed',
    raisedAt: at.toISOString(),
  }))
}

/** Steps of the alert's own workflow that this officer can take from here: beginning the review, and states put between. */
export async function listSteps(
  alert: { state: string; step: string | null; workflow_revision: number },
  officer: Officer
): Promise<{ act: string; title: WorkflowText }[]> {
  const workflow = await workflowAt('alert', alert.workflow_revision)
  const here = alert.step ?? alert.state
  const phase = (code: string) => workflow.states.find((state) => state.code === code)?.phase
  return workflow.acts
    .filter(
      ({ from, to, guard }) =>
        from.includes(here) && to !== here && phase(to) === phase(here) && guard.permission === 'alerts.triage'
    )
    .filter(() => officer.permissions.has('alerts.triage'))
    .map(({ code, title }) => ({ act: code, title }))
}
