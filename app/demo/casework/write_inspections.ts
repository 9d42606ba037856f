import { pastDraw, prepareOrder } from '#app/casework/published'
import { uuidv7 } from '#platform/database/uuid'
import { execute, rows } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { closeAlerts } from './close_alerts.js'
import type { PlannedOrder } from './plan_inspections.js'
import { pick, roll } from './roll.js'
import { iso, type Numbered } from './seeded_order.js'

interface People {
  supervisor: string
  analyst: string
}
interface Site {
  id: string
  port: string | null
  /** Who works there and may inspect. */
  inspectors: string[]
}
/** Writes planned orders with everything that belongs to them, a few statements for all. */
export async function writeInspections(planned: readonly PlannedOrder[], seed: number): Promise<void> {
  const people = await findPeople()
  const sites = await findSites()
  if (!people || sites.length === 0 || planned.length === 0) return
  const orders: Numbered[] = []
  for (const order of planned) orders.push(await numbered(order, orders.length + 1))
  await insertOrders(orders, people)
  await insertDraws(orders)
  await insertOrigins(orders, people)
  await insertHistory(orders, people)
  await insertResults(orders)
  await planSearches(orders)
  await closeAlerts(orders, people.analyst)

  async function numbered(order: PlannedOrder, number: number): Promise<Numbered> {
    const [id, site] = [uuidv7(), siteOf(order)]
    const own = { ...order, id, number, site: site.id }
    if (!touched(order)) return { ...own, inspector: null, draw: null }
    const { drawn, ...draw } = await pastDraw(id, order.orderedAt, site.inspectors)
    return { ...own, inspector: drawn, draw: { ...draw, candidates: site.inspectors } }
  }

  function siteOf({ cargo }: PlannedOrder): Site {
    const there = sites.filter(({ port }) => port === cargo.port)
    return pick(there.length > 0 ? there : sites, roll(seed, cargo.reference, 'site'))
  }
}

/** Open sites where somebody can inspect. */
const findSites = (): Promise<Site[]> =>
  rows(
    `select s.id, s.port, array_agg(distinct x.officer_id::text) as inspectors from tenant.sites s
       join tenant.site_officers x on x.tenant_id = s.tenant_id and x.site_id = s.id
       join tenant.officer_roles r on r.tenant_id = x.tenant_id and r.officer_id = x.officer_id
       join tenant.role_permissions p on p.tenant_id = r.tenant_id and p.role_id = r.role_id and p.permission = 'inspections.record'
      where s.closed_at is null group by s.id, s.port, s.code order by s.code`
  )

async function findPeople(): Promise<People | null> {
  const found = await rows<{ code: string; id: string }>(
    `select r.code, x.officer_id as id from tenant.officer_roles x join tenant.roles r on r.tenant_id = x.tenant_id and r.id = x.role_id
      where r.code in ('supervisor', 'analyst') order by x.officer_id`
  )
  const idOf = (code: string) => found.find((person) => person.code === code)?.id
  const [supervisor, analyst] = [idOf('supervisor'), idOf('analyst')]
  return supervisor && analyst ? { supervisor, analyst } : null
}

/** Inserts records given as JSON; the tenant comes first. */
function insert(table: string, columns: string, shape: string, records: readonly object[]): Promise<number> {
  return execute(
    `insert into tenant.${table} (tenant_id, ${columns}) select ?::uuid, ${columns} from jsonb_to_recordset(?::jsonb) as r (${shape})`,
    [tenancy.current().administration.id, JSON.stringify(records)]
  )
}

const touched = ({ state }: PlannedOrder) => state !== 'ordered' && state !== 'missed'

async function insertOrders(orders: readonly Numbered[], { supervisor }: People): Promise<void> {
  await insert(
    'inspection_orders',
    'id, number, site_id, type, consignment_id, equipment, useful_until, state, inspector_id, drawn_id, draw_round, reviewer_id, refusal, ordered_at, started_at, closed_at',
    `id uuid, number bigint, site_id uuid, type text, consignment_id uuid, equipment text, useful_until timestamptz, state text, inspector_id uuid,
     drawn_id uuid, draw_round int, reviewer_id uuid, refusal text, ordered_at timestamptz, started_at timestamptz, closed_at timestamptz`,
    orders.map((order) => ({
      id: order.id,
      number: order.number,
      site_id: order.site,
      type: order.type,
      consignment_id: order.cargo.id,
      equipment: order.cargo.equipment,
      useful_until: iso(order.usefulUntil),
      state: order.state,
      inspector_id: order.inspector,
      drawn_id: order.inspector,
      draw_round: order.draw === null ? 0 : 1,
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

const insertDraws = (orders: readonly Numbered[]) =>
  insert(
    'inspection_draws',
    'id, order_id, round, day, kid, commitment, candidates, drawn_id, reason, at',
    'id uuid, order_id uuid, round int, day date, kid text, commitment text, candidates uuid[], drawn_id uuid, reason text, at timestamptz',
    orders.flatMap(({ id, draw, inspector, orderedAt }) =>
      draw === null
        ? []
        : [
            {
              id: uuidv7(),
              order_id: id,
              round: 1,
              ...draw,
              drawn_id: inspector,
              reason: 'ordered',
              at: iso(orderedAt),
            },
          ]
    )
  )

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

function insertHistory(orders: readonly Numbered[], { supervisor }: People) {
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
        ? [line(order, 'accepted', order.startedAt ?? order.orderedAt + 1_800_000, order.inspector)]
        : []),
      ...(order.startedAt === null ? [] : [line(order, 'in_progress', order.startedAt + 1, order.inspector)]),
      ...(order.state === 'missed' ? [line(order, 'missed', order.doneAt!, null)] : []),
      ...(order.state === 'refused' ? [line(order, 'refused', order.doneAt!, order.inspector, 'no_equipment')] : []),
      ...(order.result === null ? [] : [line(order, 'done', order.doneAt!, order.inspector)]),
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

async function insertResults(orders: readonly Numbered[]): Promise<void> {
  const { currency } = tenancy.current().administration
  const finished = orders.filter(({ result }) => result !== null)
  await insert(
    'inspection_findings',
    'id, order_id, what, place, quantity, unit, value_minor, currency, code_edition, recorded_by, recorded_at',
    `id uuid, order_id uuid, what text, place text, quantity text, unit text, value_minor bigint, currency text, code_edition int, recorded_by uuid, recorded_at timestamptz`,
    finished.flatMap(({ id, finding, doneAt, inspector }) =>
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
      inspector_id: order.inspector,
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
