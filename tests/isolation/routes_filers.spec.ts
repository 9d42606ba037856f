import { test } from '@japa/runner'
import { findSender } from '#app/intake/published'
import { collidingWorlds, type Side } from '#tests/support/colliding_worlds'
import { engage, signInFiler } from '#tests/support/filers'
import type { Visitor } from '#tests/support/visitor'
import { doorOf, officerAsFiler, operator, stranger } from './routes/actors.js'
import { attemptOn, each, filerRoutes, foreignAttempts, REFUSED } from './routes/attempts.js'
import { send } from './routes/request.js'
import { Watch } from './routes/watch.js'
import { count } from './tally.js'

test.group('Isolation | the filers’ portal', (group) => {
  let a: Side, b: Side
  let watch: Watch
  group.setup(async () => {
    ;({ a, b } = await collidingWorlds())
    watch = await Watch.over(a, b)
    return () => watch.close()
  })
  group.each.setup(() => watch.remember())

  const strangers: Record<string, () => Promise<Visitor>> = {
    nobody: () => stranger(b),
    'a filer of a neighbour': () => a.place.signIn('filer'),
    'an officer': () => b.place.signIn('supervisor'),
    'an officer in disguise': () => officerAsFiler(b, 'administrator'),
    'an operator': operator,
  }
  for (const [who, make] of Object.entries(strangers)) {
    test(`${who} is asked to sign in at every page of it`, async ({ assert }) => {
      const visitor = await make()
      await watch.remember()
      const wrong: string[] = []
      await each(filerRoutes, async (route, recipe) => {
        await visitor.get(doorOf(route, b))
        const answer = await send(visitor, route, recipe, await attemptOn(b, route, recipe))
        wrong.push(...(await watch.judge(who, route, answer, REFUSED, [b.canary])))
      })
      assert.isAbove(filerRoutes.length, 20)
      count('routes of filers × strangers', filerRoutes.length)
      assert.deepEqual([...wrong, ...(await watch.moved())], [])
    }).timeout(120_000)
  }

  test('ids of a neighbour, and of another filer of the same administration, are not there', async ({ assert }) => {
    const rivals = await a.place.run(() => findSender('RIVAL'))
    await a.place.as('filer')
    const rival = await signInFiler(a.place, await engage(a.place, rivals.id, 'rival'))
    await watch.remember()
    const wrong: string[] = []
    let named = 0
    await each(filerRoutes, async (route, recipe) => {
      if (!recipe.params || recipe.params.length === 0) return
      const own = await a.place.as('filer')
      for (const attempt of await foreignAttempts(a, b, route, recipe)) {
        const answer = await send(own, route, recipe, attempt)
        wrong.push(...(await watch.judge('a filer with a neighbour’s ids', route, answer, [404], [b.canary])))
        named++
      }
      const answer = await send(rival, route, recipe, await attemptOn(a, route, recipe))
      wrong.push(...(await watch.judge('another filer', route, answer, [404], [a.canary])))
    })
    assert.isAbove(named, 4)
    assert.deepEqual([...wrong, ...(await watch.moved())], [])
  }).timeout(60_000)
})
