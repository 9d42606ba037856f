import { test } from '@japa/runner'
import { issueToken } from '#app/intake/actions/issue_token'
import { collidingWorlds, type Side } from '#tests/support/colliding_worlds'
import { stranger } from './routes/actors.js'
import { attemptOn, each, routes } from './routes/attempts.js'
import { RECIPES } from './routes/recipes.js'
import { send } from './routes/request.js'
import { Watch } from './routes/watch.js'

test.group('Isolation | machine API', (group) => {
  let a: Side, b: Side
  let watch: Watch
  group.setup(async () => {
    ;({ a, b } = await collidingWorlds())
    watch = await Watch.over(a, b)
    return () => watch.close()
  })
  group.each.setup(() => watch.remember())

  test('the machine API knows its own token only', async ({ assert }) => {
    const wrong: string[] = []
    const officer = await b.place.as('data_steward')
    const altered = `${b.token.slice(0, -9)}${b.token.at(-10) === 'a' ? 'b' : 'a'}${b.token.slice(-8)}`
    const powerless = await b.place.run(() =>
      issueToken({ name: 'no scope', sender: null, scopes: [], days: 1, createdBy: null })
    )
    const powers = { authorization: `Bearer ${powerless.token}` }
    // Its last use is written down once; after that a refused request moves nothing.
    await (await stranger(b)).send('GET', '/api/v1/messages/nothing', { headers: powers })
    await watch.remember()
    const headers: Record<string, Record<string, string>> = {
      'a token without the scope': powers,
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
            ...(await watch.judge(
              who,
              route,
              await send(await stranger(b), route, recipe, attempt, given),
              who === 'a token without the scope' ? [403] : [401],
              [b.canary]
            ))
          )
        }
        wrong.push(
          ...(await watch.judge(
            'an officer with a cookie',
            route,
            await send(officer, route, recipe, attempt),
            [401],
            [b.canary]
          ))
        )
        const inQuery = { ...attempt, path: `${attempt.path}?token=${b.token}&authorization=Bearer%20${b.token}` }
        wrong.push(
          ...(await watch.judge(
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
})
