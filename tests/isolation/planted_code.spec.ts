import { test } from '@japa/runner'
import { collidingWorlds } from '#tests/support/colliding_worlds'
import { connectedAs, enter } from '#tests/support/database_roles'
import { routesOf } from '#tests/support/inventory'
import { stranger } from './routes/actors.js'
import { RECIPES, type Recipe } from './routes/recipes.js'
import { pathOf, send } from './routes/request.js'
import { withPlantedRoutes } from './surface/planted_routes.js'
import { count } from './tally.js'

const POST: Recipe = { send: 'json', rightful: 200 }

test.group('Isolation | planted holes in the code', () => {
  test('a route without a guard and an unscoped query is told by the oracle, and unattacked by name', async ({
    assert,
  }) => {
    const { a, b } = await collidingWorlds()
    const route = routesOf().find(({ name }) => name === 'planted.unguarded')!
    assert.isUndefined(RECIPES[route.name], 'a new route has no recipe')
    assert.equal(route.audience, 'anyone', 'it is seen that nobody guards it')
    const answer = await withPlantedRoutes(b, async () =>
      send(await stranger(a), route, POST, { path: pathOf(route.pattern, a.place.administration.code, {}), body: {} })
    )
    assert.equal(answer.status, 200)
    assert.include(answer.text, b.canary, 'the oracle sees what it tells')
    count('planted holes caught', 2)
  })

  test('a query under another role is stopped by the grants', async ({ assert }) => {
    const { a, b } = await collidingWorlds()
    const route = routesOf().find(({ name }) => name === 'planted.other_role')!
    const answer = await withPlantedRoutes(b, async () =>
      send(await stranger(a), route, POST, { path: pathOf(route.pattern, a.place.administration.code, {}), body: {} })
    )
    assert.equal(answer.status, 500)
    assert.notInclude(answer.text, b.canary)
    count('planted holes caught', 1)
  })

  test('a definer function without a filter walks around the wall, and the catalogue of attacks lacks it', async ({
    assert,
  }) => {
    const { a, b } = await collidingWorlds()
    const told = await connectedAs('owner', async (client) => {
      await client.query('begin')
      try {
        await client.query(
          `create function tenant.planted_names() returns setof text language sql security definer set search_path = pg_catalog as 'select name from tenant.officers'`
        )
        await client.query('revoke all on function tenant.planted_names() from public')
        await client.query('grant select (name) on tenant.officers to landfall_definer')
        await client.query('alter function tenant.planted_names() owner to landfall_definer')
        await enter(client, a.place.administration.id)
        await client.query('set local role landfall_definer')
        return (await client.query<{ it: string }>('select * from tenant.planted_names() as it')).rows.map(
          ({ it }) => it
        )
      } finally {
        await client.query('rollback')
      }
    })
    assert.isTrue(
      told.some((name) => name.startsWith(b.canary)),
      'the fault is real'
    )
    count('planted holes caught', 1)
  })
})
