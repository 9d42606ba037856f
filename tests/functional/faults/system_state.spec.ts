import { test } from '@japa/runner'
import { healthRow } from '#app/control/health_row'
import { listAdministrationHealth } from '#app/control/queries/list_administration_health'
import { reportClock } from '#platform/faults/report_clock'
import { reportFault, reportWorking } from '#platform/faults/report_fault'
import { execute } from '#platform/tenancy/database'
import { LiveStream } from '#tests/support/live_stream'
import { makePlace } from '#tests/support/world'

const full = Object.assign(new Error('injected'), { code: 'E_STORE_FULL' })

test.group('Faults | said on screen', () => {
  test('an open page of every role is told what holds up its administration, and that it is over', async ({
    assert,
  }) => {
    const [place, other] = [await makePlace(), await makePlace()]
    const [stream, neighbour] = [
      await LiveStream.open(await place.signIn('auditor'), `${place.path}/live`),
      await LiveStream.open(await other.signIn('auditor'), `${other.path}/live`),
    ]
    await place.run(() => reportFault(full))
    await stream.untilSystem(1)
    await place.run(() => reportWorking())
    await stream.untilSystem(2)
    const [met, over] = stream.system
    assert.deepEqual(
      met!.map(({ code }) => code),
      ['store_full']
    )
    assert.isFalse(Number.isNaN(Date.parse(met![0]!.since)))
    assert.deepEqual(over, [])
    assert.deepEqual(neighbour.system, [])
    stream.close()
    neighbour.close()
  }).timeout(30_000)

  test('a page opened later is told at once', async ({ assert }) => {
    const place = await makePlace()
    await place.run(() => reportFault(full))
    const stream = await LiveStream.open(await place.signIn('analyst'), `${place.path}/live`)
    await stream.untilSystem(1)
    assert.equal(stream.system[0]![0]!.code, 'store_full')
    stream.close()
  })

  test('operators see which administration fails and why: faults, standstill and clocks that differ', async ({
    assert,
  }) => {
    const [faulty, standing, skewed, well] = [
      await makePlace(),
      await makePlace(),
      await makePlace(),
      await makePlace(),
    ]
    await faulty.run(() => reportFault(full))
    await standing.run(() =>
      execute(
        `insert into control.doorbells (administration_id, room, rung_at, hung_at)
         values (?, 'targeting', clock_timestamp() - interval '1 second', clock_timestamp() - interval '3 minutes')`,
        [standing.administration.id]
      )
    )
    const databaseTime = '2026-11-20T08:00:00.000Z'
    for (const place of [skewed, well]) {
      const ours = Date.parse(databaseTime) + (place === skewed ? 2 * 24 * 3_600_000 : 29_000)
      await place.run(() => reportClock(databaseTime, ours))
    }
    const rowOf = async (place: typeof well) => {
      const health = (await listAdministrationHealth()).find(({ code }) => code === place.administration.code)!
      return healthRow(health, new Date())
    }
    assert.deepInclude(await rowOf(faulty), {
      state: 'failing',
      cause: { key: 'platform.cause_fault_store_full', params: { minutes: 0 } },
    })
    assert.deepInclude(await rowOf(standing), {
      state: 'failing',
      cause: { key: 'platform.cause_weighing_waits', params: { minutes: 3 } },
    })
    assert.deepInclude(await rowOf(skewed), {
      state: 'failing',
      cause: { key: 'platform.cause_clock_skew', params: { seconds: 172_800 } },
    })
    assert.deepInclude(await rowOf(well), { state: 'not_receiving' })
    await skewed.run(() => reportClock(databaseTime, Date.parse(databaseTime)))
    assert.deepInclude(await rowOf(skewed), { state: 'not_receiving' })
  })
})
