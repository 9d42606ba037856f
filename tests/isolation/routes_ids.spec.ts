import { test } from '@japa/runner'
import { canonicalJson } from '#core/assessment/canonical'
import { collidingWorlds, type Side } from '#tests/support/colliding_worlds'
import type { Answer } from '#tests/support/visitor'
import { stranger } from './routes/actors.js'
import { attemptOn, each, foreignAttempts, officerRoutes } from './routes/attempts.js'
import { pathOf, send } from './routes/request.js'
import { Watch } from './routes/watch.js'
import { count } from './tally.js'

const NOBODYS = '01a2006d-0000-7000-8000-000000000000'
/** What a page is given is read side by side, and stands in the order it came. */
const inOrder = (text: string): string => (text.startsWith('{') ? canonicalJson(JSON.parse(text)) : text)

/** Ids, instants and references of a request differ from one answer to the next; so does what each read adds to the audit. */
const shape = ({ status, text }: Answer) =>
  `${status} ${inOrder(text)
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
    .replace(/\d{4}-\d\d-\d\dT[0-9:.]+Z/g, 'at')
    .replace(/"waiting":\d+/, '"waiting":n')}`

test.group('Isolation | ids of a neighbour', (group) => {
  let a: Side, b: Side
  let watch: Watch
  group.setup(async () => {
    ;({ a, b } = await collidingWorlds())
    watch = await Watch.over(a, b)
    return () => watch.close()
  })
  group.each.setup(() => watch.remember())

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
        wrong.push(...(await watch.judge(`${recipe.as} with a neighbour's ids`, route, answer, allowed, [b.canary])))
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
    assert.deepEqual([...wrong, ...(await watch.moved())], [])
    assert.equal(
      (await (await b.place.as('auditor')).page(`${b.place.path}/sessions`)).status,
      200,
      'the session of the neighbour lives'
    )
  }).timeout(60_000)

  test('a header that names a neighbour changes nothing', async ({ assert }) => {
    const wrong: string[] = []
    const { id, code } = b.place.administration
    const headers = {
      'x-tenant-id': id,
      'x-administration-id': id,
      'x-administration': code,
      'x-forwarded-host': `${code.toLowerCase()}.example`,
      'x-forwarded-prefix': `/a/${code}`,
      'x-original-url': `/a/${code}/arrivals`,
      'x-rewrite-url': `/a/${code}/arrivals`,
      'x-user-id': b.place.officers.administrator!.id,
    }
    await each(
      officerRoutes.filter(({ method, name }) => method === 'GET' && name !== 'live'),
      async (route, recipe) => {
        const attempt = await attemptOn(a, route, recipe)
        const visitor = await a.place.as(recipe.as!)
        const plain = await send(visitor, route, recipe, attempt)
        const answer = await send(visitor, route, recipe, attempt, headers)
        wrong.push(...(await watch.judge(`${recipe.as} with a header`, route, answer, [plain.status, 404], [b.canary])))
        if (answer.status !== plain.status) wrong.push(`${route.name} answers a header: ${answer.status}`)
      }
    )
    assert.deepEqual([...wrong, ...(await watch.moved())], [])
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
    assert.deepEqual([...wrong, ...(await watch.moved())], [])
  }).timeout(60_000)
})
