import { test } from '@japa/runner'
import { createAdministration } from '#app/control/published'
import { mainDatabase, type DatabaseAddress } from '#platform/database/connections'
import { useJobSender } from '#platform/queue/dispatch'
import { sweepDoorbells } from '#platform/queue/sweep'
import { makeSide, type Side } from '#tests/support/colliding_worlds'
import { connectedAs, enter } from '#tests/support/database_roles'
import { tablesOf } from '#tests/support/inventory'
import { enterSecondDatabase, type SecondDatabase } from '#tests/support/second_database'
import { holesIn } from './catalogue/checks.js'
import { count } from './tally.js'

/** Rows of the administration in every table of one database, by table. */
const rowsIn = (address: DatabaseAddress, tenant: string): Promise<Record<string, number>> =>
  connectedAs(
    'owner',
    async (client) => {
      await enter(client, tenant)
      const found: Record<string, number> = {}
      for (const table of await tablesOf(client)) {
        const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from tenant.${table}`)
        found[table] = rows[0]!.n
      }
      for (const table of ['doorbells', 'health']) {
        const { rows } = await client.query<{ n: number }>(
          `select count(*)::int as n from control.${table} where administration_id = $1`,
          [tenant]
        )
        found[`control.${table}`] = rows[0]!.n
      }
      return found
    },
    address
  )

test.group('Isolation | an administration in a second database', (group) => {
  let second: SecondDatabase
  let side: Side
  group.setup(async () => {
    second = await enterSecondDatabase()
    side = await makeSide('P', { placement: second.placement })
    return () => second.leave()
  })

  test('lives there wholly and in the main database not at all', async ({ assert }) => {
    const tenant = side.place.administration.id
    const [there, here] = [await rowsIn(second.address, tenant), await rowsIn(mainDatabase(), tenant)]
    assert.deepEqual(
      Object.entries(there).filter(([, n]) => n === 0),
      []
    )
    assert.deepEqual(
      Object.entries(here).filter(([, n]) => n > 0),
      []
    )
    count('tables in a second database', Object.keys(there).length)
  })

  test('signs in, shows its pages, takes files and tells of alerts', async ({ assert }) => {
    const { place, ids, canary } = side
    const analyst = await place.signIn('analyst')
    for (const path of [
      'arrivals',
      'triage',
      `consignments/${ids.consignment}`,
      `conveyances/${ids.call}`,
      `messages/${ids.message}`,
    ]) {
      const page = await analyst.page(`${place.path}/${path}`)
      assert.equal(page.status, 200, path)
      assert.include(page.text, canary, path)
    }
    const steward = await place.signIn('data_steward')
    await steward.page(`${place.path}/uploads/new`)
    assert.equal(
      (await steward.upload(`${place.path}/uploads`, 'more.edi', new TextEncoder().encode('some more bytes'))).status,
      202
    )
  })

  test('its bells are found by the sweep', async ({ assert }) => {
    const rung: string[] = []
    const before = useJobSender({
      send: async ({ job, administrationId }) => void rung.push(`${job} ${administrationId}`),
    })
    await sweepDoorbells(-60_000)
    useJobSender(before)
    assert.include(rung, `targeting.drain ${side.place.administration.id}`)
  })

  test('the wall there is as whole as here', async ({ assert }) => {
    assert.deepEqual(await connectedAs('owner', holesIn, second.address), [])
  })

  test('a placement nobody configured is refused before anything is written', async ({ assert }) => {
    const made = createAdministration({
      code: 'NOWHERE',
      name: 'Nowhere',
      country: 'JM',
      timezone: 'UTC',
      locale: 'en',
      currency: 'USD',
      demo: false,
      ports: [],
      plugins: [],
      placement: 'third',
    })
    await assert.rejects(() => made, /third/)
    const { rows } = await connectedAs('control', (client) =>
      client.query(`select 1 from control.administrations where code = 'NOWHERE'`)
    )
    assert.deepEqual(rows, [])
  })
})
