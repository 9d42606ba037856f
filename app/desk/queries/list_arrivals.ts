import { ALERT_IN_SCOPE, alertInScope } from '#app/targeting/published'
import { rows } from '#platform/tenancy/database'
import { portInScope } from '#platform/tenancy/unit_scope'

/** One call on the board, or the manifests of a voyage whose arrival nobody has told yet. */
export interface ArrivalRecord {
  id: string
  known: boolean
  mode: string | null
  means_name: string | null
  imo: string | null
  voyage: string | null
  port: string | null
  previous_port: string | null
  /** When it left there. */
  left_previous_at: Date | null
  berth: string | null
  eta: Date | null
  arrived_at: Date | null
  /** ETA before the last change, when that was within the hour. */
  eta_before: Date | null
  filed: number
  declared: number
  first_filed_at: Date | null
  high: number
  medium: number
  low: number
  unknown: number
  undecided: number
  alerts: number
  holder_name: string | null
}

const COUNTS = `
  standing as (
    select s.consignment_id, s.band from tenant.standings s),
  alerted as (
    select a.consignment_id, bool_or(a.state in ('new', 'claimed')) as undecided, count(*) as alerts,
           (array_agg(a.claimed_by order by a.claimed_at desc nulls last) filter (where a.state = 'claimed'))[1] as holder
      from tenant.alerts a where ${ALERT_IN_SCOPE} group by a.consignment_id)`

const SUMS = `
  count(c.id)::int as filed, min(c.first_registered_at) as first_filed_at,
  count(*) filter (where s.band = 'high')::int as high, count(*) filter (where s.band = 'medium')::int as medium,
  count(*) filter (where s.band = 'low')::int as low, count(*) filter (where s.band = 'unknown')::int as unknown,
  count(*) filter (where a.undecided)::int as undecided, coalesce(sum(a.alerts), 0)::int as alerts,
  (array_agg(a.holder) filter (where a.holder is not null))[1] as holder`

/**
 * Calls that berthed in the last 12 h or are due within 14 days, by arrival, then those whose
 * arrival is unknown. Bands count consignments, `undecided` counts those with an open alert.
 */
export async function listArrivals(port: string | null): Promise<ArrivalRecord[]> {
  const [scope, alerts] = [portInScope(), alertInScope()]
  return rows<ArrivalRecord>(
    `with due as (
       select * from tenant.calls
        where coalesce(arrived_at, eta) between now() - interval '12 hours' and now() + interval '14 days' and (?::text is null or port = ?) and ${scope.sql}),
     ${COUNTS},
     sums as (
       select c.call_id, ${SUMS}
         from tenant.consignments c
         left join standing s on s.consignment_id = c.id
         left join alerted a on a.consignment_id = c.id
        where c.call_id in (select id from due) and c.state = 'filed' group by c.call_id),
     declared as (
       select call_id, coalesce(sum(declared_consignments), 0)::int as declared from tenant.manifests
        where call_id in (select id from due) and state = 'filed' group by call_id)
     select d.id, true as known, d.mode, d.means_name, d.imo, d.voyage, d.port, d.previous_port, d.left_previous_at, d.berth, d.eta, d.arrived_at,
            (select e.previous_at from tenant.call_events e
              where e.call_id = d.id and e.kind = 'eta_change' and e.recorded_at > now() - interval '1 hour' order by e.recorded_at desc, e.id limit 1) as eta_before,
            coalesce(s.filed, 0) as filed, coalesce(m.declared, 0) as declared, s.first_filed_at,
            coalesce(s.high, 0) as high, coalesce(s.medium, 0) as medium, coalesce(s.low, 0) as low, coalesce(s.unknown, 0) as unknown,
            coalesce(s.undecided, 0) as undecided, coalesce(s.alerts, 0) as alerts, o.name as holder_name
       from due d
       left join sums s on s.call_id = d.id
       left join declared m on m.call_id = d.id
       left join tenant.officers o on o.id = s.holder
      order by coalesce(d.arrived_at, d.eta), d.id limit 400`,
    [port, port, ...scope.bindings, ...alerts.bindings]
  )
}

/** Voyages of manifests filed in the last 60 days that joined no call, newest first. */
export async function listUnknownArrivals(port: string | null): Promise<ArrivalRecord[]> {
  const [scope, alerts] = [portInScope(), alertInScope()]
  return rows<ArrivalRecord>(
    `with open_manifests as (
       select id, coalesce(call_key, id::text) as key, voyage, port, mode, declared_consignments from tenant.manifests
        where call_id is null and state = 'filed' and last_filed_at > now() - interval '60 days' and (?::text is null or port = ?) and ${scope.sql}),
     ${COUNTS}
     select (array_agg(m.id order by m.id))[1] as id, false as known, min(m.mode) as mode, null as means_name, null as imo, min(m.voyage) as voyage,
            min(m.port) as port, null as previous_port, null as left_previous_at, null as berth, null as eta, null as arrived_at, null as eta_before,
            0 as declared, o.name as holder_name, x.*
       from (select m.key, ${SUMS}
               from open_manifests m
               join tenant.consignments c on c.manifest_id = m.id and c.state = 'filed' and not c.historical
               left join standing s on s.consignment_id = c.id
               left join alerted a on a.consignment_id = c.id
              group by m.key) x
       join open_manifests m on m.key = x.key
       left join tenant.officers o on o.id = x.holder
      group by x.key, x.filed, x.first_filed_at, x.high, x.medium, x.low, x.unknown, x.undecided, x.alerts, x.holder, o.name
      order by x.first_filed_at desc, 1 limit 100`,
    [port, port, ...scope.bindings, ...alerts.bindings]
  )
}
