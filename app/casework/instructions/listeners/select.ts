import type { RoomEvents } from '#platform/events/announce'
import { rows } from '#platform/tenancy/database'
import { tell } from '../actions/tell.js'

/**
 * Tells national systems which cargo is selected, for every order alike: also one that the sealed baseline drew, so that
 * nobody out there can tell them apart (DECISIONS 18). Where nobody hears of selections, nothing is written.
 */
export async function tellSelected({ orderIds }: RoomEvents['inspection:ordered']): Promise<void> {
  if (await nobodyHears('select')) return
  for (const orderId of orderIds) await tellOfOrder(orderId, 'select')
}

/** Takes a selection back that was told: the order ended without a look. */
export async function tellDeselected({ orderIds }: RoomEvents['inspection:ended']): Promise<void> {
  const told = await rows<{ id: string }>(
    `select distinct order_id as id from tenant.instructions where order_id = any (?::uuid[]) and kind = 'select' order by 1`,
    [orderIds]
  )
  for (const { id } of told) await tellOfOrder(id, 'deselect')
}

const nobodyHears = async (kind: string): Promise<boolean> =>
  (await rows(`select 1 from tenant.connected_systems where enabled and ? = any (hears) limit 1`, [kind])).length === 0

const tellOfOrder = (orderId: string, kind: 'select' | 'deselect') =>
  tell({
    kind,
    about: { caseId: null, orderId },
    cargo: { sql: `select consignment_id from tenant.inspection_orders where id = ?`, bindings: [orderId] },
  })
