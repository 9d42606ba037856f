import { test } from '@japa/runner'
import { TenantCache } from '#platform/tenancy/tenant_cache'
import { collidingWorlds, type Side } from '#tests/support/colliding_worlds'
import { attemptOn, each, officerRoutes } from './routes/attempts.js'
import { send } from './routes/request.js'
import { count } from './tally.js'

interface Cache {
  next(follow: (kept: string | null) => string): Promise<string>
}

/** What B is given after A has warmed a cache. */
async function secondReader(cache: Cache, a: Side, b: Side): Promise<string> {
  await a.place.run(() => cache.next((kept) => kept ?? a.canary))
  return b.place.run(() => cache.next((kept) => kept ?? b.canary))
}

test.group('T15 cache_bleed', () => {
  test('pages warmed by one administration show nothing of it to the next', async ({ assert }) => {
    const { a, b } = await collidingWorlds()
    const wrong: string[] = []
    for (const [side, other] of [
      [a, b],
      [b, a],
      [a, b],
    ] as const)
      await each(
        officerRoutes.filter(({ method, name }) => method === 'GET' && name !== 'live'),
        async (route, recipe) => {
          const answer = await send(
            await side.place.as(recipe.as!),
            route,
            recipe,
            await attemptOn(side, route, recipe)
          )
          if (answer.text.includes(other.canary)) wrong.push(`${route.name} shows ${other.canary} to ${side.canary}`)
          if (!/no-store/.test(answer.headers.get('cache-control') ?? ''))
            wrong.push(`${route.name} may be kept by a browser`)
          count('pages in turn', 1)
        }
      )
    assert.deepEqual(wrong, [])
  }).timeout(60_000)

  test('a cache whose key lacks the administration is named', async ({ assert }) => {
    const { a, b } = await collidingWorlds()
    assert.equal(await secondReader(new TenantCache<string>(10), a, b), b.canary)
    let kept: string | null = null
    const planted: Cache = { next: async (follow) => (kept = follow(kept)) }
    assert.equal(await secondReader(planted, a, b), a.canary, 'the oracle sees it')
    count('planted holes caught', 1)
  })
})

test.group('T21 search', () => {
  test("no beginning of a neighbour's names or numbers finds anything of the neighbour", async ({ assert }) => {
    const { a, b } = await collidingWorlds()
    const visitor = await a.place.as('supervisor')
    const texts = [
      `${b.canary} HOLDINGS LTD`,
      `${b.canary}-calls-means_name`,
      `${b.canary}-senders-name`,
      `${b.canary}-consignments-reference`,
    ]
    const wrong: string[] = []
    for (const text of texts)
      for (let length = 1; length <= text.length; length += 2) {
        const asked = text.slice(0, length).trim()
        const q = encodeURIComponent(asked)
        for (const path of [`/find?q=${q}`, `/messages?q=${q}`, `/conveyances/${a.ids.call}?q=${q}`]) {
          const answer = await visitor.page(`${a.place.path}${path}`)
          // The question itself stands in the answer, also as an address: that is no find.
          const echoes = [asked, q, q.replaceAll('%20', '+')]
          const told = echoes.reduce((left, echo) => left.replaceAll(echo, ''), answer.text).includes(b.canary)
          if (told || answer.status >= 500) wrong.push(`${path}: ${answer.status}`)
          count('searches', 1)
        }
      }
    assert.deepEqual(wrong, [])
  }).timeout(60_000)
})
