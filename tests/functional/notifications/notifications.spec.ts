import { test } from '@japa/runner'
import { recordNotifications } from '#app/notifications/actions/record_notifications'
import { starterProfiles } from '#core/profiles/starter/main'
import { uuidv7 } from '#platform/database/uuid'
import { execute, rows } from '#platform/tenancy/database'
import { makeAlert } from '#tests/support/alerts'
import { sameBytes } from '#tests/support/fixtures/colliding_cargo'
import { file } from '#tests/support/intake'
import { tell } from '#tests/support/notifications'
import { makeUnitOfficer } from '#tests/support/unit_officers'
import { Visitor } from '#tests/support/visitor'
import { makePlace, type Place } from '#tests/support/world'
import type { NotificationsProps, RecentNotifications } from '../../../resources/pages/notifications/index.props.js'

const unreadOf = (place: Place, role: string) =>
  place.run(async () =>
    (
      await rows<{ id: string }>(
        `select id from tenant.notifications where officer_id = ? and read_at is null order by created_at, id`,
        [place.officers[role]!.id]
      )
    ).map(({ id }) => id)
  )

const recent = async (place: Place, role: string): Promise<RecentNotifications> =>
  (await (await place.as(role)).get(`${place.path}/notifications/recent`, { accept: 'application/json' })).json

test.group('Notifications: what is told', () => {
  test('a message that was not understood is told to who may file again', async ({ assert }) => {
    const place = await makePlace()
    const { id } = await file(place, Buffer.from(sameBytes))
    const told = await recent(place, 'data_steward')
    assert.deepEqual(
      told.lines.map(({ kind, count, read }) => [kind, count, read]),
      [['message_quarantined', 1, false]]
    )
    assert.equal(told.unread, 1)
    assert.deepEqual((await recent(place, 'analyst')).lines, [])
    const opened = await (await place.as('data_steward')).post(`${place.path}/notifications/${told.lines[0]!.id}/open`)
    assert.deepEqual([opened.status, opened.location], [303, `${place.path}/messages/${id}`])
    assert.deepEqual(await unreadOf(place, 'data_steward'), [])
  })

  test('a draft is told to who may publish it, and never to its author', async ({ assert }) => {
    const place = await makePlace()
    const author = await place.as('profile_author')
    const created = await author.post(`${place.path}/profiles`, { name: 'Own profile', threat: 'NAR' })
    const { document } = starterProfiles('JM')[0]!
    const saved = await author.post(`${created.location}/revisions`, { document, note: null, base: 1 })
    assert.equal(saved.status, 303)
    const told = await place.run(() =>
      rows<{ officer_id: string; kind: string; mail: string }>(
        `select officer_id, kind, mail from tenant.notifications`
      )
    )
    assert.deepEqual(told, [
      { officer_id: place.officers.profile_approver!.id, kind: 'profile_waiting', mail: 'digest' },
    ])
    const [line] = (await recent(place, 'profile_approver')).lines
    const opened = await (await place.as('profile_approver')).post(`${place.path}/notifications/${line!.id}/open`)
    assert.equal(opened.location, created.location)
  })

  test('a sign-in from a second browser is told to that officer alone', async ({ assert }) => {
    const place = await makePlace()
    await place.as('analyst')
    assert.deepEqual((await recent(place, 'analyst')).lines, [])
    const second = await place.signIn('analyst')
    const { lines } = await recent(place, 'analyst')
    assert.deepEqual(
      lines.map(({ kind, count, mayOpen }) => [kind, count, mayOpen]),
      [['device_appeared', 1, true]]
    )
    assert.deepEqual((await recent(place, 'supervisor')).lines, [])
    const opened = await second.post(`${place.path}/notifications/${lines[0]!.id}/open`)
    assert.equal(opened.location, `${place.path}/sessions`)
  })

  test('several alerts of one ship are one line with a count', async ({ assert }) => {
    const place = await makePlace()
    const { consignment } = await makeAlert(place)
    const [call] = await place.run(() =>
      rows<{ id: string }>(`select call_id as id from tenant.consignments where id = ?`, [consignment])
    )
    await tell(place, 'analyst', { thread: call!.id, count: 2 })
    await tell(place, 'analyst', { thread: call!.id, band: 'low' })
    await tell(place, 'analyst')
    const { lines, unread } = await recent(place, 'analyst')
    assert.equal(unread, 2)
    assert.deepEqual(
      lines.map(({ ship, count, band }) => [ship, count, band]),
      [
        [null, 1, 'high'],
        ['TEST SHIP', 3, 'high'],
      ]
    )
  })

  test('what an officer may no longer see keeps its count and says nothing of the ship', async ({ assert }) => {
    const place = await makePlace()
    const { consignment } = await makeAlert(place)
    const [call] = await place.run(() =>
      rows<{ id: string }>(`select call_id as id from tenant.consignments where id = ?`, [consignment])
    )
    const id = await tell(place, 'analyst', { thread: call!.id })
    await place.run(() =>
      execute(
        `delete from tenant.role_permissions p using tenant.roles r where r.id = p.role_id and r.code = 'analyst' and p.permission = 'alerts.read'`
      )
    )
    const analyst = await place.signIn('analyst')
    const page: NotificationsProps = (await analyst.page(`${place.path}/notifications`)).json.props
    assert.deepEqual(
      page.lines.map(({ ship, port, band, count, mayOpen }) => [ship, port, band, count, mayOpen]),
      [[null, null, null, 1, false]]
    )
    const opened = await analyst.post(`${place.path}/notifications/${id}/open`)
    assert.deepEqual([opened.status, opened.location], [303, `${place.path}/notifications`])
  })

  test('an officer of a unit hears nothing of other ports', async ({ assert }) => {
    const place = await makePlace({ ports: ['JMKIN', 'JMMBJ'] })
    const [kingston, montego] = [
      await makeUnitOfficer(place, 'analyst', [{ ports: ['JMKIN'] }]),
      await makeUnitOfficer(place, 'analyst', [{ ports: ['JMMBJ'] }]),
    ]
    await place.run(() =>
      recordNotifications('alert_raised', [
        {
          threadId: uuidv7(),
          subjectId: uuidv7(),
          count: 1,
          band: 'high',
          port: 'JMKIN',
          threat: 'NAR',
          berthAt: null,
          officers: [kingston.id, montego.id],
        },
      ])
    )
    const told = await place.run(() => rows<{ officer_id: string }>(`select officer_id from tenant.notifications`))
    assert.deepEqual(
      told.map((row) => row.officer_id),
      [kingston.id]
    )
  })
})

test.group('Notifications: reading', () => {
  test('one line, then all: what came since stays unread', async ({ assert }) => {
    const place = await makePlace()
    const thread = uuidv7()
    const seen = await tell(place, 'analyst', { thread, at: new Date(Date.now() - 60_000) })
    const since = await tell(place, 'analyst', { thread })
    const other = await tell(place, 'analyst')
    const analyst = await place.as('analyst')
    assert.equal((await analyst.post(`${place.path}/notifications/read`, { ids: [seen] })).status, 200)
    assert.sameMembers(await unreadOf(place, 'analyst'), [since, other])
    assert.equal((await analyst.post(`${place.path}/notifications/read`, { ids: null })).status, 200)
    assert.deepEqual(await unreadOf(place, 'analyst'), [])
    const page: NotificationsProps = (await analyst.page(`${place.path}/notifications?show=unread`)).json.props
    assert.deepEqual([page.lines.length, page.unread, page.pages], [0, 0, 1])
  })

  test('signed out, invalid, and lines of a colleague: nothing is marked', async ({ assert }) => {
    const place = await makePlace()
    const line = await tell(place, 'supervisor')
    const signedOut = new Visitor()
    await signedOut.get(`${place.path}/sign-in`)
    for (const path of ['read', `${line}/open`])
      assert.equal((await signedOut.post(`${place.path}/notifications/${path}`, { ids: [line] })).status, 401, path)
    const analyst = await place.as('analyst')
    assert.equal((await analyst.post(`${place.path}/notifications/read`, { ids: ['x'] })).status, 422)
    assert.equal((await analyst.post(`${place.path}/notifications/read`, { ids: [line] })).status, 200)
    assert.equal((await analyst.post(`${place.path}/notifications/${line}/open`)).status, 404)
    assert.deepEqual(await unreadOf(place, 'supervisor'), [line])
  })

  test('pages of twenty-five lines', async ({ assert }) => {
    const place = await makePlace()
    for (let each = 0; each < 27; each++) await tell(place, 'analyst')
    const second: NotificationsProps = (await (await place.as('analyst')).page(`${place.path}/notifications?page=2`))
      .json.props
    assert.deepEqual([second.lines.length, second.total, second.pages, second.unread], [2, 27, 2, 27])
  })
})
