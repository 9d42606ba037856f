import type { ArrivalPeek } from '../../../resources/pages/arrivals/index.props.js'
import { alertInScope } from '#app/targeting/published'
import { firstRow } from '#platform/tenancy/database'
import { brief } from '../transformers/brief.js'
import { callSummary, placeName } from '../transformers/call_summary.js'
import { consignmentsOf, getCall } from './get_call.js'
import { listWorstOfCall } from './list_consignment_briefs.js'

/** What stands beside the board for the chosen ship. */
export async function getArrivalPeek(id: string): Promise<ArrivalPeek | null> {
  const call = await getCall(id)
  if (!call) return null
  const scope = consignmentsOf(call)
  const alerts = alertInScope()
  const sums = await firstRow<{
    filed: number
    assessed: number
    alerts: number
    problems: number
    loading: string | null
  }>(
    `select count(*)::int as filed, count(s.consignment_id)::int as assessed,
            (select count(distinct a.consignment_id)::int from tenant.alerts a join tenant.consignments c on c.id = a.consignment_id
              where ${scope.sql} and a.state in ('new', 'claimed') and ${alerts.sql}) as alerts,
            (select count(*)::int from tenant.consignments c where ${scope.sql} and c.state = 'unusable') as problems,
            mode() within group (order by c.loading_port) as loading
       from tenant.consignments c left join tenant.standings s on s.tenant_id = c.tenant_id and s.consignment_id = c.id
      where ${scope.sql} and c.state = 'filed'`,
    [...scope.bindings, ...alerts.bindings, ...scope.bindings, ...scope.bindings]
  )
  const worst = await listWorstOfCall(scope, 6)
  return {
    call: callSummary(call),
    route: [call.previous_port ?? sums?.loading ?? null, call.port].flatMap((code) => placeName(code) ?? []),
    assessed: sums?.assessed ?? 0,
    filed: sums?.filed ?? 0,
    problems: sums?.problems ?? 0,
    worst: worst.map(brief),
    alerts: sums?.alerts ?? 0,
  }
}
