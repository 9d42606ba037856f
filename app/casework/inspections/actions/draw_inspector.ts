import { uuidv7 } from '#platform/database/uuid'
import { recordAction } from '#platform/audit/record'
import { execute, firstRow, rows } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { commitmentOf, drawn } from '../draw/draw.js'
import { dayKey } from '../draw/day_key.js'
import { localDay } from '../shift_times.js'

type DrawReason = 'ordered' | 'stepped_aside' | 'handed_over' | 'asked_again'

/**
 * Draws who inspects, inside the unit of work that makes the order or frees it. Nobody chooses: the
 * database names who is able, the sealed key of the day draws. Nobody able is a draw too, and waits.
 */
export async function drawInspector(orderId: string, reason: DrawReason): Promise<string | null> {
  const { administration } = tenancy.current()
  const candidates = (
    await rows<{ id: string }>(`select c.id from tenant.draw_candidates(?) as c (id) order by c.id`, [orderId])
  ).map(({ id }) => id)
  const { round } = (await firstRow<{ round: number }>(
    `update tenant.inspection_orders set draw_round = draw_round + 1 where id = ? returning draw_round as round`,
    [orderId]
  ))!
  const day = localDay(Date.now(), administration.timezone)
  const { kid, key } = await dayKey(day)
  const officer = drawn(key, { administrationId: administration.id, orderId, round }, candidates)
  await execute(`update tenant.inspection_orders set drawn_id = ? where id = ?`, [officer, orderId])
  const id = uuidv7()
  await execute(
    `insert into tenant.inspection_draws (tenant_id, id, order_id, round, day, kid, commitment, candidates, drawn_id, reason)
     values (?, ?, ?, ?, ?::date, ?, ?, ?::uuid[], ?, ?)`,
    [administration.id, id, orderId, round, day, kid, commitmentOf(key), candidates, officer, reason]
  )
  await recordAction({
    action: 'inspection.drawn',
    subject: { kind: 'inspection', id: orderId },
    data: { draw: id, round, day, commitment: commitmentOf(key), candidates, drawn: officer },
  })
  return officer
}
