import { test } from '@japa/runner'
import { AuditTrail } from '#tests/support/audit_trail'
import { collidingWorlds, makeSide } from '#tests/support/colliding_worlds'
import { doorOf, rightful } from './routes/actors.js'
import { attemptOn, each, routes } from './routes/attempts.js'
import { RECIPES, UNAUDITED } from './routes/recipes.js'
import { send } from './routes/request.js'
import { Watch } from './routes/watch.js'
import { count } from './tally.js'

test.group('Isolation | rightful requests', () => {
  test('a route with effects says what it leaves in the audit, or why nothing', ({ assert }) => {
    const silent = routes.filter(({ name, method }) => method !== 'GET' && !RECIPES[name]?.audits?.length)
    assert.deepEqual(
      silent.map(({ name }) => name).filter((name) => !UNAUDITED[name]),
      [],
      'add `audits` to the recipe of the route'
    )
    assert.deepEqual(
      Object.keys(UNAUDITED).filter((name) => !silent.some((route) => route.name === name)),
      [],
      'listed as unaudited, and audited or gone'
    )
  })

  test('who may, may: every recipe is a valid request, is audited as it says, and no GET has an effect', async ({
    assert,
  }) => {
    const { a, b } = await collidingWorlds()
    // A side of its own: what may be done is done, and sessions end.
    const own = await makeSide('E')
    const watch = await Watch.over(own)
    const trail = new AuditTrail(own.place)
    const wrong: string[] = []
    let told = 0
    const order = Object.keys(RECIPES)
    const sorted = routes.toSorted((one, other) => order.indexOf(one.name) - order.indexOf(other.name))
    await each(sorted, async (route, recipe) => {
      const headers: Record<string, string> = route.audience === 'token' ? { authorization: `Bearer ${own.token}` } : {}
      const visitor = await rightful(own, route, recipe)
      if (route.method === 'GET') await watch.remember()
      if (route.audience === 'anyone' || route.audience === 'operator') await visitor.get(doorOf(route, own))
      const attempt = await attemptOn(own, route, recipe)
      await trail.follow()
      const answer = await send(visitor, route, recipe, attempt, headers)
      const audited = await trail.fresh()
      if (audited.join() !== (recipe.audits ?? []).join())
        wrong.push(
          `${route.name} audited ${audited.join(', ') || 'nothing'} instead of ${recipe.audits?.join(', ') ?? 'nothing'}`
        )
      count('rightful requests whose audit was compared', 1)
      if (answer.status !== recipe.rightful)
        wrong.push(`${route.name}: ${answer.status} instead of ${recipe.rightful}, ${answer.text.slice(0, 200)}`)
      if (answer.text.includes(own.canary)) told++
      for (const { canary } of [a, b]) if (answer.text.includes(canary)) wrong.push(`${route.name} told ${canary}`)
      const tables = route.method === 'GET' && route.audience !== 'token' ? await watch.moved() : []
      if (tables.length > 0) wrong.push(`${route.name} (GET) moved ${tables.join(', ')}`)
    })
    await watch.close()
    assert.deepEqual(wrong, [])
    assert.isAbove(told, 8, 'the pages show what the attacks looked for')
  }).timeout(240_000)
})
