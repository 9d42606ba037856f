import { test } from '@japa/runner'
import { collidingWorlds, type Side } from '#tests/support/colliding_worlds'
import { signedInUnitOfficer } from '#tests/support/unit_officers'
import type { Visitor } from '#tests/support/visitor'
import { attemptOn, each, officerRoutes } from './routes/attempts.js'
import type { Recipe } from './routes/recipes.js'
import { send } from './routes/request.js'
import { Watch } from './routes/watch.js'
import { count } from './tally.js'

/** Tables of cargo: what any of their columns holds belongs to the units that look at its port. */
const CARGO = [
  'calls',
  'call_events',
  'manifests',
  'consignments',
  'consignment_revisions',
  'alerts',
  'alert_events',
  'problems',
  'assessments',
  'standings',
]
const NOT_THERE = [404, 409]

/** Texts of a side's cargo: painted columns, and what the documents of its manifest say. */
const cargoOf = ({ canary }: Side) => [
  ...CARGO.map((table) => `${canary}-${table}-`),
  `${canary} HOLDINGS`,
  `${canary} TRADERS`,
]

test.group('Isolation | right role, wrong unit', (group) => {
  let a: Side
  let watch: Watch
  group.setup(async () => {
    ;({ a } = await collidingWorlds())
    watch = await Watch.over(a)
    return () => watch.close()
  })

  /** Whether the request names cargo: then it has to be as if there were none. */
  const namesCargo = async (recipe: Recipe) => {
    const { call, consignment, alert, dismissed, message } = a.ids
    return Object.values((await recipe.params?.(a)) ?? {}).some((id) =>
      [call, consignment, alert, dismissed, message].includes(id)
    )
  }

  for (const [what, units] of Object.entries({
    'another port': [{ ports: ['JMMBJ'] }],
    'another port and threat': [{ ports: ['JMMBJ'], threats: ['NAR'] }],
  })) {
    test(`a unit of ${what} finds no cargo, on any route`, async ({ assert }) => {
      const visitors = new Map<string, Promise<Visitor>>()
      const as = (role: string) => {
        const known = visitors.get(role) ?? signedInUnitOfficer(a.place, role, units)
        visitors.set(role, known)
        return known
      }
      const wrong: string[] = []
      let named = 0
      await each(officerRoutes, async (route, recipe) => {
        if (recipe.fresh || route.name === 'session.destroy') return
        const cargo = await namesCargo(recipe)
        const visitor = await as(recipe.as!)
        if (!cargo && route.method !== 'GET') return
        if (cargo) named++
        await watch.remember()
        const answer = await send(visitor, route, recipe, await attemptOn(a, route, recipe))
        const allowed = cargo ? (recipe.notThere ?? [recipe.foreign ?? 404]) : [recipe.rightful, ...NOT_THERE]
        wrong.push(...(await watch.judge(`${recipe.as} of a unit of ${what}`, route, answer, allowed, cargoOf(a))))
        count('route × wrong unit', 1)
      })
      assert.deepEqual(wrong, [])
      assert.isAbove(named, 8, 'routes that name cargo')
    }).timeout(120_000)
  }

  test('acts that name alerts in their body leave them alone', async ({ assert }) => {
    const visitor = await signedInUnitOfficer(a.place, 'supervisor', [{ ports: ['JMMBJ'] }])
    await watch.remember()
    const dismissed = await visitor.post(`${a.place.path}/alerts/dismissals`, {
      alerts: [a.ids.alert],
      reason: 'other',
      note: 'looked at',
    })
    assert.deepEqual(dismissed.json.done, [])
    assert.deepEqual(await watch.moved(), [])
  })
})
