import { test } from '@japa/runner'
import { execute } from '#platform/tenancy/database'
import db from '@adonisjs/lucid/services/db'
import { collidingWorlds, makeSide, type Side } from '#tests/support/colliding_worlds'
import { changed, Fingerprint } from '#tests/support/fingerprint'
import { routesOf, type RouteEntry } from '#tests/support/inventory'
import type { Answer, Visitor } from '#tests/support/visitor'
import { operator, operatorInDisguise, rightful, rolesWithout, stranger } from './routes/actors.js'
import { RECIPES, type Recipe } from './routes/recipes.js'
import { pathOf, send, type Attempt } from './routes/request.js'
import { isPlanted } from './surface/planted_routes.js'
import { count } from './tally.js'

const SIGN_IN = /\/sign-in$/
const seen = new Set<string>()

/** What a request names, taken from a side. */
async function attemptOn(
  side: Side,
  route: RouteEntry,
  recipe: Recipe,
  code = side.place.administration.code
): Promise<Attempt> {
  const params = (await recipe.params?.(side)) ?? {}
  return { path: pathOf(route.pattern, code, params, recipe.query?.(side)), body: recipe.body?.(side) }
}

/** Requests of A that name what is B's: everything, and each path parameter by itself. */
async function foreignAttempts(a: Side, b: Side, route: RouteEntry, recipe: Recipe): Promise<Attempt[]> {
  const [own, theirs] = [(await recipe.params?.(a)) ?? {}, (await recipe.params?.(b)) ?? {}]
  const different = Object.keys(own).filter((name) => own[name] !== theirs[name])
  const mixes = different.length > 1 ? different.map((name) => ({ ...own, [name]: theirs[name]! })) : []
  const body = recipe.body?.(b)
  const asks =
    different.length > 0 ||
    recipe.query?.(a) !== recipe.query?.(b) ||
    JSON.stringify(recipe.body?.(a)) !== JSON.stringify(body)
  return asks
    ? [theirs, ...mixes].map((params) => ({
        path: pathOf(route.pattern, a.place.administration.code, params, recipe.query?.(b)),
        body,
      }))
    : []
}

/** Every page names the officer who asks. */
const withoutOwnName = (text: string, side: Side) => text.replaceAll(`${side.canary}-officers-name`, '')
const NOBODYS = '01a2006d-0000-7000-8000-000000000000'
/** Ids, instants and references of a request differ from one answer to the next. */
const shape = ({ status, text }: Answer) =>
  `${status} ${text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id').replace(/\d{4}-\d\d-\d\dT[0-9:.]+Z/g, 'at')}`

test.group('Isolation | routes', (group) => {
  let a: Side, b: Side
  let prints: Fingerprint[]
  let before: Map<string, string>[]
  const routes = routesOf().filter(({ name }) => !isPlanted(name))
  const officerRoutes = routes.filter(({ audience }) => audience === 'officer')
  const each = async (list: readonly RouteEntry[], work: (route: RouteEntry, recipe: Recipe) => Promise<void>) => {
    for (const route of list) await work(route, RECIPES[route.name]!)
  }

  group.setup(async () => {
    ;({ a, b } = await collidingWorlds())
    prints = [await Fingerprint.of(a.place.administration.id), await Fingerprint.of(b.place.administration.id)]
    return async () => {
      for (const print of prints) await print.close()
    }
  })
  const remember = async () => void (before = await Promise.all(prints.map((print) => print.take())))
  const moved = async () =>
    (await Promise.all(prints.map((print) => print.take()))).flatMap((after, side) =>
      changed(before[side]!, after).map((name) => `${'AB'[side]} ${name}`)
    )
  group.each.setup(remember)

  /** Nothing is told, nothing is moved, and the refusal is the one that was meant. */
  const judge = async (
    who: string,
    route: RouteEntry,
    answer: Answer,
    allowed: readonly number[],
    canaries: readonly string[]
  ): Promise<string[]> => {
    seen.add(route.name)
    count('route × actor', 1)
    const wrong: string[] = []
    if (!allowed.includes(answer.status)) wrong.push(`answered ${answer.status} instead of ${allowed.join(' or ')}`)
    if ([302, 303].includes(answer.status) && !allowed.includes(404) && !SIGN_IN.test(answer.location ?? ''))
      wrong.push(`sent to ${answer.location}`)
    for (const canary of canaries) if (answer.text.includes(canary)) wrong.push(`told ${canary}`)
    if (route.method !== 'GET') {
      const tables = await moved()
      if (tables.length > 0) {
        wrong.push(`moved ${tables.join(', ')}`)
        await remember()
      }
    }
    return wrong.map((what) => `${who} at ${route.name}: ${what}`)
  }

  test('every route has a recipe and every recipe a route', ({ assert }) => {
    assert.deepEqual(
      routes.filter(({ name }) => !RECIPES[name]).map(({ name }) => `unattacked: ${name}`),
      []
    )
    assert.deepEqual(
      Object.keys(RECIPES).filter((name) => !routes.some((route) => route.name === name)),
      []
    )
    assert.deepEqual(
      officerRoutes.filter(({ method, permission }) => method !== 'GET' && permission === null).map(({ name }) => name),
      ['session.destroy', 'sessions.destroy', 'sessions.destroy_others', 'officer.locale']
    )
  })

  const REFUSED = [302, 303, 401]
  const strangers: Record<string, (side: Side, recipe: Recipe) => Promise<Visitor>> = {
    nobody: stranger,
    'an officer of a neighbour': (_side, recipe) => a.place.as(recipe.as!),
    'an operator': async (side) => {
      const visitor = await operator()
      await visitor.get(`${side.place.path}/sign-in`)
      return visitor
    },
    'an operator in disguise': operatorInDisguise,
  }
  for (const [who, make] of Object.entries(strangers)) {
    test(`${who} is asked to sign in, everywhere`, async ({ assert }) => {
      const kept = who.includes('neighbour') ? null : await make(b, {} as Recipe)
      const wrong: string[] = []
      await each(officerRoutes, async (route, recipe) => {
        const visitor = kept ?? (await make(b, recipe))
        await visitor.get(`${b.place.path}/sign-in`)
        const answer = await send(visitor, route, recipe, await attemptOn(b, route, recipe))
        wrong.push(...(await judge(who, route, answer, REFUSED, [b.canary])))
      })
      assert.deepEqual([...wrong, ...(await moved())], [])
    }).timeout(60_000)
  }

  test('a machine token opens no page', async ({ assert }) => {
    const wrong: string[] = []
    const visitor = await stranger(b)
    await each(officerRoutes, async (route, recipe) => {
      const answer = await send(visitor, route, recipe, await attemptOn(b, route, recipe), {
        authorization: `Bearer ${b.token}`,
      })
      wrong.push(...(await judge('a token', route, answer, REFUSED, [b.canary])))
    })
    assert.deepEqual(wrong, [])
  }).timeout(60_000)

  test('a role without the permission is refused, by each role that lacks it', async ({ assert }) => {
    const wrong: string[] = []
    await each(officerRoutes, async (route, recipe) => {
      for (const role of rolesWithout(route)) {
        const answer = await send(await a.place.as(role), route, recipe, await attemptOn(a, route, recipe))
        wrong.push(
          ...(await judge(
            role,
            route,
            { ...answer, text: withoutOwnName(answer.text, a) },
            [403],
            [a.canary, b.canary]
          ))
        )
      }
    })
    assert.deepEqual([...wrong, ...(await moved())], [])
  }).timeout(120_000)

  const withNobodys = (text: string) =>
    Object.values(b.ids).reduce((changing, id) => changing.replaceAll(id, NOBODYS), text)

  test('ids of a neighbour are not found, in the path, the query and the body', async ({ assert }) => {
    const wrong: string[] = []
    let named = 0
    await each(officerRoutes, async (route, recipe) => {
      for (const attempt of await foreignAttempts(a, b, route, recipe)) {
        const visitor = recipe.fresh ? await a.place.signIn(recipe.as!) : await a.place.as(recipe.as!)
        const answer = await send(visitor, route, recipe, attempt)
        const allowed = recipe.notThere ?? [recipe.foreign ?? 404]
        wrong.push(...(await judge(`${recipe.as} with a neighbour's ids`, route, answer, allowed, [b.canary])))
        const nobodys = {
          path: withNobodys(attempt.path),
          body: JSON.parse(withNobodys(JSON.stringify(attempt.body ?? {}))) as unknown,
        }
        const again = recipe.fresh ? null : await send(visitor, route, recipe, nobodys)
        if (again && shape(again) !== shape(answer))
          wrong.push(
            `${route.name} tells a neighbour's id from nobody's: ${shape(answer).slice(0, 300)} | ${shape(again).slice(0, 300)}`
          )
        named++
      }
    })
    assert.isAbove(named, 20)
    assert.deepEqual([...wrong, ...(await moved())], [])
    assert.equal(
      (await (await b.place.as('auditor')).page(`${b.place.path}/sessions`)).status,
      200,
      'the session of the neighbour lives'
    )
  }).timeout(60_000)

  test('ids that are none of anybody, or no ids at all, never break a route', async ({ assert }) => {
    const wrong: string[] = []
    const odd = [
      '01a2006d-0000-7000-8000-000000000000',
      'nonsense',
      '%00',
      `'%20or%20true--`,
      '..%2f..%2fetc%2fpasswd',
      '9'.repeat(400),
    ]
    await each(
      officerRoutes.filter(({ pattern }) => /:(?!code)/.test(pattern)),
      async (route, recipe) => {
        for (const value of odd) {
          const path = pathOf(route.pattern, a.place.administration.code, new Proxy({}, { get: () => value }))
          const visitor = recipe.fresh ? await stranger(a) : await a.place.as(recipe.as!)
          const answer = await send(visitor, route, recipe, { path, body: recipe.body?.(a) })
          if (answer.status >= 500) wrong.push(`${route.name} with ${value.slice(0, 30)}: ${answer.status}`)
          count('odd ids', 1)
        }
      }
    )
    assert.deepEqual([...wrong, ...(await moved())], [])
  }).timeout(60_000)

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
          wrong.push(...(await judge(who, route, answer, REFUSED, [a.canary, b.canary])))
        }
      }
    )
    assert.deepEqual([...wrong, ...(await moved())], [])
  })

  test('routes of anybody tell nothing of anybody', async ({ assert }) => {
    const wrong: string[] = []
    await each(
      routes.filter(({ audience }) => audience === 'anyone'),
      async (route, recipe) => {
        const visitor = await stranger(b)
        if (route.pattern.startsWith('/platform')) await visitor.get('/platform/sign-in')
        const answer = await send(visitor, route, recipe, await attemptOn(b, route, recipe))
        wrong.push(...(await judge('anybody', route, answer, [recipe.rightful, 302, 303, 404], [b.canary])))
      }
    )
    assert.deepEqual([...wrong, ...(await moved())], [])
  })

  test('the machine API knows its own token only', async ({ assert }) => {
    const wrong: string[] = []
    const officer = await b.place.as('data_steward')
    const altered = `${b.token.slice(0, -9)}${b.token.at(-10) === 'a' ? 'b' : 'a'}${b.token.slice(-8)}`
    const headers: Record<string, Record<string, string>> = {
      nobody: {},
      'an altered token': { authorization: `Bearer ${altered}` },
      'a token in a basic header': { authorization: `Basic ${b.token}` },
      'two tokens': { authorization: `Bearer ${b.token} ${a.token}` },
    }
    await each(
      routes.filter(({ audience }) => audience === 'token'),
      async (route, recipe) => {
        const attempt = await attemptOn(b, route, recipe)
        for (const [who, given] of Object.entries(headers)) {
          wrong.push(
            ...(await judge(
              who,
              route,
              await send(await stranger(b), route, recipe, attempt, given),
              [401],
              [b.canary]
            ))
          )
        }
        wrong.push(
          ...(await judge(
            'an officer with a cookie',
            route,
            await send(officer, route, recipe, attempt),
            [401],
            [b.canary]
          ))
        )
        const inQuery = { ...attempt, path: `${attempt.path}?token=${b.token}&authorization=Bearer%20${b.token}` }
        wrong.push(
          ...(await judge(
            'a token in the address',
            route,
            await send(await stranger(b), route, recipe, inQuery),
            [401],
            [b.canary]
          ))
        )
      }
    )
    const show = routes.find(({ name }) => name === 'api.messages.show')!
    const foreign = await send(
      await stranger(a),
      show,
      RECIPES[show.name]!,
      await attemptOn(b, show, RECIPES[show.name]!),
      { authorization: `Bearer ${a.token}` }
    )
    if (foreign.status !== 404 || foreign.text.includes(b.canary))
      wrong.push(`a neighbour's message answered ${foreign.status}`)
    assert.deepEqual(wrong, [])
  })

  test('a disabled officer and a suspended administration are shut out at once', async ({ assert }) => {
    const c = await makeSide('C')
    const roles = [...new Set(officerRoutes.map(({ name }) => RECIPES[name]!.as!))]
    for (const role of roles) await c.place.as(role)
    await remember()
    const wrong: string[] = []
    const attempts = new Map<string, Attempt>()
    await each(routes, async (route, recipe) => void attempts.set(route.name, await attemptOn(c, route, recipe)))
    const attack = async (who: string, list: readonly RouteEntry[], allowed: readonly number[]) =>
      each(list, async (route, recipe) => {
        const visitor = recipe.as ? await c.place.as(recipe.as) : await stranger(a)
        const headers: Record<string, string> = route.audience === 'token' ? { authorization: `Bearer ${c.token}` } : {}
        wrong.push(
          ...(await judge(who, route, await send(visitor, route, recipe, attempts.get(route.name)!, headers), allowed, [
            c.canary,
          ]))
        )
      })
    await c.place.run(() => execute(`update tenant.officers set state = 'disabled'`))
    await attack('a disabled officer', officerRoutes, REFUSED)
    await c.place.run(() => execute(`update tenant.officers set state = 'active'`))
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

  test('who may, may: every recipe is a valid request, and no GET has an effect', async ({ assert }) => {
    // A side of its own: what may be done is done, and sessions end.
    const own = await makeSide('E')
    const print = await Fingerprint.of(own.place.administration.id)
    let kept = await print.take()
    const wrong: string[] = []
    let told = 0
    const order = Object.keys(RECIPES)
    const sorted = routes.toSorted((one, other) => order.indexOf(one.name) - order.indexOf(other.name))
    await each(sorted, async (route, recipe) => {
      if (route.method === 'GET') kept = await print.take()
      const headers: Record<string, string> = route.audience === 'token' ? { authorization: `Bearer ${own.token}` } : {}
      const visitor = await rightful(own, route, recipe)
      if (route.pattern.startsWith('/platform')) await visitor.get('/platform/sign-in')
      const answer = await send(visitor, route, recipe, await attemptOn(own, route, recipe), headers)
      if (answer.status !== recipe.rightful)
        wrong.push(`${route.name}: ${answer.status} instead of ${recipe.rightful}, ${answer.text.slice(0, 200)}`)
      if (answer.text.includes(own.canary)) told++
      for (const { canary } of [a, b]) if (answer.text.includes(canary)) wrong.push(`${route.name} told ${canary}`)
      const tables = route.method === 'GET' && route.audience !== 'token' ? changed(kept, await print.take()) : []
      if (tables.length > 0) wrong.push(`${route.name} (GET) moved ${tables.join(', ')}`)
    })
    await print.close()
    assert.deepEqual(wrong, [])
    assert.isAbove(told, 8, 'the pages show what the attacks looked for')
    count('routes', seen.size)
  }).timeout(60_000)
})
