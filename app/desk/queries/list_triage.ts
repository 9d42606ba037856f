import { alertInScope } from '#app/targeting/published'
import { firstRow, rows } from '#platform/tenancy/database'
import { BRIEF_COLUMNS, type BriefRecord } from './list_consignment_briefs.js'

export type TriageView = 'all' | 'mine' | 'unclaimed' | 'dismissed'
export type TriageSort = 'urgency' | 'score' | 'could_be'

export interface TriageFilters {
  view: TriageView
  sort: TriageSort
  threat: string | null
  call: string | null
}

/** A consignment with alerts, and the call it comes by. */
export interface TriageRecord extends BriefRecord {
  call_id: string | null
  means_name: string | null
  imo: string | null
  voyage: string | null
  port: string | null
  berth: string | null
  eta: Date | null
  arrived_at: Date | null
}

/** Rows the queue loads; more are reached by ship or threat. */
const MOST = 600

const VIEWS: Record<TriageView, string> = {
  all: `a.state in ('new', 'claimed')`,
  mine: `a.state = 'claimed' and a.claimed_by = ?`,
  unclaimed: `a.state = 'new'`,
  dismissed: `a.state = 'dismissed' and a.decided_at > now() - interval '7 days'`,
}

/**
 * Urgency is score times time left, as rank: ships that berth first come first, then the rest by
 * arrival, unknown arrivals last; within a ship by score.
 */
const ORDERS: Record<TriageSort, string> = {
  urgency: `coalesce(k.arrived_at, k.eta) nulls last, k.id, s.score desc nulls last, s.up_to desc nulls last, c.id`,
  score: `s.score desc nulls last, s.up_to desc nulls last, c.id`,
  could_be: `s.up_to desc nulls last, s.score desc nulls last, c.id`,
}

export async function listTriage(filters: TriageFilters, officerId: string): Promise<TriageRecord[]> {
  const scope = alertInScope()
  const where = [VIEWS[filters.view], scope.sql]
  const bindings: unknown[] = [...(filters.view === 'mine' ? [officerId] : []), ...scope.bindings]
  if (filters.threat) {
    where.push('a.threat = ?')
    bindings.push(filters.threat)
  }
  const callCondition = filters.call ? 'and c.call_id = ?' : ''
  if (filters.call) bindings.push(filters.call)
  return rows<TriageRecord>(
    `select ${BRIEF_COLUMNS}, k.id as call_id, k.means_name, k.imo, k.voyage, k.port, k.berth, k.eta, k.arrived_at
       from (select distinct a.tenant_id, a.consignment_id from tenant.alerts a where ${where.join(' and ')}) x
       join tenant.consignments c on c.tenant_id = x.tenant_id and c.id = x.consignment_id ${callCondition}
       left join tenant.standings s on s.tenant_id = c.tenant_id and s.consignment_id = c.id
       left join tenant.calls k on k.tenant_id = c.tenant_id and k.id = c.call_id
      order by ${ORDERS[filters.sort]} limit ?`,
    [...bindings, MOST]
  )
}

export interface TriageCounts {
  all: number
  mine: number
  unclaimed: number
  dismissed: number
}

/** Consignments in each view; one consignment is one row whatever number of threats it has. */
export async function countTriage(officerId: string): Promise<TriageCounts> {
  const scope = alertInScope()
  const found = await firstRow<TriageCounts>(
    `select count(distinct consignment_id) filter (where state in ('new', 'claimed'))::int as all,
            count(distinct consignment_id) filter (where state = 'claimed' and claimed_by = ?)::int as mine,
            count(distinct consignment_id) filter (where state = 'new')::int as unclaimed,
            count(distinct consignment_id) filter (where state = 'dismissed' and decided_at > now() - interval '7 days')::int as dismissed
       from tenant.alerts a where ${scope.sql}`,
    [officerId, ...scope.bindings]
  )
  return found ?? { all: 0, mine: 0, unclaimed: 0, dismissed: 0 }
}

export interface TriageFacets {
  threats: string[]
  calls: { id: string; name: string }[]
  newest: Date | null
}

export async function getTriageFacets(): Promise<TriageFacets> {
  const scope = alertInScope()
  const threats = await rows<{ threat: string }>(
    `select distinct a.threat from tenant.alerts a where a.state in ('new', 'claimed') and ${scope.sql} order by a.threat`,
    scope.bindings
  )
  const calls = await rows<{ id: string; name: string }>(
    `select distinct on (coalesce(k.arrived_at, k.eta), k.id) k.id, coalesce(k.means_name, k.voyage, k.port) as name
       from tenant.alerts a
       join tenant.consignments c on c.tenant_id = a.tenant_id and c.id = a.consignment_id
       join tenant.calls k on k.tenant_id = c.tenant_id and k.id = c.call_id
      where a.state in ('new', 'claimed') and ${scope.sql} order by coalesce(k.arrived_at, k.eta), k.id limit 200`,
    scope.bindings
  )
  const newest = await firstRow<{ at: Date | null }>(
    `select max(a.raised_at) as at from tenant.alerts a where ${scope.sql}`,
    scope.bindings
  )
  return { threats: threats.map((row) => row.threat), calls, newest: newest?.at ?? null }
}

/** What the officer decided since midnight of the administration, with the median time from claim to decision. */
export async function getToday(
  officerId: string,
  timezone: string
): Promise<{ decided: number; medianSeconds: number | null; undone: number }> {
  const found = await firstRow<{ decided: number; median: number | null; undone: number }>(
    `with today as (
       select kind, at, alert_id from tenant.alert_events
        where officer_id = ? and at >= date_trunc('day', now() at time zone ?) at time zone ?)
     select count(*) filter (where kind = 'dismissed')::int as decided, count(*) filter (where kind = 'reopened')::int as undone,
            (select (percentile_cont(0.5) within group (order by extract(epoch from a.decided_at - a.claimed_at)))::float8
               from tenant.alerts a where a.decided_by = ? and a.claimed_at is not null and a.id in (select alert_id from today)) as median
       from today`,
    [officerId, timezone, timezone, officerId]
  )
  return {
    decided: found?.decided ?? 0,
    medianSeconds: found?.median === null || !found ? null : Math.round(found.median),
    undone: found?.undone ?? 0,
  }
}
