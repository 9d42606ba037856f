import { test } from '@japa/runner'
import DrainIntake from '#app/intake/jobs/drain_intake'
import { uuidv7 } from '#platform/database/uuid'
import { useJobSender } from '#platform/queue/dispatch'
import { sweepDoorbells } from '#platform/queue/sweep'
import { cuscar } from '#tests/support/fixtures/cuscar_message'
import { withClockWrongBy } from '#tests/support/faults/shifted_clock'
import { ask, receive, turnUntilRead } from '#tests/support/intake'
import { makePlace, type Place } from '#tests/support/world'

const DAYS = 24 * 3_600_000
const JUMPS = [2 * DAYS, -2 * DAYS]
const skewTold = async (place: Place) => {
  const [told] = await ask<{ value: string }>(
    place,
    `select value from control.health where measure = 'clock_skew_ms' and administration_id = ?`,
    [place.administration.id]
  )
  return told ? Number(told.value) : null
}

test.group('Faults | clock jump', (group) => {
  let place: Place
  const rung: string[] = []
  group.each.setup(async () => {
    place = await makePlace()
    rung.length = 0
    const before = useJobSender({ send: async ({ administrationId }) => void rung.push(String(administrationId)) })
    return () => void useJobSender(before)
  })

  test('ids go up by the order they were made, whatever the clock does')
    .with(JUMPS)
    .run(async ({ assert }, jump) => {
      const ids = [uuidv7(), uuidv7()]
      await withClockWrongBy(jump, async () => void ids.push(uuidv7(), uuidv7()))
      ids.push(uuidv7())
      for (let count = 0; count < 10_000; count++) ids.push(uuidv7())
      assert.deepEqual(ids, [...ids].sort())
      assert.lengthOf(new Set(ids), ids.length)
    })

  test('messages are read in the order of their receipts: what amends never overtakes')
    .with(JUMPS)
    .run(async ({ assert }, jump) => {
      const file = (fn: string, weight: number) =>
        receive(place, cuscar({ document: 'CLOCK', fn, bills: [{ number: 'C1', weight }] }))
      const receipts = [await file('9', 1000)]
      await withClockWrongBy(jump, async () => void receipts.push(await file('5', 2000)))
      receipts.push(await file('5', 3000))
      const waiting = await ask<{ id: string }>(place, `select id from tenant.received_messages order by id`)
      assert.deepEqual(
        waiting.map(({ id }) => id),
        receipts.map(({ id }) => id)
      )
      await turnUntilRead(place)
      const read = await ask<{ id: string }>(
        place,
        `select id from tenant.received_messages where state = 'registered' order by finished_at, id`
      )
      assert.deepEqual(
        read.map(({ id }) => id),
        receipts.map(({ id }) => id)
      )
    })

  test('a worker whose clock is wrong finds the bells, reads, and answers them')
    .with(JUMPS)
    .run(async ({ assert }, jump) => {
      await receive(place, cuscar({ bills: [{ number: 'C1' }] }))
      rung.length = 0
      await withClockWrongBy(jump, async () => {
        await sweepDoorbells(0)
        assert.include(rung, place.administration.id)
        await place.run(() => new DrainIntake().execute())
      })
      const hanging = await ask(
        place,
        `select 1 from control.doorbells where administration_id = ? and room = 'intake'`,
        [place.administration.id]
      )
      assert.lengthOf(hanging, 0)
      const [message] = await ask<{ state: string }>(place, `select state from tenant.received_messages`)
      assert.equal(message!.state, 'registered')
    })

  test('clocks that differ by more than 30 seconds are told, and that they agree again')
    .with([
      [15_000, false],
      [31_000, true],
      [-31_000, true],
      [2 * DAYS, true],
    ] as const)
    .run(async ({ assert }, [wrong, isTold]) => {
      await withClockWrongBy(wrong, () => place.run(() => new DrainIntake().execute()))
      const told = await skewTold(place)
      if (isTold) assert.approximately(told!, Math.abs(wrong), 20_000)
      else assert.equal(told, 0)
      await place.run(() => new DrainIntake().execute())
      assert.equal(await skewTold(place), 0)
    })
})
