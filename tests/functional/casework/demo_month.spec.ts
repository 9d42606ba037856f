import { test } from '@japa/runner'
import { dayKeyNamed } from '#app/casework/inspections/draw/day_key'
import { commitmentOf, drawn } from '#app/casework/inspections/draw/draw'
import { seedOutcomes } from '#app/demo/actions/seed_outcomes'
import { planInspections } from '#app/demo/casework/plan_inspections'
import type { PastCargo } from '#app/demo/casework/past_cargo'
import { DAY } from '#core/kernel/instant'
import { makeAlert } from '#tests/support/alerts'
import { makeSite } from '#tests/support/casework'
import { ask } from '#tests/support/intake'
import { makePlace } from '#tests/support/world'

const NOW = Date.UTC(2026, 11, 20)

/** A month of cargo, every fourth with an alert. */
const month: PastCargo[] = Array.from({ length: 3000 }, (_, each) => ({
  id: `cargo-${each}`,
  reference: `BILL${each}`,
  arrival: new Date(NOW - (each % 30) * DAY),
  port: 'JMKIN',
  equipment: null,
  reefer: each % 3 === 0,
  alerts: each % 4 === 0 ? [{ id: `alert-${each}`, assessment: 'assessment' }] : [],
  high: each % 8 === 0,
}))

test.group('The inspections of the demonstration', () => {
  test('are the same for the same seed, and find more where they are targeted', ({ assert }) => {
    const planned = planInspections(month, 7, NOW)
    assert.deepEqual(planInspections([...month].reverse(), 7, NOW), planned)
    assert.notDeepEqual(planInspections(month, 8, NOW), planned)
    const rate = (random: boolean) => {
      const examined = planned.filter((order) => order.random === random && order.result !== null)
      return examined.filter(({ result }) => result === 'resultant').length / examined.length
    }
    assert.isAbove(planned.filter(({ random }) => random).length, 40)
    assert.isAbove(rate(false), 2 * rate(true))
    assert.isTrue(planned.every(({ orderedAt, usefulUntil }) => orderedAt < usefulUntil))
  })

  test('stand in the tables as if people had worked, alerts included', async ({ assert }) => {
    const place = await makePlace()
    await makeSite(place, 'KIN-YARD', ['inspector', 'image_analyst'])
    for (let each = 0; each < 6; each++) await makeAlert(place, { band: 'high' })
    const ordered = await place.run(() => seedOutcomes(20_261, NOW))
    assert.isAbove(ordered, 0)
    const orders = await ask<{ number: string; state: string }>(
      place,
      `select number::text, state from tenant.inspection_orders order by number`
    )
    assert.deepEqual(
      orders.map(({ number }) => number),
      orders.map((_, index) => String(index + 1))
    )
    const done = orders.filter(({ state }) => state === 'done' || state === 'reviewed')
    assert.lengthOf(await ask(place, `select 1 from tenant.outcomes`), done.length)
    assert.lengthOf(await ask(place, `select 1 from tenant.cargo_events where kind = 'discharge'`), 6)
    // Whoever went was drawn, by the keys of those days.
    const went = await ask<{
      order: string
      day: string
      kid: string
      commitment: string
      candidates: string[]
      inspector: string
    }>(
      place,
      `select o.id as "order", d.day::text, d.kid, d.commitment, d.candidates::text[] as candidates, o.inspector_id as inspector from tenant.inspection_orders o
         join tenant.inspection_draws d on d.order_id = o.id and d.round = 1 where o.inspector_id is not null and o.draw_round = 1`
    )
    assert.lengthOf(went, orders.filter(({ state }) => !['ordered', 'missed'].includes(state)).length)
    for (const { order, day, kid, commitment, candidates, inspector } of went) {
      const key = (await place.run(() => dayKeyNamed(day, kid)))!
      const of = { administrationId: place.administration.id, orderId: order, round: 1 }
      assert.deepEqual([commitmentOf(key), drawn(key, of, candidates), candidates.length], [commitment, inspector, 2])
    }
    const closed = await ask(place, `select 1 from tenant.alerts where state in ('ordered', 'expired')`)
    assert.lengthOf(closed, orders.filter(({ state }) => state !== 'refused').length)
    const page = await (await place.as('supervisor')).page(`${place.path}/inspections?view=all`)
    assert.equal(page.json.props.total, orders.length)
  })
})
