import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import DrainIntake from '#app/intake/jobs/drain_intake'
import TargetingDrain from '#app/targeting/jobs/targeting_drain'
import { connectedAs, enter } from '#tests/support/database_roles'
import { cuscar } from '#tests/support/fixtures/cuscar_message'
import { ask, receive } from '#tests/support/intake'
import { makePlace, type Place } from '#tests/support/world'

/** Requests for revisions that are no more: each costs a turn of the drain what any does before it is weighed. */
const layRequests = (place: Place, count: number) =>
  ask(
    place,
    `insert into tenant.assessment_requests (tenant_id, id, consignment_id, revision_id, because)
     select ?::uuid, uuidv7(), uuidv7(), uuidv7(), 'revised' from generate_series(1, ?::int)`,
    [place.administration.id, count]
  )

const waiting = async (place: Place, table: string, where = 'true'): Promise<number> =>
  (await ask<{ count: number }>(place, `select count(*)::int as count from tenant.${table} where ${where}`))[0]!.count

const registered = (place: Place) => waiting(place, 'consignments')

test.group('More than can be weighed', () => {
  test('a turn of weighing ends with its time and leaves the rest to its next one', async ({ assert }) => {
    const place = await makePlace()
    await layRequests(place, 1300)
    const turn = () => place.run(() => new TargetingDrain().drain())
    const clock = Date.now
    // Each look at the clock is a minute later: the time of the turn is over after its first batch.
    let looks = 0
    Date.now = () => clock() + 60_000 * looks++
    try {
      assert.isTrue(await turn())
    } finally {
      Date.now = clock
    }
    assert.equal(await waiting(place, 'assessment_requests'), 1250)
    while (await turn());
    assert.equal(await waiting(place, 'assessment_requests'), 0)
  })

  test('a turn of reading takes fifty messages and leaves the rest to its next one', async ({ assert }) => {
    const place = await makePlace()
    for (let at = 0; at < 55; at++) await receive(place, Buffer.from(`nothing ${at}`))
    const turn = () => place.run(() => new DrainIntake().drain())
    assert.isTrue(await turn())
    const left = await waiting(place, 'received_messages', `state = 'received'`)
    assert.isAtLeast(left, 5)
    while (await turn());
    assert.equal(await waiting(place, 'received_messages', `state = 'received'`), 0)
  }).timeout(60_000)

  test('a weighing that does not end holds up no receipt and no reading, and its own work waits in rows', async ({
    assert,
  }) => {
    const place = await makePlace()
    await receive(place, cuscar({ bills: [{ number: 'FIRST' }] }))
    await place.run(() => new DrainIntake().drain())
    await connectedAs('app', async (client) => {
      await enter(client, place.administration.id)
      await client.query('begin')
      const held = await client.query(`select id from tenant.assessment_requests for update`)
      assert.equal(held.rowCount, 1)
      const receipt = await receive(place, cuscar({ document: 'SECOND', bills: [{ number: 'SECOND' }] }))
      assert.isFalse(receipt.duplicate)
      await place.run(() => new DrainIntake().drain())
      assert.equal(await registered(place), 2)
      assert.isTrue(await place.run(() => new TargetingDrain().drain()), 'something waits')
      assert.equal(await waiting(place, 'assessment_requests'), 1, 'what is held is passed over, the rest is weighed')
      await client.query('rollback')
    })
    while (await place.run(() => new TargetingDrain().drain()));
    assert.equal(await waiting(place, 'assessments'), 2)
  })

  test('where nothing can be weighed at all, receipts are given in the usual time', async ({ assert }) => {
    const place = await makePlace()
    await connectedAs('owner', async (client) => {
      await client.query('begin')
      await client.query('lock table tenant.assessments, tenant.standings, tenant.alerts in access exclusive mode')
      const received = await Promise.race([
        receive(place, cuscar({ bills: [{ number: 'R1' }] })),
        sleep(10_000, null, { ref: false }),
      ])
      assert.isNotNull(received)
      await client.query('rollback')
    })
  }).timeout(20_000)
})
