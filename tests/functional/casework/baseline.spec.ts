import { createHmac } from 'node:crypto'
import { test } from '@japa/runner'
import { drawBaseline } from '#app/casework/inspections/baseline/draw_baseline'
import { dayKey } from '#app/casework/inspections/draw/day_key'
import { localDay } from '#app/casework/inspections/shift_times'
import { HOUR } from '#core/kernel/instant'
import { execute } from '#platform/tenancy/database'
import { makeAlert } from '#tests/support/alerts'
import { makeSite } from '#tests/support/casework'
import { ask } from '#tests/support/intake'
import { makePlace, type Place } from '#tests/support/world'

const rate = async (place: Place, share: number) => {
  const manager = await place.as('manager')
  const asked = await manager.post(`${place.path}/capacity/baseline`, { share, type: 'scan' })
  const [row] = await ask<{ id: string }>(
    place,
    `select id from tenant.baseline_rates where confirmed_at is null order by id desc limit 1`
  )
  return { status: asked.status, confirm: `${place.path}/draws/baseline/${row?.id}/confirm` }
}
/** Cargo of a ship that arrives soon, without a place it needs an alert for. */
async function cargo(place: Place, count: number) {
  for (let each = 0; each < count; each++) await makeAlert(place)
  await place.run(async () => {
    await execute(`update tenant.calls set port = 'JMKIN', arrived_at = null, eta = now() + interval '5 hours'`)
    await execute(`update tenant.consignments set state = 'filed', historical = false`)
  })
}

test.group('The random baseline', () => {
  test('has a rate that one asks for and the auditor confirms, and draws nothing before', async ({ assert }) => {
    const place = await makePlace()
    await makeSite(place)
    await cargo(place, 2)
    assert.isFalse(await place.run(() => drawBaseline(Date.now())))
    assert.equal((await (await place.as('inspector')).post(`${place.path}/capacity/baseline`, {})).status, 403)
    const { confirm, status } = await rate(place, 20)
    assert.equal(status, 303)
    await place.run(() => drawBaseline(Date.now()))
    assert.lengthOf(await ask(place, `select 1 from tenant.baseline_tickets`), 0, 'nobody confirmed it')
    assert.equal((await (await place.as('manager')).post(confirm)).status, 403)
    assert.equal((await (await place.as('auditor')).post(confirm)).status, 303)
    assert.equal((await (await place.as('auditor')).post(confirm)).status, 409)
    const { baseline } = (await (await place.as('auditor')).page(`${place.path}/draws`)).json.props
    assert.deepInclude(baseline.now, { perMille: 200, confirmedBy: 'auditor person' })
    assert.isNull((await (await place.as('inspector')).page(`${place.path}/capacity`)).json.props.baseline)
  })

  test('orders exactly what the key of the day draws, once, and like every other order', async ({ assert }) => {
    const place = await makePlace()
    await makeSite(place)
    await cargo(place, 12)
    const { confirm } = await rate(place, 20)
    await (await place.as('auditor')).post(confirm)
    await place.run(() => drawBaseline(Date.now()))
    const took = await ask<{ id: string }>(place, `select consignment_id as id from tenant.baseline_tickets`)
    assert.lengthOf(took, 12)
    const day = localDay(Date.now(), place.administration.timezone)
    const { key } = await place.run(() => dayKey(day))
    const share = (id: string) =>
      createHmac('sha256', key)
        .update(`landfall-draw/1\nbaseline\n${place.administration.id}\n${id}`)
        .digest()
        .readUIntBE(0, 6) /
      2 ** 48
    const expected = took.map(({ id }) => id).filter((id) => share(id) < 0.2)
    const orders = async () =>
      (await ask<{ id: string }>(place, `select consignment_id as id from tenant.inspection_orders`)).map(
        ({ id }) => id
      )
    assert.sameMembers(await orders(), expected)
    await place.run(() => drawBaseline(Date.now() + HOUR))
    assert.sameMembers(await orders(), expected, 'nobody takes part twice')
    const alerts = await ask(place, `select 1 from tenant.alerts where state <> 'new'`)
    assert.lengthOf(alerts, 0, 'no alert is answered by it')
  })
})
