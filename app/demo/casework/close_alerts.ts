import { execute } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { iso, type Numbered } from './seeded_order.js'

/** Alerts of these orders were answered by them; where the cargo left first they are missed, where refused dismissed later. */
export async function closeAlerts(orders: readonly Numbered[], analyst: string): Promise<void> {
  const closed = orders
    .filter(({ state }) => state !== 'refused')
    .flatMap(({ cargo, orderedAt, doneAt, state }) =>
      cargo.alerts.map(({ id }) => ({
        id,
        officer: analyst,
        raised: iso(orderedAt - 7_200_000),
        claimed: iso(orderedAt - 300_000),
        ordered: iso(orderedAt),
        expired: state === 'missed' ? iso(doneAt) : null,
      }))
    )
  const shape =
    'd (id uuid, officer uuid, raised timestamptz, claimed timestamptz, ordered timestamptz, expired timestamptz)'
  await execute(
    `update tenant.alerts a set state = case when d.expired is null then 'ordered' else 'expired' end, raised_at = least(a.raised_at, d.raised),
            claimed_by = d.officer, claimed_at = d.claimed, changed_at = coalesce(d.expired, d.ordered), version = a.version + 1
       from jsonb_to_recordset(?::jsonb) as ${shape} where a.id = d.id`,
    [JSON.stringify(closed)]
  )
  await execute(
    `insert into tenant.alert_events (tenant_id, id, alert_id, kind, officer_id, at)
     select ?::uuid, uuidv7(), d.id, e.kind, case when e.kind = 'claimed' then d.officer end,
            case e.kind when 'claimed' then d.claimed when 'ordered' then d.ordered else d.expired end
       from jsonb_to_recordset(?::jsonb) as ${shape} cross join (values ('claimed'), ('ordered'), ('expired')) as e (kind)
      where e.kind <> 'expired' or d.expired is not null`,
    [tenancy.current().administration.id, JSON.stringify(closed)]
  )
}
