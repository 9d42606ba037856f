import { prepareOrder } from '#app/casework/published'
import { uuidv7 } from '#platform/database/uuid'
import { execute, rows } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import type { PlannedOrder } from './plan_inspections.js'
import { pick, roll } from './roll.js'

interface People {
  inspector: string
  supervisor: string
  analyst: string
}
interface Site {
  id: string
  port: string | null
}
type Numbered = PlannedOrder & { id: string; number: number; site: string }

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString())

/** Writes planned orders with everything that belongs to them, a few statements for all. */
export async function writeInspections(planned: readonly PlannedOrder[], seed: number): Promise<void> {
  const people = await findPeople()
  const sites = await rows<Site>(`select id, port from tenant.sites where closed_at is null order by code`)
  if (!people || sites.length === 0 || planned.length === 0) return
  const orders = planned.map((order, index) => ({ ...order, id: uuidv7(), number: index + 1, site: siteOf(order) }))
  await insertOrders(orders, people)
  await insertOrigins(orders, people)
  await insertHistory(orders, people)
  await insertResults(orders, people)
  await planSearches(orders)
  await closeAlerts(orders, people)

  function siteOf({ cargo }: PlannedOrder): string {
    const there = sites.filter(({ port }) => port === cargo.port)
    return pick(there.length > 0 ? there : sites, roll(seed, cargo.reference, 'site')).id
  }
}

async function findPeople(): Promise<People | null> {
  const found = await rows<{ code: string; id: string }>(
    `select r.code, x.officer_id as id from tenant.officer_roles x join tenant.roles r on r.tenant_id = x.tenant_id and r.id = x.role_id
      where r.code in ('inspector', 'supervisor', 'analyst') order by x.officer_id`
  )
  const idOf = (code: string) => found.find((person) => person.code === code)?.id
  const [inspector, supervisor, analyst] = [idOf('inspector'), idOf('supervisor'), idOf('analyst')]
  return inspector && supervisor && analyst ? { inspector, supervisor, analyst } : null
}

/** Inserts records given as JSON; the tenant comes first. */
function insert(table: string, columns: string, shape: string, records: readonly object[]): Promise<number> {
  return execute(
    `insert into tenant.${table} (tenant_id, ${columns}) select ?::uuid, ${columns} from jsonb_to_recordset(?::jsonb) as r (${shape})`,
    [tenancy.current().administration.id, JSON.stringify(records)]
  )
}

const touched = ({ state }: PlannedOrder) => state !== 'ordered' && state !== 'missed'

async function insertOrders(orders: readonly Numbered[], { inspector, supervisor }: People): Promise<void> {
  await insert(
    'inspection_orders',
    'id, number, site_id, type, consignment_id, equipment, useful_until, state, inspector_id, drawn_id, reviewer_id, refusal, ordered_at, started_at, closed_at',
    `id uuid, number bigint, site_id uuid, type text, consignment_id uuid, equipment text, useful_until timestamptz, state text, inspector_id uuid,
     drawn_id uuid, reviewer_id uuid, refusal text, ordered_at timestamptz, started_at timestamptz, closed_at timestamptz`,
    orders.map((order) => ({
      id: order.id,
      number: order.number,
      site_id: order.site,
      type: order.type,
      consignment_id: order.cargo.id,
      equipment: order.cargo.equipment,
      useful_until: iso(order.usefulUntil),
      state: order.state,
      inspector_id: touched(order) ? inspector : null,
      drawn_id: touched(order) ? inspector : null,
      reviewer_id: order.reviewedAt === null ? null : supervisor,
      refusal: order.state === 'refused' ? 'no_equipment' : null,
      ordered_at: iso(order.orderedAt),
      started_at: iso(order.startedAt),
      closed_at: iso(order.doneAt),
    }))
  )
  await execute(
    `insert into tenant.inspection_numbers as n (tenant_id, last) values (?, ?) on conflict (tenant_id) do update set last = excluded.last`,
    [tenancy.current().administration.id, orders.length]
  )
}

const insertOrigins = (orders: readonly Numbered[], { analyst }: People) =>
  insert(
    'inspection_order_origins',
    'id, order_id, kind, alert_id, assessment_id, ordered_by',
    'id uuid, order_id uuid, kind text, alert_id uuid, assessment_id uuid, ordered_by uuid',
    orders.flatMap(({ id, random, cargo }) =>
      random
        ? [{ id: uuidv7(), order_id: id, kind: 'random' }]
        : cargo.alerts.map((alert) => ({
            id: uuidv7(),
            order_id: id,
            kind: 'alert',
            alert_id: alert.id,
            assessment_id: alert.assessment,
            ordered_by: analyst,
          }))
    )
  )

function insertHistory(orders: readonly Numbered[], { inspector, supervisor }: People) {
  const line = (order: Numbered, kind: string, at: number, officer: string | null, reason: string | null = null) => ({
    id: uuidv7(),
    order_id: order.id,
    kind,
    officer_id: officer,
    reason,
    at: iso(at),
  })
  return insert(
    'inspection_order_events',
    'id, order_id, kind, officer_id, reason, at',
    'id uuid, order_id uuid, kind text, officer_id uuid, reason text, at timestamptz',
    orders.flatMap((order) => [
      line(order, 'ordered', order.orderedAt, null),
      ...(touched(order) && order.state !== 'refused'
        ? [line(order, 'accepted', order.startedAt ?? order.orderedAt + 1_800_000, inspector)]
        : []),
      ...(order.startedAt === null ? [] : [line(order, 'in_progress', order.startedAt + 1, inspector)]),
      ...(order.state === 'missed' ? [line(order, 'missed', order.doneAt!, null)] : []),
      ...(order.state === 'refused' ? [line(order, 'refused', order.doneAt!, inspector, 'no_equipment')] : []),
      ...(order.result === null ? [] : [line(order, 'done', order.doneAt!, inspector)]),
      ...(order.reviewedAt === null ? [] : [line(order, 'reviewed', order.reviewedAt, supervisor)]),
    ])
  )
}

const JUDGEMENT = {
  resultant: 'confirmed_risk',
  not_resultant: 'nothing_found',
  inconclusive: 'inconclusive',
  not_examined: 'not_examined',
} as const

async function insertResults(orders: readonly Numbered[], { inspector }: People): Promise<void> {
  const { currency } = tenancy.current().administration
  const finished = orders.filter(({ result }) => result !== null)
  await insert(
    'inspection_findings',
    'id, order_id, what, place, quantity, unit, value_minor, currency, code_edition, recorded_by, recorded_at',
    `id uuid, order_id uuid, what text, place text, quantity text, unit text, value_minor bigint, currency text, code_edition int, recorded_by uuid, recorded_at timestamptz`,
    finished.flatMap(({ id, finding, doneAt }) =>
      finding
        ? [
            {
              id: uuidv7(),
              order_id: id,
              what: finding.what,
              place: finding.place,
              quantity: finding.quantity,
              unit: finding.unit,
              value_minor: finding.value,
              currency,
              code_edition: 1,
              recorded_by: inspector,
              recorded_at: iso(doneAt! - 600_000),
            },
          ]
        : []
    )
  )
  await insert(
    'outcomes',
    'id, order_id, result, judgement, enforcement, revenue_minor, currency, minutes, reason, code_edition, position, inspector_id, recorded_at',
    `id uuid, order_id uuid, result text, judgement text, enforcement text, revenue_minor bigint, currency text, minutes int, reason text, code_edition int,
     position int, inspector_id uuid, recorded_at timestamptz`,
    finished.map((order) => ({
      id: uuidv7(),
      order_id: order.id,
      result: order.result,
      judgement: JUDGEMENT[order.result!],
      enforcement: order.enforcement,
      ...(order.enforcement === 'penalty' && { revenue_minor: Math.round(order.finding!.value / 4), currency }),
      minutes: order.minutes,
      reason: order.result === 'not_examined' ? 'no_time' : null,
      code_edition: 1,
      position: 1,
      inspector_id: inspector,
      recorded_at: iso(order.doneAt),
    }))
  )
}

/** Lists of what was found and of what waits: they are what the next lists are made of. Who waits for nobody yet is drawn. */
async function planSearches(orders: readonly Numbered[]): Promise<void> {
  const found = orders.filter(({ finding }) => finding !== null)
  const open = orders.filter(({ state }) => state === 'ordered' || state === 'accepted')
  for (const order of [...found, ...open]) {
    const wanted = {
      consignmentId: order.cargo.id,
      siteId: order.site,
      type: order.type,
      equipment: order.cargo.equipment,
    }
    await prepareOrder(order.id, wanted, order.state === 'ordered')
  }
}

/** Alerts of these orders were answered by them; where the cargo left first they are missed, where refused dismissed later. */
async function closeAlerts(orders: readonly Numbered[], { analyst }: People): Promise<void> {
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
