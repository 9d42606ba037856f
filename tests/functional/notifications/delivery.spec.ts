import { test } from '@japa/runner'
import { gatherMails } from '#app/notifications/actions/gather_mails'
import { chooseSchedule } from '#app/notifications/actions/choose'
import DeliveryDrain from '#app/notifications/jobs/delivery_drain'
import type { Schedule } from '#app/notifications/schedule'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { MailServer, mailRows, tell } from '#tests/support/notifications'
import { makePlace, type Place } from '#tests/support/world'

const DAY = '2026-11-20'
const at = (time: string, day = DAY) => new Date(`${day}T${time}Z`)
const drain = (place: Place, now: Date) => place.run(() => new DeliveryDrain().drain(now))
const bell = (place: Place) =>
  place.run(async () =>
    (
      await firstRow<{ at: Date }>(
        `select rung_at as at from control.doorbells where room = 'delivery' and administration_id = ?`,
        [place.administration.id]
      )
    )?.at.toISOString()
  )
const choose = (place: Place, over: Partial<Schedule> = {}) =>
  place.run(() =>
    chooseSchedule(place.officers.analyst!.id, {
      timezone: 'UTC',
      quiet: { from: 22 * 60, until: 6 * 60, days: [1, 2, 3, 4, 5, 6, 7] },
      breakThrough: true,
      digestHours: [7],
      sound: false,
      ...over,
    })
  )

test.group('Delivery', (group) => {
  let server: MailServer
  group.each.setup(() => {
    server = MailServer.start()
    return () => server.stop()
  })

  test('one mail a kind in ten minutes, then a summary of what came meanwhile', async ({ assert }) => {
    const place = await makePlace({ timezone: 'UTC' })
    await tell(place, 'analyst', { at: at('10:00:00'), count: 3 })
    await drain(place, at('10:00:01'))
    await tell(place, 'analyst', { at: at('10:02:00') })
    await tell(place, 'analyst', { at: at('10:05:00'), count: 2 })
    await drain(place, at('10:05:01'))
    assert.lengthOf(server.sent, 1)
    assert.equal(await bell(place), at('10:10:01').toISOString())
    await drain(place, at('10:10:01'))
    await drain(place, at('10:30:00'))
    assert.deepEqual(
      server.sent.map(({ to, subject }) => [to, subject.split(',')[0]]),
      [
        ['analyst@example.test', '3 alerts raised'],
        ['analyst@example.test', '3 alerts raised'],
      ]
    )
  })

  test('kinds are mailed apart, and what a rule silenced is not mailed', async ({ assert }) => {
    const place = await makePlace({ timezone: 'UTC' })
    await tell(place, 'analyst', { at: at('10:00:00') })
    await tell(place, 'analyst', { at: at('10:00:00'), kind: 'alert_reweighed' })
    await tell(place, 'analyst', { at: at('10:00:00'), kind: 'alert_band_raised', mail: 'off' })
    await drain(place, at('10:01:00'))
    assert.sameMembers(
      server.sent.map(({ subject }) => subject.split(',')[0]),
      ['1 alert raised', '1 alert you hold was weighed again']
    )
  })

  test('quiet hours hold mails until they end, unless a ship berths within two hours', async ({ assert }) => {
    const place = await makePlace({ timezone: 'UTC' })
    await choose(place)
    await tell(place, 'analyst', { at: at('23:00:00'), berthAt: at('04:00:00', '2026-11-21') })
    await drain(place, at('23:00:01'))
    assert.lengthOf(server.sent, 0)
    assert.equal(await bell(place), at('02:00:00', '2026-11-21').toISOString())
    await drain(place, at('02:00:00', '2026-11-21'))
    assert.lengthOf(server.sent, 1)
    await tell(place, 'analyst', { at: at('03:00:00', '2026-11-21') })
    await drain(place, at('03:00:01', '2026-11-21'))
    assert.lengthOf(server.sent, 1)
    await drain(place, at('06:00:00', '2026-11-21'))
    assert.lengthOf(server.sent, 2)
  })

  test('a digest is one mail with counts by kind, at its hour, exactly once', async ({ assert }) => {
    const place = await makePlace({ timezone: 'UTC' })
    await choose(place, { quiet: null })
    await tell(place, 'analyst', { at: at('08:00:00'), mail: 'digest', count: 4 })
    await tell(place, 'analyst', { at: at('20:00:00'), mail: 'digest', kind: 'message_quarantined', band: null })
    await drain(place, at('21:00:00'))
    assert.lengthOf(server.sent, 0)
    const seven = at('07:00:00', '2026-11-21')
    assert.equal(await bell(place), seven.toISOString())
    // What comes after its hour belongs to the next, also when the worker was late.
    await tell(place, 'analyst', { at: at('07:30:00', '2026-11-21'), mail: 'digest' })
    const late = at('08:00:00', '2026-11-21')
    // The worker is killed while it gathers, then after it gathered and before it sent.
    const killed = place.run(() =>
      unitOfWork(async () => {
        await gatherMails(late)
        throw new Error('killed')
      })
    )
    await assert.rejects(() => killed, 'killed')
    assert.lengthOf(await mailRows(place), 0)
    await place.run(() => gatherMails(late))
    await drain(place, late)
    await drain(place, at('09:00:00', '2026-11-21'))
    assert.lengthOf(server.sent, 1)
    assert.include(server.sent[0]!.subject, '5 notifications')
    assert.include(server.sent[0]!.text, '4 alerts raised\n1 message could not be read\n\n')
  })

  test('a mail begun by a worker that died is sent by the next, under the same id', async ({ assert }) => {
    const place = await makePlace({ timezone: 'UTC' })
    await tell(place, 'analyst', { at: at('10:00:00') })
    await place.run(() => gatherMails(at('10:00:00')))
    await place.run(() =>
      execute(`update tenant.notification_mails set state = 'sending', attempts = 1, next_at = ?`, [at('10:05:00')])
    )
    await drain(place, at('10:04:00'))
    assert.lengthOf(server.sent, 0)
    await drain(place, at('10:05:00'))
    await drain(place, at('10:20:00'))
    assert.lengthOf(server.sent, 1)
    const [row] = await place.run(async () => [
      await firstRow<{ id: string }>(`select id from tenant.notification_mails`),
    ])
    assert.include(server.sent[0]!.messageId, row!.id)
  })

  test('two workers at once send each mail once', async ({ assert }) => {
    const place = await makePlace({ timezone: 'UTC' })
    await tell(place, 'analyst', { at: at('10:00:00') })
    await tell(place, 'supervisor', { at: at('10:00:00') })
    await Promise.all([1, 2, 3].map(() => drain(place, at('10:00:01'))))
    assert.sameMembers(
      server.sent.map(({ to }) => to),
      ['analyst@example.test', 'supervisor@example.test']
    )
  })

  test('a server that is down loses nothing: it is asked again, later each time', async ({ assert }) => {
    const place = await makePlace({ timezone: 'UTC' })
    server.failure = Object.assign(new Error('no route to mail.example.test'), { code: 'ECONNECTION' })
    await tell(place, 'analyst', { at: at('10:00:00') })
    await tell(place, 'supervisor', { at: at('10:00:00') })
    await drain(place, at('10:00:00'))
    const rows = await mailRows(place)
    assert.sameDeepMembers(
      rows.map(({ state, attempts, error }) => [state, attempts, error]),
      [
        ['waiting', 1, 'unreachable'],
        ['waiting', 0, null],
      ]
    )
    let now = at('10:01:00')
    for (let hours = 0; hours < 60; hours++) {
      await drain(place, now)
      now = new Date(now.getTime() + 3_600_000)
    }
    assert.isTrue((await mailRows(place)).every(({ state }) => state === 'waiting'))
    server.failure = null
    await drain(place, now)
    assert.lengthOf(server.sent, 2)
    assert.isTrue((await mailRows(place)).every(({ state }) => state === 'sent'))
  }).timeout(20_000)

  test('a mail that the server refuses is given up after three times, and the others go', async ({ assert }) => {
    const place = await makePlace({ timezone: 'UTC' })
    server.failure = Object.assign(new Error('550 analyst@example.test unknown'), { responseCode: 550 })
    await tell(place, 'analyst', { at: at('10:00:00') })
    for (const time of ['10:00:00', '10:01:00', '10:03:00']) await drain(place, at(time))
    const [dead] = await mailRows(place)
    assert.deepEqual([dead!.state, dead!.attempts, dead!.error], ['dead', 3, 'refused'])
    server.failure = null
    await tell(place, 'supervisor', { at: at('10:10:00') })
    await drain(place, at('10:30:00'))
    assert.deepEqual(
      server.sent.map(({ to }) => to),
      ['supervisor@example.test']
    )
  })
})
