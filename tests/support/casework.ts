import { addMember } from '#app/administration/actions/places/change_members'
import { createSite } from '#app/administration/actions/places/create_site'
import { orderInspection } from '#app/casework/inspections/actions/order_inspection'
import type { NewOrder, OrderedBy } from '#app/casework/inspections/new_order'
import { DAY } from '#core/kernel/instant'
import { firstRow } from '#platform/tenancy/database'
import type { Place } from './world.js'

/** An open site where the inspector of this place works. */
export async function makeSite(place: Place, code = 'KIN-YARD', inspectors = ['inspector']): Promise<string> {
  return place.run(async () => {
    const site = await createSite({ code, name: `Yard ${code}`, port: 'JMKIN', kind: 'yard' })
    if (!site.ok) throw new Error(JSON.stringify(site.error))
    for (const role of inspectors) await addMember('site', site.value, place.officers[role]!.id)
    return site.value
  })
}

export const byAnalyst = (place: Place): OrderedBy => ({
  kind: 'officer',
  id: place.officers.analyst!.id,
  mayOverBook: false,
  overBooked: null,
})

/** An order through the real action; without shifts at the site it takes no place. */
export async function makeOrder(
  place: Place,
  order: Pick<NewOrder, 'consignmentId' | 'siteId'> & Partial<NewOrder>,
  by: OrderedBy = byAnalyst(place)
): Promise<string> {
  const wanted: NewOrder = {
    type: 'physical',
    equipment: null,
    slot: null,
    usefulUntil: Date.now() + DAY,
    ...order,
  }
  const made = await place.run(() => orderInspection(wanted, by), by.kind === 'officer' ? 'analyst' : undefined)
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  return made.value
}

export const stateOf = async (place: Place, order: string): Promise<string | undefined> =>
  (
    await place.run(() =>
      firstRow<{ state: string }>(`select state from tenant.inspection_orders where id = ?`, [order])
    )
  )?.state
