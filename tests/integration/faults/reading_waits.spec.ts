import { test } from '@japa/runner'
import DrainIntake from '#app/intake/jobs/drain_intake'
import { systemState } from '#platform/faults/system_state'
import { reportFault, reportWorking } from '#platform/faults/report_fault'
import { cuscar } from '#tests/support/fixtures/cuscar_message'
import { TroubledStore } from '#tests/support/faults/troubled_store'
import { ask, receive, turnUntilRead } from '#tests/support/intake'
import { makePlace, type Place } from '#tests/support/world'

const turn = (place: Place) => place.run(() => new DrainIntake().execute())
const codes = (place: Place) => place.run(async () => (await systemState()).map(({ code }) => code))
const messages = (place: Place) =>
  ask<{ state: string; attempts: number }>(place, `select state, attempts from tenant.received_messages order by id`)

test.group('Faults | reading waits', (group) => {
  let place: Place
  let store: TroubledStore
  group.each.setup(async () => {
    place = await makePlace()
    store = new TroubledStore()
    return () => store.end()
  })

  test('for a store that is away as often as it takes, says so, and puts nothing aside', async ({ assert }) => {
    await receive(place, cuscar({ bills: [{ number: 'W1' }] }))
    await receive(place, cuscar({ bills: [{ number: 'W2' }] }))
    store.code = 'EIO'
    // More often than a message may fail by itself, and than it may kill its reader.
    for (let turns = 0; turns < 15; turns++) await assert.rejects(() => turn(place), /does not answer/)
    assert.deepEqual(await messages(place), [
      { state: 'reading', attempts: 0 },
      { state: 'received', attempts: 0 },
    ])
    assert.deepEqual(await codes(place), ['store_away'])
    store.code = null
    await turnUntilRead(place)
    assert.deepEqual(
      (await messages(place)).map(({ state }) => state),
      ['registered', 'registered']
    )
    assert.deepEqual(await codes(place), [])
  })

  test('while a message that is wrong itself is put aside after five attempts', async ({ assert }) => {
    const { id } = await receive(place, cuscar({ bills: [{ number: 'W1' }] }))
    store.code = 'E_BLOB_DAMAGED'
    await turn(place)
    assert.deepEqual(await messages(place), [{ state: 'quarantined', attempts: 5 }])
    assert.deepEqual(await codes(place), [])
    assert.isString(id)
  })

  test('the same fault keeps its beginning, and a neighbour is told nothing', async ({ assert }) => {
    const other = await makePlace()
    const full = Object.assign(new Error('injected'), { code: '53100' })
    await place.run(() => reportFault(full))
    const [first] = await place.run(systemState)
    await place.run(() => reportFault(full))
    const [second] = await place.run(systemState)
    assert.equal(first!.code, 'database_full')
    assert.deepEqual(second, first)
    assert.deepEqual(await codes(other), [])
    await place.run(() => reportWorking())
    assert.deepEqual(await codes(place), [])
  })

  test('a bell nobody answers is told after a minute, one that turns is not', async ({ assert }) => {
    await receive(place, cuscar({ bills: [{ number: 'W1' }] }))
    assert.deepEqual(await codes(place), [])
    await ask(
      place,
      `update control.doorbells set hung_at = hung_at - interval '61 seconds' where administration_id = ?`,
      [place.administration.id]
    )
    assert.deepEqual(await codes(place), ['reading_waits'])
    await receive(place, cuscar({ bills: [{ number: 'W2' }] }))
    assert.deepEqual(await codes(place), ['reading_waits'], 'another ring is no progress')
    await turnUntilRead(place)
    assert.deepEqual(await codes(place), [])
  })
})
