import { test } from '@japa/runner'
import { firstRow, rows } from '#platform/tenancy/database'
import { auditedActions, tell } from '#tests/support/notifications'
import { Visitor } from '#tests/support/visitor'
import { makePlace, type Place } from '#tests/support/world'
import type { NotificationRulesProps } from '../../../resources/pages/notifications/rules.props.js'

const RULE = { inApp: true, mail: 'digest', minBand: 'high', ports: ['JMKIN'] }
const SCHEDULE = {
  timezone: 'Europe/Berlin',
  quiet: { from: '22:00', until: '06:30', days: [7, 1] },
  breakThrough: true,
  digestHours: [22, 6, 14],
  sound: true,
}
const rulesOf = (place: Place) =>
  place.run(() => rows(`select kind, in_app, mail, min_band, ports from tenant.notification_rules`))
const scheduleOf = (place: Place) =>
  place.run(() =>
    firstRow(
      `select timezone, quiet_from, quiet_until, quiet_days, break_through, digest_hours, sound from tenant.notification_schedules`
    )
  )
const signedOut = async (place: Place) => {
  const visitor = new Visitor()
  await visitor.get(`${place.path}/sign-in`)
  return visitor
}

test.group('Notification rules', () => {
  test('a rule is kept, holds for what happens next, and is audited', async ({ assert }) => {
    const place = await makePlace()
    const analyst = await place.as('analyst')
    const saved = await analyst.put(`${place.path}/notifications/rules/alert_raised`, RULE)
    assert.deepEqual([saved.status, saved.location], [303, `${place.path}/notifications/rules`])
    assert.deepEqual(await rulesOf(place), [
      { kind: 'alert_raised', in_app: true, mail: 'digest', min_band: 'high', ports: ['JMKIN'] },
    ])
    assert.deepEqual(await auditedActions(place, 'notification.'), ['notification.rule_changed'])
    const shown: NotificationRulesProps = (await analyst.page(`${place.path}/notifications/rules`)).json.props
    const rule = shown.rules.find(({ kind }) => kind === 'alert_raised')
    assert.deepEqual([rule?.mail, rule?.minBand, rule?.chosen], ['digest', 'high', true])
  })

  test('signed out, a kind that is not theirs, and invalid: nothing is kept', async ({ assert }) => {
    const place = await makePlace()
    const path = `${place.path}/notifications/rules`
    assert.equal((await (await signedOut(place)).put(`${path}/alert_raised`, RULE)).status, 401)
    assert.equal((await (await place.as('privacy_officer')).put(`${path}/alert_raised`, RULE)).status, 404)
    const analyst = await place.as('analyst')
    assert.equal((await analyst.put(`${path}/constructor`, RULE)).status, 404)
    for (const wrong of [{ mail: 'pigeon' }, { minBand: 'low' }, { ports: ['kingston'] }, { inApp: 'perhaps' }])
      assert.equal(
        (await analyst.put(`${path}/alert_raised`, { ...RULE, ...wrong })).status,
        422,
        JSON.stringify(wrong)
      )
    assert.deepEqual(await rulesOf(place), [])
  })

  test('each officer is offered the kinds that their permissions let them hear', async ({ assert }) => {
    const place = await makePlace()
    const kinds = async (role: string) =>
      (
        (await (await place.as(role)).page(`${place.path}/notifications/rules`)).json.props as NotificationRulesProps
      ).rules.map(({ kind }) => kind)
    assert.include(await kinds('analyst'), 'alert_raised')
    assert.notInclude(await kinds('analyst'), 'message_quarantined')
    assert.include(await kinds('data_steward'), 'message_quarantined')
    assert.notInclude(await kinds('privacy_officer'), 'alert_raised')
  })
})

test.group('Notification times', () => {
  test('quiet hours, digest and sound are kept and audited', async ({ assert }) => {
    const place = await makePlace()
    const saved = await (await place.as('analyst')).put(`${place.path}/notifications/schedule`, SCHEDULE)
    assert.equal(saved.status, 303)
    assert.deepEqual(await scheduleOf(place), {
      timezone: 'Europe/Berlin',
      quiet_from: 1320,
      quiet_until: 390,
      quiet_days: [1, 7],
      break_through: true,
      digest_hours: [6, 14, 22],
      sound: true,
    })
    assert.deepEqual(await auditedActions(place, 'notification.'), ['notification.schedule_changed'])
  })

  test('signed out and invalid: nothing is kept', async ({ assert }) => {
    const place = await makePlace()
    const path = `${place.path}/notifications/schedule`
    assert.equal((await (await signedOut(place)).put(path, SCHEDULE)).status, 401)
    const analyst = await place.as('analyst')
    for (const wrong of [
      { timezone: 'Mars/Olympus' },
      { quiet: { ...SCHEDULE.quiet, until: '22:00' } },
      { quiet: { ...SCHEDULE.quiet, days: [] } },
      { quiet: { ...SCHEDULE.quiet, from: '25:00' } },
      { digestHours: [] },
      { digestHours: [7, 7] },
      { digestHours: [24] },
    ])
      assert.equal((await analyst.put(path, { ...SCHEDULE, ...wrong })).status, 422, JSON.stringify(wrong))
    assert.isNull(await scheduleOf(place))
  })

  test('back to the defaults forgets own choices only', async ({ assert }) => {
    const place = await makePlace()
    const [analyst, supervisor] = [await place.as('analyst'), await place.as('supervisor')]
    await analyst.put(`${place.path}/notifications/rules/alert_raised`, RULE)
    await analyst.put(`${place.path}/notifications/schedule`, SCHEDULE)
    await supervisor.put(`${place.path}/notifications/rules/alert_raised`, { ...RULE, mail: 'off' })
    assert.equal((await (await signedOut(place)).delete(`${place.path}/notifications/rules`)).status, 401)
    assert.lengthOf(await rulesOf(place), 2)
    assert.equal((await analyst.delete(`${place.path}/notifications/rules`)).status, 303)
    assert.deepEqual(await rulesOf(place), [
      { kind: 'alert_raised', in_app: true, mail: 'off', min_band: 'high', ports: ['JMKIN'] },
    ])
    assert.isNull(await scheduleOf(place))
    assert.include(await auditedActions(place, 'notification.'), 'notification.choices_reset')
  })
})

test.group('Notification preview', () => {
  test('is computed from what happened yesterday, by the rules as they are now', async ({ assert }) => {
    const place = await makePlace({ timezone: 'UTC' })
    const noon = new Date(new Date().setUTCHours(12, 0, 0, 0) - 24 * 3_600_000)
    await tell(place, 'analyst', { at: noon, count: 3, inApp: false, mail: 'off' })
    await tell(place, 'analyst', { at: noon, band: 'low', inApp: false, mail: 'off' })
    await tell(place, 'analyst', { at: new Date(noon.getTime() - 24 * 3_600_000), count: 9 })
    const analyst = await place.as('analyst')
    const preview = async () =>
      ((await analyst.page(`${place.path}/notifications/rules`)).json.props as NotificationRulesProps).preview
    const byDefault = await preview()
    assert.deepEqual([byDefault.happened, byDefault.shown], [4, 4])
    assert.deepEqual(byDefault.mails, [{ kind: 'alert_raised', at: noon.toISOString(), count: 4 }])
    await analyst.put(`${place.path}/notifications/rules/alert_raised`, { ...RULE, ports: [] })
    const chosen = await preview()
    assert.deepEqual([chosen.happened, chosen.shown], [4, 3])
    assert.deepEqual(
      chosen.mails.map(({ kind, count }) => [kind, count]),
      [['digest', 3]]
    )
  })
})
