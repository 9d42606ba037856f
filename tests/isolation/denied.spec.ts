import { test } from '@japa/runner'
import { AuditTrail } from '#tests/support/audit_trail'
import { collidingWorlds } from '#tests/support/colliding_worlds'
import { rolesWithout } from './routes/actors.js'
import { attemptOn, each, foreignAttempts, officerRoutes } from './routes/attempts.js'
import { send } from './routes/request.js'
import { count } from './tally.js'

test.group('Isolation | denials are audited', () => {
  test('a refused role leaves one denial in its own administration and none in another', async ({ assert }) => {
    const { a, b } = await collidingWorlds()
    const wrong: string[] = []
    const theirs = await new AuditTrail(b.place).follow()
    await each(officerRoutes, async (route, recipe) => {
      const [role] = rolesWithout(route)
      if (!role) return
      const visitor = await a.place.as(role)
      const trail = await new AuditTrail(a.place).follow()
      await send(visitor, route, recipe, await attemptOn(a, route, recipe))
      const audited = await trail.fresh()
      if (audited.join() !== 'security.denied') wrong.push(`${role} at ${route.name}: ${audited.join() || 'nothing'}`)
      count('denials', 1)
    })
    assert.deepEqual(wrong, [])
    assert.deepEqual(await theirs.fresh(), [])
  }).timeout(60_000)

  test("asking for a neighbour's rows is audited where it was asked, without telling the neighbour", async ({
    assert,
  }) => {
    const { a, b } = await collidingWorlds()
    const wrong: string[] = []
    const theirs = await new AuditTrail(b.place).follow()
    await each(officerRoutes, async (route, recipe) => {
      for (const attempt of await foreignAttempts(a, b, route, recipe)) {
        const visitor = recipe.fresh ? await a.place.signIn(recipe.as!) : await a.place.as(recipe.as!)
        const trail = await new AuditTrail(a.place).follow()
        const { status } = await send(visitor, route, recipe, attempt)
        if (status !== 404) continue
        const audited = await trail.fresh()
        if (audited.join() !== 'security.denied') wrong.push(`${route.name}: ${audited.join() || 'nothing'}`)
        count('denials', 1)
      }
    })
    assert.deepEqual(wrong, [])
    assert.deepEqual(
      (await theirs.fresh()).filter((action) => action !== 'session.started'),
      []
    )
  }).timeout(60_000)
})
