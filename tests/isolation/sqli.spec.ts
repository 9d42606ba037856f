import { test } from '@japa/runner'
import { collidingWorlds, makeSide, type Side } from '#tests/support/colliding_worlds'
import { attemptOn, each, officerRoutes } from './routes/attempts.js'
import { send } from './routes/request.js'
import { Watch } from './routes/watch.js'
import { count } from './tally.js'

const PAYLOADS = [
  `'`,
  `' or '1'='1`,
  `'; drop table tenant.officers; --`,
  `1; select pg_sleep(30)`,
  `' union select name from tenant.officers --`,
  `'||(select set_config('app.tenant_id','x',false))||'`,
  `") or 1=1 --`,
  `$1`,
  `?`,
  `%' escape '!`,
  `\\'; --`,
  `1 desc, (select 1/0)`,
]
/** What lists and searches take, beside what a recipe names itself. */
const NAMES = [
  'q',
  'page',
  'state',
  'sort',
  'view',
  'show',
  'port',
  'call',
  'band',
  'nature',
  'threat',
  'from',
  'kind',
  'list',
]
/** Each place gets so many of the payloads, in turn; the long run gives it all of them. */
const EACH = process.env.LANDFALL_LONG ? PAYLOADS.length : 2
/** Of a document with many texts so many are poisoned. */
const MOST_TEXTS = 8
const SQL_TEXT =
  /syntax error|SQLSTATE|unterminated quoted|relation "|column "|invalid input syntax|pg_catalog|division by zero/i

/** Copies of a body in each of which one text is the payload. */
function poisoned(body: unknown, payload: string): unknown[] {
  if (typeof body === 'string') return [payload]
  if (body === null || typeof body !== 'object') return []
  return Object.entries(body).flatMap(([key, value]) =>
    poisoned(value, payload).map((changed) =>
      Array.isArray(body)
        ? body.map((element: unknown, index) => (index === Number(key) ? changed : element))
        : { ...body, [key]: changed }
    )
  )
}

test.group('T10 sqli_sweep', (group) => {
  let victim: Side
  let own: Side
  let watch: Watch
  group.setup(async () => {
    victim = (await collidingWorlds()).b
    own = await makeSide('S')
    watch = await Watch.over(victim)
    return () => watch.close()
  })

  test('no text of a request reaches the database as a statement', async ({ assert }) => {
    const wrong: string[] = []
    let turn = 0
    const next = () => PAYLOADS[turn++ % PAYLOADS.length]!
    await each(
      officerRoutes.filter(({ name }) => !['live', 'uploads.store'].includes(name)),
      async (route, recipe) => {
        if (recipe.fresh) return
        const visitor = await own.place.as(recipe.as!)
        const attempt = await attemptOn(own, route, recipe)
        const attack = async (path: string, body: unknown) => {
          const answer = await send(visitor, route, recipe, { path, body })
          count('injected texts', 1)
          if (answer.status >= 500) wrong.push(`${route.name} ${path} ${JSON.stringify(body)}: ${answer.status}`)
          if (SQL_TEXT.test(answer.text)) wrong.push(`${route.name} tells SQL: ${SQL_TEXT.exec(answer.text)![0]}`)
          if (answer.text.includes(victim.canary)) wrong.push(`${route.name} tells ${victim.canary}`)
        }
        const [path, query] = attempt.path.split('?')
        if (route.method === 'GET') {
          const names = new Set([...NAMES, ...new URLSearchParams(query).keys()])
          for (const name of names)
            for (let each = 0; each < EACH; each++) {
              const asked = new URLSearchParams(query)
              asked.set(name, next())
              await attack(`${path}?${asked}`, undefined)
            }
          return
        }
        for (let each = 0; each < EACH; each++)
          for (const body of poisoned(attempt.body, next()).slice(0, MOST_TEXTS)) await attack(attempt.path, body)
      }
    )
    assert.deepEqual(wrong, [])
    assert.deepEqual(await watch.moved(), [])
  }).timeout(600_000)
})
