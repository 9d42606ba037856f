import { rows } from '#platform/tenancy/database'
import { UNDO_SECONDS } from '../undo_window.js'
import { alertInScope } from './alert_in_scope.js'

export interface AlertOverrides {
  officerId: string
  /** High alerts dismissed, those taken back at once left out; the band is that of the alert as it stands. */
  highDismissed: number
  /** Decided alerts opened again. */
  alertsReopened: number
}

/** What officers did to alerts against the rule, within the time from `from` until before `until`. */
export function countAlertOverrides(from: Date, until: Date): Promise<AlertOverrides[]> {
  const scope = alertInScope()
  return rows<AlertOverrides>(
    `select e.officer_id as "officerId", count(*) filter (where e.kind = 'dismissed')::int as "highDismissed",
            count(*) filter (where e.act = 'reopen')::int as "alertsReopened"
       from tenant.alert_events e join tenant.alerts a on a.tenant_id = e.tenant_id and a.id = e.alert_id
      where e.at >= ?::timestamptz and e.at < ?::timestamptz and e.officer_id is not null and ${scope.sql}
        and (e.act = 'reopen' or (e.kind = 'dismissed' and a.band = 'high' and not exists (
          select 1 from tenant.alert_events u where u.tenant_id = e.tenant_id and u.alert_id = e.alert_id and u.officer_id = e.officer_id
             and u.act in ('undo', 'undo_unheld') and u.at >= e.at and u.at < e.at + make_interval(secs => ?))))
      group by e.officer_id`,
    [from, until, ...scope.bindings, UNDO_SECONDS * 2]
  )
}
