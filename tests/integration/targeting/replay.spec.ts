import { createHash } from 'node:crypto'
import { test } from '@japa/runner'
import type { AssessmentResult } from '#core/assessment/assessment'
import { canonicalJson } from '#core/assessment/canonical'
import { DAY, HOUR } from '#core/kernel/instant'
import { countsOf, replaySample } from '#app/targeting/actions/replay_assessments'
import { currentKey } from '#platform/crypto/data_keys'
import { seal } from '#platform/crypto/envelope'
import { packJson } from '#app/targeting/packed_json'
import { readFacts, unpackJson } from '#app/targeting/published'
import { connectedAs, enter } from '#tests/support/database_roles'
import { northernCelebrationMessage } from '#tests/support/fixtures/northern_celebration_message'
import { ask, file } from '#tests/support/intake'
import { drainTargeting, weighingsOf } from '#tests/support/weighed_consignment'
import { makePlace, type Place } from '#tests/support/world'

const FILED_AT = Date.now() - HOUR
const ETA = `${new Date(FILED_AT + 5 * DAY).toISOString().slice(0, 10).replaceAll('-', '')}0600`

/** Three consignments, one of them weighed twice. */
async function weighed(): Promise<Place> {
  const place = await makePlace()
  for (const [bill, more] of [
    ['NRCL1', {}],
    ['NRCL2', { without: 'goods' }],
    ['NRCL3', { weightKg: 16_000 }],
    ['NRCL3', { fn: '4' }],
  ] as const) {
    await file(place, northernCelebrationMessage({ document: `MAN ${bill}`, bill, eta: ETA, ...more }), {
      filedAt: FILED_AT,
    })
    await drainTargeting(place)
  }
  return place
}

const replayed = (place: Place) => place.run(() => replaySample(100, 7))

/** As who owns the tables, with the guard against rewriting taken off: what a superuser can do to rows. */
const tamper = (place: Place, sql: string, values: readonly unknown[] = []) =>
  connectedAs('owner', async (client) => {
    await enter(client, place.administration.id)
    await client.query('begin')
    await client.query(`alter table tenant.assessments disable trigger user`)
    const { rowCount } = await client.query(sql, [...values])
    await client.query(`alter table tenant.assessments enable trigger user`)
    await client.query('commit')
    if (rowCount === 0) throw new Error('nothing was altered')
  })

const faults = async (place: Place) =>
  (await replayed(place))
    .filter(({ outcome }) => outcome !== 'same')
    .map(({ outcome, because }) => `${outcome}: ${because}`)

test.group('Replay of past assessments', (group) => {
  let place: Place
  let one: string
  group.each.setup(async () => {
    place = await weighed()
    one = (await ask<{ id: string }>(place, `select id from tenant.assessments order by id limit 1`))[0]!.id
  })

  test('gives the stored results to the bit, whatever came later', async ({ assert }) => {
    assert.deepEqual(countsOf(await replayed(place)), { same: 4, differs: 0, altered: 0, erased: 0, versions_gone: 0 })
    // A new edition of a list the score rests on, a call that moved, another filing: nothing of it was seen then.
    await tamper(
      place,
      `with next as (update tenant.reference_lists set edition = 2 where code = 'source_countries' returning tenant_id, id)
       insert into tenant.reference_list_editions (tenant_id, id, list_id, edition, rows, source)
       select tenant_id, gen_random_uuid(), id, 2, '[]', 'test' from next`
    )
    await tamper(place, `update tenant.calls set eta = eta + interval '9 days'`)
    await file(place, northernCelebrationMessage({ document: 'MAN NRCL9', bill: 'NRCL9', eta: ETA }))
    await drainTargeting(place)
    const again = await replayed(place)
    assert.isAbove(again.length, 4)
    assert.isTrue(again.every(({ outcome, vouched }) => outcome === 'same' && vouched))
    const [latest] = await weighingsOf(place, 'NRCL9')
    assert.notInclude(
      latest!.result.reasons.map(({ code }) => code),
      'R01',
      'the new edition changed what is weighed now'
    )
  })

  test('a stored result that does not follow from its inputs is found', async ({ assert }) => {
    const [first] = await ask<{ result: Buffer }>(place, `select result from tenant.assessments where id = ?`, [one])
    const other = packJson(JSON.stringify({ ...unpackJson<AssessmentResult>(first!.result), score: 1 }))
    await tamper(place, `update tenant.assessments set result = $2 where id = $1`, [one, other])
    assert.deepEqual(await faults(place), ['differs: score'])
  })

  test('an altered fact is found, also where its hash was altered with it', async ({ assert }) => {
    const read = await place.run(() => readFacts(one))
    const facts = { ...read!.facts!, 'consignment.packages': { known: true, value: 7, from: [] } }
    const text = canonicalJson(facts)
    const sealed = await place.run(async () => {
      const { kid, key } = await currentKey('facts')
      return seal(packJson(text), key, one, kid)
    })
    await tamper(place, `update tenant.assessments set facts = $2 where id = $1`, [one, sealed])
    assert.deepEqual(await faults(place), ['altered: facts'])
    const hash = createHash('sha256').update(text).digest('hex')
    await tamper(place, `update tenant.assessments set facts_hash = $2 where id = $1`, [one, hash])
    assert.deepEqual(await faults(place), ['altered: facts, versions, revision or instant'])
  })

  test('an altered snapshot without the key is found', async ({ assert }) => {
    await tamper(
      place,
      `update tenant.assessments set facts = set_byte(facts, 60, get_byte(facts, 60) # 1) where id = $1`,
      [one]
    )
    assert.deepEqual(await faults(place), ['altered: fact snapshot cannot be unsealed'])
  })

  test('an altered version, instant or revision is found', async ({ assert }) => {
    const INPUTS = 'altered: facts, versions, revision or instant'
    // Versions stand once for all that were weighed with them.
    const change = (edition: number) =>
      tamper(
        place,
        `update tenant.engine_versions set versions = jsonb_set(versions, '{lists,weak_ports}', to_jsonb($1::int))`,
        [edition]
      )
    await change(2)
    assert.deepEqual(await faults(place), Array(4).fill('altered: versions'))
    await change(1)
    assert.deepEqual(await faults(place), [])
    for (const set of [
      `assessed_at = assessed_at - interval '1 day'`,
      `assessed_at = assessed_at + interval '1 day', revision_id = gen_random_uuid()`,
    ]) {
      await tamper(place, `update tenant.assessments set ${set} where id = $1`, [one])
      assert.deepEqual(await faults(place), [INPUTS])
    }
  })

  test('a record altered together with its hash is found by the audit entry of its batch', async ({ assert }) => {
    await tamper(place, `update tenant.assessments set record_hash = repeat('0', 64) where id = $1`, [one])
    assert.deepEqual(await faults(place), ['altered: facts, versions, revision or instant'])
    await tamper(place, `update tenant.assessments set record_hash = null where id = $1`, [one])
    assert.deepEqual(await faults(place), ['altered: audit entry of its batch'])
  })

  test('what a build no longer has is said, and is neither the same nor different', async ({ assert }) => {
    await tamper(
      place,
      `with other as (insert into tenant.engine_versions (tenant_id, hash, versions)
         select tenant_id, 'other', jsonb_set(versions, '{lists,nothing_like_it}', '1') from tenant.engine_versions limit 1)
       update tenant.assessments set versions_hash = 'other', record_hash = null, batch_id = null where id = $1`,
      [one]
    )
    assert.deepEqual(await faults(place), ['versions_gone: list nothing_like_it 1'])
  })

  test('erased inputs are said by their rule', async ({ assert }) => {
    await tamper(
      place,
      `update tenant.assessments set facts = '', erased_at = '2026-01-02T03:04:05Z', erased_rule = 'retention' where id = $1`,
      [one]
    )
    assert.deepEqual(await faults(place), ['erased: retention 2026-01-02T03:04:05.000Z'])
  })

  test('another administration is not looked at', async ({ assert }) => {
    const neighbour = await makePlace()
    assert.deepEqual(await replayed(neighbour), [])
  })
})
