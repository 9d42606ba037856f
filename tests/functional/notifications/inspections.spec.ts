import { test } from '@japa/runner'
import { announce } from '#platform/events/announce'
import { rows, unitOfWork } from '#platform/tenancy/database'
import { makeAlert } from '#tests/support/alerts'
import { makeOrder, makeSite } from '#tests/support/casework'
import { makePlace, type Place } from '#tests/support/world'

const told = (place: Place, kind: string) =>
  place.run(() =>
    rows(
      `select officer_id, thread_id, band, port, berth_at from tenant.notifications where kind = ? order by officer_id`,
      [kind]
    )
  )
const line = (place: Place, role: string, order: string) => ({
  officer_id: place.officers[role]!.id,
  thread_id: order,
  band: null,
  port: null,
  berth_at: null,
})

test.group('Notifications of inspections', () => {
  test('inspectors of the site hear of an order, and nothing of why', async ({ assert }) => {
    const place = await makePlace()
    const { consignment } = await makeAlert(place, { band: 'high', score: 163 })
    const here = await makeSite(place)
    const order = await makeOrder(place, { consignmentId: consignment, siteId: here })
    assert.deepEqual(await told(place, 'inspection_ordered'), [line(place, 'inspector', order)])
    const inspector = await place.as('inspector')
    const recent = await inspector.get(`${place.path}/notifications/recent`, { accept: 'application/json' })
    assert.notMatch(recent.text, /TEST SHIP|JMKIN|high|\b163\b/)
    const opened = await inspector.post(`${place.path}/notifications/${recent.json.lines[0].id}/open`)
    assert.equal(opened.location, `${place.path}/inspections/${order}`)
    assert.equal((await inspector.page(opened.location!)).status, 200)
  })

  test('a site where nobody works tells nobody', async ({ assert }) => {
    const place = await makePlace()
    const { consignment } = await makeAlert(place)
    const empty = await makeSite(place, 'EMPTY', [])
    await makeOrder(place, { consignmentId: consignment, siteId: empty })
    assert.deepEqual(await told(place, 'inspection_ordered'), [])
  })

  test('results go to who reviews, outcomes to who orders', async ({ assert }) => {
    const place = await makePlace()
    const { consignment } = await makeAlert(place)
    const order = await makeOrder(place, { consignmentId: consignment, siteId: await makeSite(place) })
    await place.run(() =>
      unitOfWork(async () => {
        await announce('inspection:done', { orderIds: [order] })
        await announce('outcome:recorded', { orderIds: [order] })
      })
    )
    assert.deepEqual(await told(place, 'inspection_done'), [line(place, 'supervisor', order)])
    assert.sameDeepMembers(await told(place, 'outcome_recorded'), [
      line(place, 'analyst', order),
      line(place, 'supervisor', order),
      line(place, 'intelligence', order),
    ])
  })
})
