import { rememberChecks, rememberOutcomes } from '#app/cargo_register/published'
import { countOutcome } from '#app/targeting/published'
import { rows } from '#platform/tenancy/database'
import { alertsStudiedFor } from '../../cases/queries/alerts_studied_for.js'
import { HOLDS } from '../queries/list_findings.js'
import { alertsOfOrders } from '../queries/order_origins.js'
import type { Result } from '../codes.js'

/** The register remembers which cargo was to be inspected; not why, nor by whom. */
export async function rememberOrders({ orderIds }: { orderIds: readonly string[] }): Promise<void> {
  await rememberChecks(
    await rows<{ orderId: string; consignmentId: string; equipment: string | null }>(
      `select id as "orderId", consignment_id as "consignmentId", equipment from tenant.inspection_orders where id = any(?::uuid[])`,
      [orderIds]
    )
  )
}

/** And what a reviewer confirmed of it. */
export async function rememberResults({ orderIds }: { orderIds: readonly string[] }): Promise<void> {
  const held = await rows<{ order_id: string; result: Result; found: string[] }>(
    `select distinct on (o.order_id) o.order_id, o.result,
            array(select distinct f.what from tenant.inspection_findings f where f.order_id = o.order_id and ${HOLDS} order by 1) as found
       from tenant.outcomes o where o.order_id = any(?::uuid[]) order by o.order_id, o.position desc`,
    [orderIds]
  )
  await rememberOutcomes(
    held.map(({ order_id: orderId, result, found }) => ({ orderId, result: REMEMBERED[result], found }))
  )
}

/** Nobody looked, or nobody can say: that is no history of anything. */
const REMEMBERED: Readonly<Record<Result, 'resultant' | 'clean' | null>> = {
  resultant: 'resultant',
  not_resultant: 'clean',
  inconclusive: null,
  not_examined: null,
}

/** What fired counts a hit or a miss, in the transaction that confirms the outcome; what nobody examined counts nothing. */
export async function countReasons({ orderIds }: { orderIds: readonly string[] }): Promise<void> {
  for (const orderId of orderIds) {
    const [outcome] = await rows<{ result: Result }>(
      `select result from tenant.outcomes where order_id = ? order by position desc limit 1`,
      [orderId]
    )
    if (outcome && REMEMBERED[outcome.result] !== null)
      await countOutcome(
        [...(await alertsOfOrders([orderId])), ...(await alertsStudiedFor([orderId]))],
        outcome.result === 'resultant'
      )
  }
}
