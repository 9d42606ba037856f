import { test } from '@japa/runner'
import { canonicalJson } from '#core/assessment/canonical'
import { deriveFacts } from '#core/facts/derive'
import type { ProfileDocument } from '#core/profiles/document'
import { enablePlugin } from '#app/administration/actions/plugins/enable_plugin'
import { addWatchListEntry } from '#app/targeting/actions/add_watch_list_entry'
import { createWatchList } from '#app/targeting/actions/create_watch_list'
import { publishProfile } from '#app/targeting/actions/publish_profile'
import { retireProfile } from '#app/targeting/actions/retire_profile'
import { saveReferenceListEdition } from '#app/targeting/actions/save_reference_list_edition'
import { withdrawWatchListEntry } from '#app/targeting/actions/withdraw_watch_list_entry'
import { documentHash } from '#app/targeting/document_hash'
import { engineAt } from '#app/targeting/queries/engine_at'
import { loadEngine, type Engine } from '#app/targeting/queries/load_engine'
import { readEngineState } from '#app/targeting/queries/read_engine_state'
import { uuidv7 } from '#platform/database/uuid'
import { pluginRegistry } from '#platform/plugins/registry'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { statementsOf } from '#tests/support/counted_statements'
import { connectedAs, enter } from '#tests/support/database_roles'
import { northernCelebrationSource } from '#tests/support/fixtures/northern_celebration'
import { makePlace, type Place } from '#tests/support/world'

const facts = deriveFacts(northernCelebrationSource({}))
const GUATEMALA = pluginRegistry.get('guatemala')!
const NOW = Date.UTC(2026, 10, 22)

const documentOf = (points: number): ProfileDocument => ({
  threat: 'REV',
  all: [{ id: 'a', kind: 'fact', fact: 'consignment.packages', operator: 'is_over', value: 0, points }],
  any: [],
  adds: [],
})

/** A profile with its first revision a draft. */
const draft = (place: Place, code: string, document: ProfileDocument) =>
  place.run(async () => {
    const [id, tenant] = [uuidv7(), place.administration.id]
    await execute(`insert into tenant.profiles (tenant_id, id, code, name, threat) values (?, ?, ?, ?, 'REV')`, [
      tenant,
      id,
      code,
      code,
    ])
    await revise(place, id, 1, document)
    return id
  })

const revise = (place: Place, id: string, number: number, document: ProfileDocument) =>
  place.run(() =>
    execute(
      `insert into tenant.profile_revisions (tenant_id, id, profile_id, revision, document, document_hash) values (?, ?, ?, ?, ?::jsonb, ?)`,
      [place.administration.id, uuidv7(), id, number, JSON.stringify(document), documentHash(document)]
    )
  )

const publish = async (place: Place, id: string, number: number, document: ProfileDocument) => {
  const revision = { number, document, documentHash: documentHash(document) }
  return place.run(() => publishProfile(id, revision, place.officers.administrator!.id))
}

const retire = (place: Place, id: string) =>
  place.run(async () => {
    const { code } = (await firstRow<{ code: string }>(`select code from tenant.profiles where id = ?`, [id]))!
    const head = { id, code, name: code, threat: 'REV' as const, state: 'live' as const, liveRevision: 1 }
    const { live_revision } = (await firstRow<{ live_revision: number }>(
      `select live_revision from tenant.profiles where id = ?`,
      [id]
    ))!
    return retireProfile({ ...head, liveRevision: live_revision } as never)
  })

const engineOf = (place: Place): Promise<Engine> => place.run(() => loadEngine())

const scoreOf = (engine: Pick<Engine, 'evaluator' | 'lists' | 'index' | 'cuts' | 'caps'>) =>
  engine.evaluator.assess({ ...engine, facts, watchLists: engine.index.at(NOW) })

test.group('The engine of an administration', () => {
  test('follows every change, and is what a full compilation of its versions is', async ({ assert }) => {
    const place = await makePlace()
    const officer = place.officers.administrator!.id
    const told: string[] = []
    let last: Engine | null = null
    const step = async (name: string, change: () => Promise<unknown>) => {
      await change()
      const engine = await engineOf(place)
      const whole = await place.run(() => engineAt(engine.versions))
      if ('gone' in whole) throw new Error(whole.gone.join())
      assert.equal(canonicalJson(scoreOf(engine)), canonicalJson(scoreOf(whole)), name)
      if (last !== null && canonicalJson(last.versions) !== canonicalJson(engine.versions)) told.push(name)
      last = engine
      return scoreOf(engine)
    }
    const before = await step('first', async () => {})
    const id = await draft(place, 'packages', documentOf(3))
    assert.deepEqual(await step('a draft', async () => {}), before)
    const published = await step('published', () => publish(place, id, 1, documentOf(3)))
    assert.equal(published.score, before.score + 3)
    await revise(place, id, 2, documentOf(7))
    const revised = await step('revised', () => publish(place, id, 2, documentOf(7)))
    assert.equal(revised.score, before.score + 7)
    assert.deepEqual(await step('retired', () => retire(place, id)), before)

    const consignor = (facts['consignor.name'] as { value: string }).value
    const list = await place.run(() => createWatchList({ code: 'W', name: 'W', description: null }, officer))
    if (!list.ok) throw new Error('no list')
    const add = (edition: number, value: string) =>
      place.run(() =>
        addWatchListEntry(
          { id: list.value, edition },
          { kind: 'name', value, reason: 'test', validFrom: null, validUntil: null },
          officer
        )
      )
    let entry = ''
    const listed = await step('listed', async () => {
      const added = await add(1, consignor)
      entry = added.ok ? added.value.id : ''
    })
    assert.deepEqual(
      listed.matches.map((match) => [match.entry.id, match.entry.edition]),
      [[entry, 2]]
    )
    const other = await step('another listed', () => add(2, 'SOMEBODY ELSE LTD'))
    assert.deepEqual(
      other.matches.map((match) => match.entry.edition),
      [3],
      'an entry is cited under the edition in force'
    )
    const withdrawn = await step('withdrawn', () =>
      place.run(() => withdrawWatchListEntry({ id: list.value, edition: 3 }, entry, 'done', officer))
    )
    assert.deepEqual(withdrawn.matches, [])
    assert.deepEqual(withdrawn.reasons, before.reasons)

    await step('list saved', () =>
      place.run(() => saveReferenceListEdition({ code: 'source_countries', seen: 1, rows: [], note: null }, officer))
    )
    await step('cuts', () => place.run(() => execute(`update tenant.settings set medium_cut = 41`)))
    assert.equal(last!.cuts.medium, 41)
    await step('plugin', () => place.run(() => enablePlugin(GUATEMALA, officer)))
    assert.includeMembers(Object.keys(last!.versions.plugins), ['guatemala'])
    assert.deepEqual(told, [
      'published',
      'revised',
      'retired',
      'listed',
      'another listed',
      'withdrawn',
      'list saved',
      'cuts',
      'plugin',
    ])
  }).timeout(60_000)

  test('asks one statement where nothing changed, and stays the same object', async ({ assert }) => {
    const place = await makePlace()
    const first = await engineOf(place)
    const statements = await statementsOf(async () => {
      assert.strictEqual(await engineOf(place), first)
    })
    assert.lengthOf(
      statements.filter((text) => text.includes('tenant.')),
      1
    )
  })

  test('a change that commits behind a later one is not missed', async ({ assert }) => {
    const place = await makePlace()
    const [early, late] = [await draft(place, 'early', documentOf(3)), await draft(place, 'late', documentOf(5))]
    const before = scoreOf(await engineOf(place)).score
    await connectedAs('owner', async (client) => {
      await enter(client, place.administration.id)
      await client.query('begin')
      await client.query(`update tenant.profiles set state = 'live', live_revision = 1 where id = $1`, [early])
      await publish(place, late, 1, documentOf(5))
      assert.equal(scoreOf(await engineOf(place)).score, before + 5)
      await client.query('commit')
    })
    assert.equal(scoreOf(await engineOf(place)).score, before + 5, 'one code counts once, at its maximum')
    const { versions } = await engineOf(place)
    const live = versions.profiles as readonly { id: string }[]
    await retire(place, late)
    assert.equal(scoreOf(await engineOf(place)).score, before + 3, 'the early one was there')
    assert.lengthOf((await engineOf(place)).versions.profiles as readonly unknown[], live.length - 1)
  })

  test('what is rolled back was never there', async ({ assert }) => {
    const place = await makePlace()
    const id = await draft(place, 'never', documentOf(3))
    const first = await engineOf(place)
    await assert.rejects(() =>
      place.run(() =>
        unitOfWork(async () => {
          await execute(`update tenant.profiles set state = 'live', live_revision = 1 where id = ?`, [id])
          throw new Error('no')
        })
      )
    )
    assert.strictEqual(await engineOf(place), first)
  })

  test('of another administration takes nothing of it', async ({ assert }) => {
    const [here, there] = [await makePlace(), await makePlace()]
    const [first, other] = [await engineOf(here), await engineOf(there)]
    const id = await draft(here, 'mine', documentOf(11))
    await publish(here, id, 1, documentOf(11))
    assert.strictEqual(await engineOf(there), other)
    const mine = await engineOf(here)
    assert.notStrictEqual(mine, first)
    const named = (engine: Engine) => (engine.versions.profiles as readonly { id: string }[]).map((each) => each.id)
    const theirs = new Set(named(other))
    assert.deepEqual(
      named(mine).filter((each) => theirs.has(each)),
      []
    )
    const state = await there.run(() => readEngineState(null))
    assert.sameMembers(
      state.changed.map((each) => each.revision),
      named(other)
    )
  })

  test('takes nothing for known of a server that was started again', async ({ assert }) => {
    const place = await makePlace()
    const read = (server?: string) =>
      place.run(async () => {
        const { moment } = await readEngineState(null)
        return readEngineState({ ...moment, ...(server ? { server } : {}) })
      })
    const same = await read()
    assert.isTrue(same.sinceMoment)
    assert.deepEqual(same.changed, [])
    const other = await read('2020-01-01 00:00:00+00 landfall')
    assert.isFalse(other.sinceMoment)
    assert.isAbove(other.changed.length, 0)
  })
})
