import { alertInScope } from '#app/targeting/published'
import { firstRow, rows } from '#platform/tenancy/database'
import type { TriageView } from '../triage_filters.js'
import { BRIEF_COLUMNS, type BriefRecord } from './list_consignment_briefs.js'

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

/** What the queue shows of these consignments, in the order they are asked in. */
export async function listTriage(ids: readonly string[]): Promise<TriageRecord[]> {
  const found = await rows<TriageRecord>(
    `select ${BRIEF_COLUMNS}, k.id as call_id, k.means_name, k.imo, k.voyage, k.port, k.berth, k.eta, k.arrived_at
       from tenant.consignments c
       left join tenant.standings s on s.tenant_id = c.tenant_id and s.consignment_id = c.id
       left join tenant.calls k on k.tenant_id = c.tenant_id and k.id = c.call_id
      where c.id = any (?::uuid[])`,
    [`{${ids.join(',')}}`]
  )
  const byId = new Map(found.map((record) => [record.id, record]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

export type TriageCounts = Record<TriageView, number>
const NONE: TriageCounts = { all: 0, mine: 0, unclaimed: 0, snoozed: 0, dismissed: 0, missed: 0, suppressed: 0 }

/** Consignments in each view; one consignment is one row whatever number of threats it has. */
export async function countTriage(officerId: string): Promise<TriageCounts> {
  const scope = alertInScope()
  const found = await firstRow<TriageCounts>(
    `select count(distinct consignment_id) filter (where open and awake)::int as all,
            count(distinct consignment_id) filter (where state = 'claimed' and claimed_by = ? and awake)::int as mine,
            count(distinct consignment_id) filter (where state = 'new' and awake)::int as unclaimed,
            count(distinct consignment_id) filter (where open and not awake)::int as snoozed,
            count(distinct consignment_id) filter (where state = 'dismissed' and decided_at > now() - interval '7 days')::int as dismissed,
            count(distinct consignment_id) filter (where state = 'expired' and changed_at > now() - interval '7 days')::int as missed,
            count(distinct consignment_id) filter (where state = 'suppressed' and changed_at > now() - interval '30 days')::int as suppressed
       from (select a.*, a.state in ('new', 'claimed') as open, (a.snoozed_until is null or a.snoozed_until <= now()) as awake
               from tenant.alerts a where (a.state in ('new', 'claimed') or a.changed_at > now() - interval '30 days') and ${scope.sql}) as a`,
    [officerId, ...scope.bindings]
  )
  return found ?? NONE
}

export interface TriageFacets {
  threats: string[]
  calls: { id: string; name: string }[]
  ports: string[]
  newest: Date | null
}

export async function getTriageFacets(): Promise<TriageFacets> {
  const scope = alertInScope()
  const threats = await rows<{ threat: string }>(
    `select distinct a.threat from tenant.alerts a where a.state in ('new', 'claimed') and ${scope.sql} order by a.threat`,
    scope.bindings
  )
  const calls = await rows<{ id: string; name: string; port: string | null }>(
    `select distinct on (coalesce(k.arrived_at, k.eta), k.id) k.id, coalesce(k.means_name, k.voyage, k.port) as name, k.port
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
  return {
    threats: threats.map((row) => row.threat),
    calls: calls.map(({ id, name }) => ({ id, name })),
    ports: [...new Set(calls.flatMap(({ port }) => port ?? []))].sort(),
    newest: newest?.at ?? null,
  }
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
