import { askReassignment, decideReassignment } from '#app/casework/inspections/actions/reassign_order'
import { makeAlert } from './alerts.js'
import { makeOrder, makeSite } from './casework.js'
import { ask } from './intake.js'
import { makePlace, type Place } from './world.js'

export const ORDERS = 12

interface Draw {
  order_id: string
  candidates: string[]
  drawn_id: string
}
export const drawsOf = (place: Place) =>
  ask<Draw>(
    place,
    `select order_id, candidates::text[] as candidates, drawn_id from tenant.inspection_draws order by id`
  )

/** Twelve orders of one consignee and one filer drawn among three; the first of them ends up with all. */
export async function changedDraws() {
  const place = await makePlace()
  await place.hire('third', 'inspector')
  await place.hire('boss', 'supervisor')
  const siteId = await makeSite(place, 'KIN-YARD', ['inspector', 'image_analyst', 'third'])
  for (let at = 0; at < ORDERS; at++)
    await makeOrder(place, { consignmentId: (await makeAlert(place)).consignment, siteId })
  const friend = place.officers.inspector!.id
  const [supervisor, boss] = [place.officers.supervisor!.id, place.officers.boss!.id]
  const changed = (await drawsOf(place)).filter(({ drawn_id: drawn }) => drawn !== friend)
  for (const { order_id: order } of changed) {
    const asked = await place.run(
      () => askReassignment(order, supervisor, { to: friend, reason: 'they know the place' }),
      'supervisor'
    )
    if (!asked.ok) throw new Error(JSON.stringify(asked.error))
    const decided = await place.run(() => decideReassignment(order, asked.value, boss, 'confirmed'), 'boss')
    if (!decided.ok) throw new Error(JSON.stringify(decided.error))
  }
  return { place, friend, changed: changed.length }
}
