import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { execute } from '#platform/tenancy/database'
import { collidingWorlds, makeSide, type Side } from '#tests/support/colliding_worlds'
import type { RouteEntry } from '#tests/support/inventory'
import { stranger } from './routes/actors.js'
import { attemptOn, each, filerRoutes, officerRoutes, REFUSED, routes } from './routes/attempts.js'
import { RECIPES } from './routes/recipes.js'
import { send, type Attempt } from './routes/request.js'
import { Watch } from './routes/watch.js'

test.group('Isolation | disabled and suspended', (group) => {
  let a: Side, b: Side
  let watch: Watch
  group.setup(async () => {
    ;({ a, b } = await collidingWorlds())
    watch = await Watch.over(a, b)
    return () => watch.close()
  })
  group.each.setup(() => watch.remember())

  test('a disabled officer and a suspended administration are shut out at once', async ({ assert }) => {
    const c = await makeSide('C')
    const people = [...officerRoutes, ...filerRoutes]
    const roles = [...new Set(people.map(({ name }) => RECIPES[name]!.as!))]
    for (const role of roles) await c.place.as(role)
    await watch.remember()
    const wrong: string[] = []
    const attempts = new Map<string, Attempt>()
    await each(routes, async (route, recipe) => void attempts.set(route.name, await attemptOn(c, route, recipe)))
    const attack = async (who: string, list: readonly RouteEntry[], allowed: readonly number[]) =>
      each(list, async (route, recipe) => {
        const visitor = recipe.as ? await c.place.as(recipe.as) : await stranger(a)
        const headers: Record<string, string> = route.audience === 'token' ? { authorization: `Bearer ${c.token}` } : {}
        wrong.push(
          ...(await watch.judge(
            who,
            route,
            await send(visitor, route, recipe, attempts.get(route.name)!, headers),
            allowed,
            [c.canary]
          ))
        )
      })
    await c.place.run(() => execute(`update tenant.officers set state = 'disabled'`))
    await attack('a disabled person', people, REFUSED)
    await c.place.run(() => execute(`update tenant.officers set state = 'active' where password_hash is not null`))
    await db
      .connection('control')
      .from('control.administrations')
      .where('id', c.place.administration.id)
      .update({ state: 'suspended' })
    await attack(
      'a suspended administration',
      routes.filter(({ pattern }) => pattern.startsWith('/a/')),
      [404]
    )
    await attack(
      'a suspended machine',
      routes.filter(({ audience }) => audience === 'token'),
      [401]
    )
    assert.deepEqual(wrong, [])
  }).timeout(120_000)
})
