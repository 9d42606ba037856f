import { test } from '@japa/runner'
import { createAgency } from '#app/administration/published'
import { startOpenWork } from '#app/demo/casework/open_work'
import { execute } from '#platform/tenancy/database'
import { makeAlert } from '#tests/support/alerts'
import { makeSite } from '#tests/support/casework'
import { ask } from '#tests/support/intake'
import { makePlace } from '#tests/support/world'

test.group('The open work of the demonstration', () => {
  test('stands on five ships that are still to come, each by who may do it, and nothing is refused', async ({
    assert,
  }) => {
    const place = await makePlace()
    await makeSite(place, 'KIN-YARD', ['inspector', 'image_analyst'])
    await place.run(() => createAgency({ code: 'POLICE', name: 'Police', kind: 'police' }))
    for (let each = 0; each < 6; each++) await makeAlert(place, { band: 'high' })
    await place.run(async () => {
      await execute(`update tenant.calls set eta = now() + interval '20 hours', arrived_at = null`)
      await execute(
        `update tenant.calls set means_name = 'NORTHERN CELEBRATION', eta = now() + interval '10 hours' where id = (select min(id::text)::uuid from tenant.calls)`
      )
    })
    assert.deepEqual(await place.run(startOpenWork), [])

    const one = async <T>(sql: string) => (await ask<{ all: T }>(place, sql))[0]!.all
    const cases = await one(`select array_agg(state order by number) as all from tenant.cases`)
    assert.deepEqual(cases, ['under_analysis', 'inspection_ordered', 'open'])
    assert.deepEqual(await one(`select array_agg(state order by number) as all from tenant.inspection_orders`), [
      'ordered',
      'ordered',
    ])
    assert.equal(await one(`select count(*)::int as all from tenant.referrals where agency_id is not null`), 1)
    assert.equal(await one(`select count(*)::int as all from tenant.alerts where state = 'claimed'`), 1)
    const untouched = `select count(*)::int as all from tenant.alerts a join tenant.consignments c on c.id = a.consignment_id
      join tenant.calls k on k.id = c.call_id where a.state = 'new' and k.means_name = 'NORTHERN CELEBRATION'`
    assert.equal(await one(untouched), 1, 'the walk of the README is left to who walks it')
  })
})
