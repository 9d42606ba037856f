import { test } from '@japa/runner'
import { PERMISSIONS } from '#platform/access/permissions'
import { ROLE_TEMPLATES } from '#platform/access/role_templates'
import { collidingWorlds, type Side } from '#tests/support/colliding_worlds'
import { PERMISSIONS_MATRIX } from '#tests/support/permissions_matrix'
import type { Visitor } from '#tests/support/visitor'
import {
  doorOf,
  filerInDisguise,
  operator,
  operatorInDisguise,
  rolesWith,
  rolesWithout,
  stranger,
} from './routes/actors.js'
import { attemptOn, each, officerRoutes, REFUSED, routes } from './routes/attempts.js'
import { RECIPES, type Recipe } from './routes/recipes.js'
import { send } from './routes/request.js'
import { Watch } from './routes/watch.js'
import { count } from './tally.js'

/** Every page names the officer who asks. */
const withoutOwnName = (text: string, side: Side) => text.replaceAll(`${side.canary}-officers-name`, '')

test.group('Isolation | routes', (group) => {
  let a: Side, b: Side
  let watch: Watch
  group.setup(async () => {
    ;({ a, b } = await collidingWorlds())
    watch = await Watch.over(a, b)
    return () => watch.close()
  })
  group.each.setup(() => watch.remember())

  test('every route has a recipe and every recipe a route', ({ assert }) => {
    assert.deepEqual(
      routes.filter(({ name }) => !RECIPES[name]).map(({ name }) => `unattacked: ${name}`),
      []
    )
    assert.deepEqual(
      Object.keys(RECIPES).filter((name) => !routes.some((route) => route.name === name)),
      []
    )
    assert.sameMembers(
      officerRoutes.filter(({ method, permission }) => method !== 'GET' && permission === null).map(({ name }) => name),
      [
        'notifications.read',
        'notifications.open',
        'notification_rules.update',
        'notification_schedule.update',
        'notification_rules.reset',
        'sessions.destroy',
        'sessions.destroy_others',
        'officer.locale',
        'second_factor.code',
        'second_factor.password',
        'second_factor.passkey_options',
        'second_factor.passkey',
        'second_factor.totp.store',
        'second_factor.passkeys.options',
        'second_factor.passkeys.store',
        'session.destroy',
        'account.rename',
        'account.password',
        'account.totp.destroy',
        'account.passkeys.destroy',
        'account.recovery.store',
        'account.sessions.destroy',
        'account.sessions.destroy_others',
      ]
    )
    count('routes', routes.length)
  })

  const strangers: Record<string, (side: Side, recipe: Recipe) => Promise<Visitor>> = {
    nobody: stranger,
    'an officer of a neighbour': (_side, recipe) => a.place.as(recipe.as!),
    'an operator': async (side) => {
      const visitor = await operator()
      await visitor.get(`${side.place.path}/sign-in`)
      return visitor
    },
    'an operator in disguise': operatorInDisguise,
    'a filer': (side) => side.place.signIn('filer'),
    'a filer in disguise': filerInDisguise,
  }
  for (const [who, make] of Object.entries(strangers)) {
    test(`${who} is asked to sign in, everywhere`, async ({ assert }) => {
      const kept = who.includes('neighbour') ? null : await make(b, {} as Recipe)
      await watch.remember()
      const wrong: string[] = []
      await each(officerRoutes, async (route, recipe) => {
        const visitor = kept ?? (await make(b, recipe))
        await visitor.get(`${b.place.path}/sign-in`)
        const answer = await send(visitor, route, recipe, await attemptOn(b, route, recipe))
        wrong.push(...(await watch.judge(who, route, answer, REFUSED, [b.canary])))
      })
      assert.deepEqual([...wrong, ...(await watch.moved())], [])
    }).timeout(180_000)
  }

  test('a machine token opens no page', async ({ assert }) => {
    const wrong: string[] = []
    const visitor = await stranger(b)
    await each(officerRoutes, async (route, recipe) => {
      const answer = await send(visitor, route, recipe, await attemptOn(b, route, recipe), {
        authorization: `Bearer ${b.token}`,
      })
      wrong.push(...(await watch.judge('a token', route, answer, REFUSED, [b.canary])))
    })
    assert.deepEqual(wrong, [])
  }).timeout(180_000)

  test('a role without the permission is refused, by each role that lacks it', async ({ assert }) => {
    const wrong: string[] = []
    await each(officerRoutes, async (route, recipe) => {
      const roles = rolesWithout(route)
      for (const role of roles) {
        const answer = await send(await a.place.as(role), route, recipe, await attemptOn(a, route, recipe))
        const text = withoutOwnName(answer.text, a)
        wrong.push(...watch.told(role, route, { ...answer, text }, [403], [a.canary, b.canary]))
      }
      wrong.push(...(await watch.unmoved(`one of ${roles.join(', ')}`, route)))
    })
    assert.deepEqual([...wrong, ...(await watch.moved())], [])
  }).timeout(300_000)

  test('a role with the permission is let in, by each role that the matrix gives it to', async ({ assert }) => {
    const wrong: string[] = []
    await each(
      officerRoutes.filter(({ method }) => method === 'GET'),
      async (route, recipe) => {
        for (const role of rolesWith(route)) {
          const answer = await send(await a.place.as(role), route, recipe, await attemptOn(a, route, recipe))
          wrong.push(...(await watch.judge(role, route, answer, [recipe.rightful, 404], [b.canary])))
        }
      }
    )
    assert.deepEqual([...wrong, ...(await watch.moved())], [])
  }).timeout(180_000)

  test('the templates of the roles are those of the matrix', ({ assert }) => {
    for (const permission of PERMISSIONS)
      assert.sameMembers(
        ROLE_TEMPLATES.filter(({ permissions }) => permissions.includes(permission)).map(({ code }) => code),
        [...PERMISSIONS_MATRIX[permission]],
        permission
      )
    count('permission × role', PERMISSIONS.length * ROLE_TEMPLATES.length)
  })

  test('the console is closed to everybody else', async ({ assert }) => {
    const wrong: string[] = []
    await each(
      routes.filter(({ audience }) => audience === 'operator'),
      async (route, recipe) => {
        for (const [who, visitor] of [
          ['nobody', await stranger(a)],
          ['an administrator', await a.place.signIn('administrator')],
        ] as const) {
          await visitor.get('/platform/sign-in')
          const answer = await send(visitor, route, recipe, await attemptOn(a, route, recipe))
          wrong.push(...(await watch.judge(who, route, answer, REFUSED, [a.canary, b.canary])))
        }
      }
    )
    assert.deepEqual([...wrong, ...(await watch.moved())], [])
  })

  test('routes of anybody tell nothing of anybody', async ({ assert }) => {
    const wrong: string[] = []
    await each(
      routes.filter(({ audience }) => audience === 'anyone'),
      async (route, recipe) => {
        const visitor = await stranger(b)
        await visitor.get(doorOf(route, b))
        const unsecret = recipe.guessed ? { ...recipe, params: recipe.guessed } : recipe
        const answer = await send(visitor, route, recipe, await attemptOn(b, route, unsecret))
        wrong.push(...(await watch.judge('anybody', route, answer, [recipe.rightful, 302, 303, 404], [b.canary])))
      }
    )
    assert.deepEqual([...wrong, ...(await watch.moved())], [])
  })
})
