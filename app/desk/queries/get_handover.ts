import type { HandoverSheet } from '../../../resources/pages/handover/index.props.js'
import { alertInScope } from '#app/targeting/published'
import { firstRow, rows } from '#platform/tenancy/database'
import { clearShips, wholeQueue } from './clear_ships.js'
import { getDeskState } from './get_desk_state.js'

const MOST_LINES = 60

/** What this shift would leave to the next if it ended now, as far as the officer's units look. */
export async function currentHandover(now: Date): Promise<HandoverSheet> {
  const keys = await wholeQueue()
  const clearing = await clearShips(keys, await getDeskState(), now)
  const waiting = new Map<string, number>()
  for (const { call_id: call } of keys) waiting.set(call ?? 'unknown', (waiting.get(call ?? 'unknown') ?? 0) + 1)
  const calls = await rows<{ id: string; name: string; at: Date | null }>(
    `select id, coalesce(means_name, voyage, port) as name, coalesce(arrived_at, eta) as at from tenant.calls where id = any (?::uuid[])
      order by coalesce(arrived_at, eta) nulls last, id limit ?`,
    [`{${[...waiting.keys()].filter((id) => id !== 'unknown').join(',')}}`, MOST_LINES]
  )
  const since = await lastHandover()
  return {
    from: since.toISOString(),
    ships: calls.map(({ id, name, at }) => ({
      call: id,
      name,
      at: at?.toISOString() ?? null,
      undecided: waiting.get(id) ?? 0,
      clearing: clearing.get(id) ?? null,
    })),
    unknownArrival: waiting.get('unknown') ?? 0,
    held: await heldBy(),
    snoozed: await snoozed(),
    counts: await countsSince(since),
  }
}

/** When the last sheet was signed, else a shift ago. */
async function lastHandover(): Promise<Date> {
  const last = await firstRow<{ at: Date }>(
    `select greatest(coalesce(max(written_at), now() - interval '8 hours'), now() - interval '24 hours') as at from tenant.handovers`
  )
  return last!.at
}

async function heldBy() {
  const scope = alertInScope()
  return rows<{ officer: string; alerts: number }>(
    `select o.name as officer, count(*)::int as alerts from tenant.alerts a join tenant.officers o on o.tenant_id = a.tenant_id and o.id = a.claimed_by
      where a.state = 'claimed' and ${scope.sql} group by o.id, o.name order by count(*) desc, o.name limit ?`,
    [...scope.bindings, MOST_LINES]
  )
}

async function snoozed(): Promise<HandoverSheet['snoozed']> {
  const scope = alertInScope()
  const found = await rows<{
    alert: string
    reference: string | null
    until: Date
    for: string | null
    by: string | null
  }>(
    `select a.id as alert, c.reference, a.snoozed_until as until, a.snoozed_for as for, o.name as by from tenant.alerts a
       join tenant.consignments c on c.tenant_id = a.tenant_id and c.id = a.consignment_id
       left join tenant.officers o on o.tenant_id = a.tenant_id and o.id = a.snoozed_by
      where a.snoozed_until > now() and a.state in ('new', 'claimed') and ${scope.sql} order by a.snoozed_until, a.id limit ?`,
    [...scope.bindings, MOST_LINES]
  )
  return found.map((each) => ({ ...each, until: each.until.toISOString() }))
}

/** What was done and missed since then. */
async function countsSince(since: Date): Promise<HandoverSheet['counts']> {
  const scope = alertInScope()
  const found = await firstRow<HandoverSheet['counts']>(
    `select count(*) filter (where e.kind = 'raised')::int as raised, count(*) filter (where e.kind = 'dismissed')::int as dismissed,
            count(*) filter (where e.kind = 'ordered')::int as ordered, count(*) filter (where e.kind = 'expired')::int as missed,
            count(*) filter (where e.kind = 'escalated')::int as escalated
       from tenant.alert_events e join tenant.alerts a on a.tenant_id = e.tenant_id and a.id = e.alert_id
      where e.at >= ? and ${scope.sql}`,
    [since, ...scope.bindings]
  )
  return found!
}

export interface SignedHandover {
  id: string
  sheet: HandoverSheet
  note: string | null
  written_by: string
  writer: string
  written_at: Date
  receiver: string | null
  received_at: Date | null
}

const SIGNED = `select h.id, h.sheet, h.note, h.written_by, w.name as writer, h.written_at, r.name as receiver, h.received_at
  from tenant.handovers h join tenant.officers w on w.tenant_id = h.tenant_id and w.id = h.written_by
  left join tenant.officers r on r.tenant_id = h.tenant_id and r.id = h.received_by`

/** Sheets signed so far, newest first. */
export const listHandovers = (): Promise<SignedHandover[]> =>
  rows(`${SIGNED} order by h.written_at desc, h.id limit 20`)

export const getHandover = (id: string): Promise<SignedHandover | null> => firstRow(`${SIGNED} where h.id = ?`, [id])

/** Absences that are not over: one's own, or everybody's for who assigns work. */
export const listAbsences = (officerId: string | null) =>
  rows<{ id: string; officer: string; substitute: string | null; from: Date; until: Date }>(
    `select x.id, o.name as officer, s.name as substitute, x.from_at as from, x.until from tenant.officer_absences x
       join tenant.officers o on o.tenant_id = x.tenant_id and o.id = x.officer_id
       left join tenant.officers s on s.tenant_id = x.tenant_id and s.id = x.substitute_id
      where x.ended_at is null and x.until > now() and (?::uuid is null or x.officer_id = ?::uuid) order by x.from_at, x.id limit 200`,
    [officerId, officerId]
  )
