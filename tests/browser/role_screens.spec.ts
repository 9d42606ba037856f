import { randomInt } from 'node:crypto'
import { writeSync } from 'node:fs'
import { test } from '@japa/runner'
import { ROLE_TEMPLATES } from '#platform/access/role_templates'
import { routesOf, type RouteEntry } from '#tests/support/inventory'
import { mayByMatrix } from '#tests/support/permissions_matrix'
import { ADDRESS, Desk } from './support/desk.js'
import { furnished, type Furnished } from './support/furnished.js'
import { Explorer, routeOf, type Offer } from './support/offered.js'

/**
 * All of them in the long run. In the short one the analyst and one that is drawn, named in the title:
 * `isolation/routes` asks every route for every role, without a screen.
 */
const ALL = ROLE_TEMPLATES.map(({ code }) => code)
const OTHERS = ALL.filter((code) => code !== 'analyst')
const ROLES = process.env.LANDFALL_LONG ? ALL : ['analyst', OTHERS[randomInt(OTHERS.length)]!]

const routes = routesOf()

/** Acts that are shown to a role that the server refuses. */
const refused = (role: string, acts: Iterable<Offer>, may: (role: string, route: RouteEntry) => boolean) =>
  [...acts].flatMap((act) => {
    const route = routeOf(routes, act)
    if (!route) return [`${role} is offered ${act.method} ${act.path} on ${act.on}: no such route`]
    return may(role, route) ? [] : [`${role} is offered ${route.name} on ${act.on}`]
  })

const byMatrix = (role: string, { permission }: RouteEntry) => mayByMatrix(role, permission)

test.group('Role × screen (what is refused is not shown)', (group) => {
  let world: Furnished
  group.setup(async () => {
    world = await furnished()
  })
  group.each.teardown(() => Desk.closeAll())

  for (const role of ROLES)
    test(`every link and button that a ${role} finds is one the server lets a ${role} use`, async ({
      assert,
      browser,
    }) => {
      const desk = await Desk.of(browser, world.place, role)
      const { links, acts } = await Explorer.explore(desk, routes)
      const wrong = refused(role, acts.values(), byMatrix)
      for (const { on, path } of links.values()) {
        const status = (await desk.context.request.get(`${ADDRESS}${path}`, { maxRedirects: 0 })).status()
        if (![200, 302].includes(status)) wrong.push(`${role} is linked to ${path} on ${on}: ${status}`)
      }
      assert.deepEqual(wrong, [])
      assert.isNotEmpty([...links])
      writeSync(
        1,
        `    ${role}: ${links.size} kinds of link, ${acts.size} acts: ${[...acts.keys()].sort().join(', ')}\n`
      )
      if (role === 'analyst') {
        // The explorer finds what there is, and would name it if the server refused it.
        assert.includeMembers([...acts.keys()], ['alerts.claim', 'alerts.dismiss'])
        const without = refused(
          role,
          acts.values(),
          (who, route) => byMatrix(who, route) && route.permission !== 'alerts.triage'
        )
        assert.isTrue(without.some((line) => line.startsWith('analyst is offered alerts.claim')))
      }
    }).timeout(240_000)
})
