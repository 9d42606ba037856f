import { alertInScope } from '#app/targeting/published'
import { rows } from '#platform/tenancy/database'
import type { TriageFilters, TriageView } from '../triage_filters.js'

/** What the order of the queue needs of a consignment: one with alerts of the view. */
export interface TriageKey {
  id: string
  call_id: string | null
  port: string | null
  arrival: Date | null
  score: number | null
  up_to: number | null
  undecided: boolean
}

/** Consignments that are ordered at a time; what is beyond is said, and reached by port, threat or ship. */
export const MOST_ORDERED = 5000

const AWAKE = `(a.snoozed_until is null or a.snoozed_until <= now())`
const OPEN = `a.state in ('new', 'claimed')`
const VIEWS: Record<TriageView, string> = {
  all: `${OPEN} and ${AWAKE}`,
  mine: `a.state = 'claimed' and a.claimed_by = ? and ${AWAKE}`,
  unclaimed: `a.state = 'new' and ${AWAKE}`,
  snoozed: `${OPEN} and a.snoozed_until > now()`,
  dismissed: `a.state = 'dismissed' and a.decided_at > now() - interval '7 days'`,
  missed: `a.state = 'expired' and a.changed_at > now() - interval '7 days'`,
  suppressed: `a.state = 'suppressed' and a.changed_at > now() - interval '30 days'`,
}

/** Ports and threats of a unit; empty ones mean all. */
const OF_UNIT = `(?::uuid is null or exists (select 1 from tenant.units u where u.id = ?::uuid
  and (u.threats = '{}' or a.threat = any(u.threats)) and (u.ports = '{}' or m.port is null or m.port = any(u.ports))))`

/** In no order that means anything: the core orders them. */
export async function listTriageKeys(filters: TriageFilters, officerId: string): Promise<TriageKey[]> {
  const scope = alertInScope()
  const { threat, call, port, unit } = filters
  const view = { sql: VIEWS[filters.view] }
  return rows<TriageKey>(
    `select c.id, c.call_id, coalesce(k.port, m.port) as port, coalesce(k.arrived_at, k.eta) as arrival, max(s.score) as score, max(s.up_to) as up_to,
            bool_or(a.state in ('new', 'claimed')) as undecided
       from tenant.alerts a
       join tenant.consignments c on c.tenant_id = a.tenant_id and c.id = a.consignment_id
       join tenant.manifests m on m.tenant_id = c.tenant_id and m.id = c.manifest_id
       left join tenant.standings s on s.tenant_id = c.tenant_id and s.consignment_id = c.id
       left join tenant.calls k on k.tenant_id = c.tenant_id and k.id = c.call_id
      where ${view.sql} and ${scope.sql} and ${OF_UNIT} and (?::text is null or a.threat = ?) and (?::uuid is null or c.call_id = ?::uuid)
        and (?::text is null or coalesce(k.port, m.port) = ?)
      group by c.id, c.call_id, k.port, m.port, k.arrived_at, k.eta order by max(s.score) desc nulls last, c.id limit ?`,
    [
      ...(filters.view === 'mine' ? [officerId] : []),
      ...scope.bindings,
      unit,
      unit,
      threat,
      threat,
      call,
      call,
      port,
      port,
      MOST_ORDERED,
    ]
  )
}
