import { test } from '@japa/runner'
import { collidingWorlds, type Side } from '#tests/support/colliding_worlds'
import type { RouteEntry } from '#tests/support/inventory'
import { routesOf } from '#tests/support/inventory'
import { signedInUnitOfficer } from '#tests/support/unit_officers'
import { Visitor, type Answer } from '#tests/support/visitor'
import { stranger } from './routes/actors.js'
import { attemptOn, each, officerRoutes } from './routes/attempts.js'
import type { Recipe } from './routes/recipes.js'
import { pathOf, send } from './routes/request.js'
import { lacking } from './surface/headers.js'
import { withPlantedRoutes } from './surface/planted_routes.js'
import { count } from './tally.js'

/** Acts on what is one's own, which need no permission, and questions that change nothing. */
const OWN =
  /^(?:session|sessions|officer|preferences|notification\w*|account|second_factor|factors|passkeys|mfa|password|step_up|security)\b/
const QUESTIONS = ['audit.verify', 'profiles.describe']

/** Routes with an effect that nobody guards, or that ask for no more than reading. */
const doubtful = (routes: readonly RouteEntry[]) =>
  routes
    .filter(
      ({ method, name, audience }) =>
        method !== 'GET' && audience === 'officer' && !OWN.test(name) && !QUESTIONS.includes(name)
    )
    .filter(({ permission }) => permission === null || /\.read/.test(permission))
    .map(({ name }) => name)

/** Columns that no page and no JSON ever shows: whoever sees one is given a whole row. */
const ROW = /"(?:tenant_id|password_hash|secret_hash|content_hash|facts_hash|document_hash)"/

const POST: Recipe = { send: 'json', rightful: 200 }

test.group('Isolation | planted holes in the surface', (group) => {
  let a: Side
  group.setup(async () => {
    a = (await collidingWorlds()).a
  })

  test('may: every act asks for more than reading, and one that does not is named', ({ assert }) => {
    assert.deepEqual(doubtful(officerRoutes), [])
    const change = (name: string, permission: RouteEntry['permission']) =>
      officerRoutes.map((route) => (route.name === name ? { ...route, permission } : route))
    assert.deepEqual(doubtful(change('alerts.claim', null)), ['alerts.claim'])
    assert.deepEqual(doubtful(change('watch_lists.store', 'watch_lists.read')), ['watch_lists.store'])
    count('planted holes caught', 2)
  })

  test('rows: no page or answer shows one, and one that does is named', async ({ assert }) => {
    const wrong: string[] = []
    await each(
      officerRoutes.filter(({ method, name }) => method === 'GET' && name !== 'live'),
      async (route, recipe) => {
        const answer = await send(await a.place.as(recipe.as!), route, recipe, await attemptOn(a, route, recipe))
        if (ROW.test(answer.text)) wrong.push(`${route.name} shows ${ROW.exec(answer.text)![0]}`)
      }
    )
    assert.deepEqual(wrong, [])
    const planted = routesOf().find(({ name }) => name === 'planted.unguarded')!
    const told = await withPlantedRoutes(a, async () =>
      send(await stranger(a), planted, POST, {
        path: pathOf(planted.pattern, a.place.administration.code, {}),
        body: {},
      })
    )
    assert.match(told.text, ROW)
    count('planted holes caught', 1)
  }).timeout(60_000)

  test('units: an officer whose limits were dropped is told by the oracle', async ({ assert }) => {
    const cargo = `${a.canary} HOLDINGS`
    const path = `${a.place.path}/consignments/${a.ids.consignment}`
    const limited = await (await signedInUnitOfficer(a.place, 'analyst', [{ ports: ['JMMBJ'] }])).page(path)
    const dropped = await (await signedInUnitOfficer(a.place, 'analyst', [{ ports: [] }])).page(path)
    assert.deepEqual([limited.status, limited.text.includes(cargo)], [404, false])
    assert.deepEqual([dropped.status, dropped.text.includes(cargo)], [200, true])
    count('planted holes caught', 1)
  })

  test('headers: each one that is missing is named', async ({ assert }) => {
    const answer: Answer = await new Visitor().get(`${a.place.path}/sign-in`)
    assert.deepEqual(lacking(answer), [])
    for (const name of ['content-security-policy', 'x-content-type-options', 'x-frame-options', 'permissions-policy']) {
      const headers = new Headers(answer.headers)
      headers.delete(name)
      assert.deepEqual(lacking({ headers }), [name])
      count('planted holes caught', 1)
    }
  })
})
