import { haveLeft, isConsignmentInScope } from '#app/cargo_register/published'
import { openAlertsOf, type AlertToAnswer } from '#app/targeting/published'
import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { announce } from '#platform/events/announce'
import { conflict, type Failure } from '#platform/http/failure'
import { notifyLive } from '#platform/live/notify'
import { execute, firstRow, rows, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import '../events.js'
import type { NewOrder, OrderedBy } from '../new_order.js'
import { bookSlot } from './book_slot.js'
import { prepareOrder } from './prepare_order.js'
import { writeOrderEvent } from './write_order_event.js'

/** Orders an inspection. By hand it answers every open alert of the consignment; the order itself says nothing of that. */
export async function orderInspection(wanted: NewOrder, by: OrderedBy): Promise<Result<string, Failure>> {
  return unitOfWork(async () => {
    await lockConsignment(wanted.consignmentId)
    const refused = await refusal(wanted)
    if (refused) return err(refused)
    const booked = await bookSlot(wanted, by)
    if (!booked.ok) return booked
    const alerts = by.kind === 'officer' ? await openAlertsOf(wanted.consignmentId) : []
    if (by.kind === 'officer' && alerts.some(({ heldBy }) => heldBy !== null && heldBy !== by.id))
      return err(conflict('casework.refused_held_by_other'))
    const id = await insertOrder(wanted)
    await insertOrigins(id, by, alerts)
    await writeOrderEvent([id], 'ordered', {})
    await prepareOrder(id, wanted, true)
    await recordAction({
      action: 'inspection.ordered',
      subject: { kind: 'inspection', id },
      data: { site: wanted.siteId, type: wanted.type, consignment: wanted.consignmentId, over_booked: booked.value },
    })
    await announce('inspection:ordered', { orderIds: [id], alertIds: alerts.map((alert) => alert.id) })
    await notifyLive('inspection:changed', id)
    return ok(id)
  })
}

/** Two people who order the same box take turns; the second is told. */
const lockConsignment = (id: string) =>
  rows(`select pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended(?, 0))`, [`order/${id}`])

async function refusal({ consignmentId, siteId, type, equipment }: NewOrder): Promise<Failure | null> {
  const site = await firstRow(`select id from tenant.sites where id = ? and closed_at is null`, [siteId])
  const consignment = await firstRow(`select id from tenant.consignments where id = ? and state = 'filed'`, [
    consignmentId,
  ])
  if (!site || !consignment || !(await isConsignmentInScope(consignmentId))) return { kind: 'not_found' }
  if (equipment !== null && !(await carries(consignmentId, equipment))) return { kind: 'not_found' }
  if ((await haveLeft([consignmentId])).has(consignmentId)) return conflict('casework.refused_left')
  const same = await firstRow<{ number: string }>(
    `select number::text from tenant.inspection_orders where consignment_id = ? and type = ? and equipment is not distinct from ?
        and state in ('ordered', 'accepted', 'in_progress') limit 1`,
    [consignmentId, type, equipment]
  )
  return same ? conflict('casework.refused_ordered_already', { number: same.number }) : null
}

const carries = async (consignmentId: string, equipment: string): Promise<boolean> =>
  (await firstRow(
    `select 1 from tenant.consignment_numbers where consignment_id = ? and kind = 'equipment' and key = ?`,
    [consignmentId, equipment]
  )) !== null

async function insertOrder(wanted: NewOrder): Promise<string> {
  const id = uuidv7()
  const tenant = tenancy.current().administration.id
  const next = await firstRow<{ last: string }>(
    `insert into tenant.inspection_numbers as n (tenant_id, last) values (?, 1)
     on conflict (tenant_id) do update set last = n.last + 1 returning last::text`,
    [tenant]
  )
  await execute(
    `insert into tenant.inspection_orders (tenant_id, id, number, site_id, type, consignment_id, equipment, day, shift, useful_until)
     values (?, ?, ?, ?, ?, ?, ?, ?::date, ?, ?::timestamptz)`,
    [
      tenant,
      id,
      next!.last,
      wanted.siteId,
      wanted.type,
      wanted.consignmentId,
      wanted.equipment,
      wanted.slot?.day ?? null,
      wanted.slot?.shift ?? null,
      new Date(wanted.usefulUntil),
    ]
  )
  return id
}

/** Where the order came from: written here, and read by nobody but through `order_origins()` (ADR 0019). */
async function insertOrigins(orderId: string, by: OrderedBy, alerts: readonly AlertToAnswer[]): Promise<void> {
  const officer = by.kind === 'officer' ? by : null
  for (const alert of alerts.length > 0 ? alerts : [null]) {
    await execute(
      `insert into tenant.inspection_order_origins (tenant_id, id, order_id, kind, alert_id, assessment_id, ordered_by, over_booked)
       values (?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        tenancy.current().administration.id,
        uuidv7(),
        orderId,
        alert ? 'alert' : by.kind,
        alert?.id ?? null,
        alert?.assessmentId ?? null,
        officer?.id ?? null,
        officer?.overBooked ?? null,
      ]
    )
  }
}
