import { test } from '@japa/runner'
import DeliveryDrain from '#app/notifications/jobs/delivery_drain'
import { execute, firstRow } from '#platform/tenancy/database'
import { auditedActions, mailRows, tell } from '#tests/support/notifications'
import { Visitor } from '#tests/support/visitor'
import { makePlace, type Place } from '#tests/support/world'
import type { AdministrationNotificationsProps } from '../../../resources/pages/administration/notifications.props.js'

const detailOf = async (place: Place) =>
  (await place.run(() => firstRow<{ mail_detail: string }>(`select mail_detail from tenant.settings`)))?.mail_detail

/** A mail that was given up. */
async function withDeadMail(place: Place): Promise<string> {
  await tell(place, 'analyst')
  await place.run(() => new DeliveryDrain().drain())
  const row = await place.run(() =>
    firstRow<{ id: string }>(
      `update tenant.notification_mails set state = 'dead', error = 'refused', attempts = 3 returning id`
    )
  )
  return row!.id
}

test.group('What mails may say', () => {
  test('the administrator allows port and time; it is audited once', async ({ assert }) => {
    const place = await makePlace()
    const administrator = await place.as('administrator')
    assert.equal(await detailOf(place), 'counts')
    for (let twice = 0; twice < 2; twice++)
      await administrator.put(`${place.path}/administration/notifications`, { detail: 'port_and_time' })
    assert.equal(await detailOf(place), 'port_and_time')
    assert.deepEqual(await auditedActions(place, 'notification.'), ['notification.mail_detail_changed'])
  })

  test('signed out, without the permission and invalid: refused, nothing changed', async ({ assert }) => {
    const place = await makePlace()
    const path = `${place.path}/administration/notifications`
    const visitor = new Visitor()
    await visitor.get(`${place.path}/sign-in`)
    assert.equal((await visitor.put(path, { detail: 'port_and_time' })).status, 401)
    assert.equal((await (await place.as('analyst')).put(path, { detail: 'port_and_time' })).status, 403)
    assert.equal((await (await place.as('analyst')).page(path)).status, 403)
    assert.equal((await (await place.as('administrator')).put(path, { detail: 'names' })).status, 422)
    assert.equal(await detailOf(place), 'counts')
  })
})

test.group('Mails that did not go', () => {
  test('are listed, and go again when the administrator says so', async ({ assert }) => {
    const place = await makePlace()
    const id = await withDeadMail(place)
    const administrator = await place.as('administrator')
    const path = `${place.path}/administration/notifications`
    const shown: AdministrationNotificationsProps = (await administrator.page(path)).json.props
    assert.deepEqual(
      shown.failed.map((mail) => [mail.id, mail.kind, mail.state, mail.error, mail.attempts]),
      [[id, 'alert_raised', 'dead', 'refused', 3]]
    )
    assert.equal((await administrator.post(`${path}/mails/${id}/retry`)).status, 303)
    assert.deepEqual(
      (await mailRows(place)).map(({ state, attempts }) => [state, attempts]),
      [['waiting', 0]]
    )
    assert.deepEqual(await auditedActions(place, 'notification.'), ['notification.mail_retried'])
  })

  test('signed out, without the permission, or not given up: nothing moves', async ({ assert }) => {
    const place = await makePlace()
    const id = await withDeadMail(place)
    const path = `${place.path}/administration/notifications/mails/${id}/retry`
    const visitor = new Visitor()
    await visitor.get(`${place.path}/sign-in`)
    assert.equal((await visitor.post(path)).status, 401)
    assert.equal((await (await place.as('analyst')).post(path)).status, 403)
    assert.equal((await mailRows(place))[0]!.state, 'dead')
    await place.run(() => execute(`update tenant.notification_mails set state = 'sent'`))
    assert.equal((await (await place.as('administrator')).post(path)).status, 404)
    assert.equal((await mailRows(place))[0]!.state, 'sent')
  })
})
