import { addMember } from '#app/administration/actions/places/change_members'
import { askReassignment } from '#app/casework/inspections/actions/reassign_order'
import { revealDay } from '#app/casework/inspections/actions/reveal_day'
import { setDuty } from '#app/casework/inspections/actions/set_duty'
import type { OrderType } from '#app/casework/inspections/codes'
import { askRate, confirmRate } from '#app/casework/inspections/baseline/rates'
import { dayKey } from '#app/casework/inspections/draw/day_key'
import { commitmentOf, drawn } from '#app/casework/inspections/draw/draw'
import { uuidv7 } from '#platform/database/uuid'
import { execute, firstRow } from '#platform/tenancy/database'
import { makeOrder } from './casework.js'
import type { Place } from './world.js'

/** What waits for a second person, for another draw, and for the auditor. */
export interface Assigned {
  toReassign: string
  reassignment: string
  toKeep: string
  keeping: string
  toDraw: string
  /** A day that is over, its key sealed. */
  drawnOn: string
  /** A rate of the baseline that waits for the auditor. */
  rate: string
}

/** A draw of a day that is over, as it would have been made then. */
export async function drawOn(place: Place, day: string, orderId: string, candidates: readonly string[]): Promise<void> {
  await place.run(async () => {
    const { kid, key } = await dayKey(day)
    const round = Number(day.slice(-2)) + 50
    const of = { administrationId: place.administration.id, orderId, round }
    await execute(
      `insert into tenant.inspection_draws (tenant_id, id, order_id, round, day, kid, commitment, candidates, drawn_id, reason)
       values (?, ?, ?, ?, ?::date, ?, ?, ?::uuid[], ?, 'ordered')`,
      [
        place.administration.id,
        uuidv7(),
        orderId,
        round,
        day,
        kid,
        commitmentOf(key),
        candidates,
        drawn(key, of, candidates),
      ]
    )
  })
}

/** Orders around the draw, with a second inspector who comes to the site last. */
export async function assign(place: Place, siteId: string, toKeep: string, consignmentId: string): Promise<Assigned> {
  const { inspector, image_analyst: analyst, manager } = place.officers
  const duty = (types: readonly OrderType[]) =>
    place.run(() => setDuty({ siteId, inspectorId: inspector!.id, shifts: [], types }, manager!.id))
  const box = await place.run(() =>
    firstRow<{ key: string }>(
      `select key from tenant.consignment_numbers where consignment_id = ? and kind = 'equipment' order by key limit 1`,
      [consignmentId]
    )
  )
  const toReassign = await makeOrder(
    place,
    { consignmentId, siteId, type: 'documentary', equipment: box!.key },
    { kind: 'random' }
  )
  // Nobody can be drawn for this one, until the duty is set back.
  await duty(['documentary'])
  const wanted = { consignmentId, siteId, type: 'sample' as const, equipment: box!.key }
  const toDraw = await makeOrder(place, wanted, { kind: 'random' })
  await duty([])
  await place.run(() => addMember('site', siteId, analyst!.id))
  const ask = async (id: string) => {
    const asked = await place.run(() =>
      askReassignment(id, manager!.id, { to: analyst!.id, reason: 'the other one is ill' })
    )
    if (!asked.ok) throw new Error(JSON.stringify(asked.error))
    return asked.value
  }
  const [reassignment, keeping] = [await ask(toReassign), await ask(toKeep)]
  // Two that were overtaken, and wait no more.
  for (const decidedBy of [null, place.officers.supervisor!.id])
    await place.run(() =>
      execute(
        `insert into tenant.inspection_reassignments (tenant_id, id, order_id, from_id, to_id, reason, state, asked_by, decided_by)
         values (?, ?, ?, ?, ?, 'overtaken', 'outdated', ?, ?)`,
        [place.administration.id, uuidv7(), toKeep, inspector!.id, analyst!.id, manager!.id, decidedBy]
      )
    )
  const [revealed, drawnOn] = ['2026-01-04', '2026-01-05']
  for (const day of [revealed, drawnOn]) await drawOn(place, day, toReassign, [inspector!.id, analyst!.id].sort())
  const rate = await takePart(place, consignmentId)
  const done = await place.run(() => revealDay(revealed, place.officers.auditor!.id))
  if (!done.ok) throw new Error(JSON.stringify(done.error))
  return { toReassign, reassignment, toKeep, keeping, toDraw, drawnOn, rate }
}

/** One rate that holds, one that waits, and a consignment that took part. */
async function takePart(place: Place, consignmentId: string): Promise<string> {
  const { manager, auditor } = place.officers
  return place.run(async () => {
    const held = await askRate({ perMille: 1, type: 'scan' }, manager!.id)
    const confirmed = await confirmRate(held, auditor!.id)
    if (!confirmed.ok) throw new Error(JSON.stringify(confirmed.error))
    const { kid, key } = await dayKey('2026-01-05')
    await execute(
      `insert into tenant.baseline_tickets (tenant_id, consignment_id, day, kid, commitment, per_mille) values (?, ?, '2026-01-05', ?, ?, 1)`,
      [place.administration.id, consignmentId, kid, commitmentOf(key)]
    )
    return askRate({ perMille: 2, type: 'scan' }, manager!.id)
  })
}
