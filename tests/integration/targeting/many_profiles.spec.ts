import { test } from '@japa/runner'
import type { ProfileDocument } from '#core/profiles/document'
import { countsOf, replaySample } from '#app/targeting/actions/replay_assessments'
import type { EngineVersions } from '#app/targeting/queries/load_engine'
import { listMisses } from '#app/targeting/queries/list_misses'
import { connectedAs, enter } from '#tests/support/database_roles'
import { northernCelebrationMessage } from '#tests/support/fixtures/northern_celebration_message'
import { ask, file } from '#tests/support/intake'
import { putLive } from '#tests/support/many_profiles'
import { drainTargeting, weighingsOf } from '#tests/support/weighed_consignment'
import { makePlace, type Place } from '#tests/support/world'

/** Each looks for another port of loading. */
const documents = Array.from({ length: 3000 }, (_each, at): { document: ProfileDocument } => ({
  document: {
    threat: 'REV',
    all: [{ id: 'a', kind: 'fact', fact: 'place.loading', operator: 'is', value: `ZZ${at}`, points: 5 }],
    any: [],
    adds: [],
  },
}))

const weigh = async (place: Place, bill: string) => {
  await file(place, northernCelebrationMessage({ document: `MAN ${bill}`, bill, eta: '202612010600' }))
  await drainTargeting(place)
  return (await weighingsOf(place, bill)).at(-1)!
}

const versionsOf = async (place: Place) =>
  (
    await ask<{ versions: EngineVersions }>(
      place,
      `select v.versions from tenant.assessments a join tenant.engine_versions v on v.hash = a.versions_hash order by a.id`
    )
  ).map(({ versions }) => versions)

test.group('More profiles than an assessment names one by one', (group) => {
  let place: Place
  let weighed: Awaited<ReturnType<typeof weigh>>
  let live: string[]
  group.setup(async () => {
    place = await makePlace()
    live = await place.run(() => putLive(documents))
    weighed = await weigh(place, 'MANY1')
  })

  test('are named by pages that stand beside, and replayed from them', async ({ assert }) => {
    await place.run(async () => {
      const [versions] = await versionsOf(place)
      assert.lengthOf((versions!.profiles as { pages: string[] }).pages, 256)
      assert.isNotNull(await listMisses(weighed.facts, versions!))
      assert.deepEqual(countsOf(await replaySample(10, 1)).same, 1)
    })
  })

  test('one of them retired is another page, and the same profiles again are the same versions', async ({ assert }) => {
    const rowsOf = () => ask<{ hash: string }>(place, `select hash from tenant.engine_versions`)
    const before = await rowsOf()
    const setState = (state: string) =>
      ask(place, `update tenant.profiles set state = ? where id = ?`, [state, live[0]])
    await setState('retired')
    await weigh(place, 'MANY2')
    const after = await rowsOf()
    assert.lengthOf(after, before.length + 2)
    await setState('live')
    await weigh(place, 'MANY3')
    assert.lengthOf(await rowsOf(), after.length)
    assert.equal((await place.run(() => replaySample(10, 1))).filter(({ outcome }) => outcome === 'same').length, 3)
  })

  test('a page that was altered is found', async ({ assert }) => {
    const [versions] = await versionsOf(place)
    const [page] = (versions!.profiles as { pages: string[] }).pages
    await connectedAs('owner', async (client) => {
      await enter(client, place.administration.id)
      await client.query(
        `update tenant.engine_versions set versions = jsonb_set(versions, '{profiles,0,revision}', '2') where hash = $1`,
        [page]
      )
    })
    const outcomes = await place.run(() => replaySample(10, 1))
    assert.deepEqual(
      [...new Set(outcomes.map(({ outcome, because }) => `${outcome}: ${because}`))],
      [`versions_gone: page of profiles ${page}`]
    )
  })
})
