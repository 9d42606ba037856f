import { test } from '@japa/runner'
import { makeSide } from '#tests/support/colliding_worlds'
import { attemptOn, each, officerRoutes } from './routes/attempts.js'
import { count } from './tally.js'

/** Deeper than any stack, and still below the limit of a body. */
const DEPTH = 60_000
const deep = (open: string, close: string) => `${open.repeat(DEPTH)}${close.repeat(DEPTH)}`

/** Values as JSON text: what no form sends. */
const ODD = [
  deep('[', ']'),
  `${'{"a":'.repeat(DEPTH / 3)}1${'}'.repeat(DEPTH / 3)}`,
  '1e308',
  '-1',
  'null',
  'true',
  '[[["x"]]]',
  '{"length":1000000000}',
  '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
  JSON.stringify('x'.repeat(64_000)),
  JSON.stringify('\u0000\ud800\u202e'),
]
const BODIES = ['', '[]', 'null', '7', '{', '{"a":1}{"b":2}', '\u0000', deep('[', ']')]

test.group('Isolation | hostile JSON', () => {
  test('whatever JSON a request carries, no route fails', async ({ assert }) => {
    const own = await makeSide('J')
    const wrong: string[] = []
    await each(
      officerRoutes.filter(({ method, name }) => method !== 'GET' && name !== 'uploads.store'),
      async (route, recipe) => {
        if (recipe.fresh) return
        const visitor = await own.place.as(recipe.as!)
        const { path, body } = await attemptOn(own, route, recipe)
        const headers = {
          accept: 'application/json',
          'content-type': 'application/json',
          'x-xsrf-token': decodeURIComponent(visitor.cookies.get('XSRF-TOKEN')!),
        }
        const attack = async (text: string) => {
          const { status } = await visitor.send(route.method, path, { body: text, headers })
          if (status >= 500) wrong.push(`${route.name} with ${text.slice(0, 60)}: ${status}`)
          count('hostile bodies', 1)
        }
        for (const text of BODIES) await attack(text)
        // A file has no fields: its bytes are not JSON.
        const fields = recipe.send === 'upload' ? [] : Object.entries((body ?? {}) as Record<string, unknown>)
        for (const [name] of fields)
          for (const odd of ODD) {
            const others = fields
              .filter(([other]) => other !== name)
              .map(([key, value]) => `,${JSON.stringify(key)}:${JSON.stringify(value)}`)
            await attack(`{${JSON.stringify(name)}:${odd}${others.join('')}}`)
          }
      }
    )
    assert.deepEqual(wrong, [])
    assert.isUndefined(({} as { polluted?: number }).polluted)
  }).timeout(300_000)
})
