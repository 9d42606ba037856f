import { test } from '@japa/runner'
import { DAY, HOUR } from '#core/kernel/instant'
import { readFacts } from '#app/targeting/published'
import { recentFacts } from '#app/targeting/queries/recent_facts'
import { execute } from '#platform/tenancy/database'
import { northernCelebrationMessage } from '#tests/support/fixtures/northern_celebration_message'
import { ask, file } from '#tests/support/intake'
import { drainTargeting } from '#tests/support/weighed_consignment'
import { makePlace } from '#tests/support/world'

const FILED_AT = Date.now() - HOUR
const ETA = `${new Date(FILED_AT + 5 * DAY).toISOString().slice(0, 10).replaceAll('-', '')}0600`

test.group('Facts of recent consignments', () => {
  test('are those of the last assessments of this administration, what was erased left out', async ({ assert }) => {
    const place = await makePlace()
    const other = await makePlace()
    assert.deepEqual(await place.run(() => recentFacts()), [])
    for (const bill of ['NRCL1', 'NRCL2', 'NRCL3']) {
      await file(place, northernCelebrationMessage({ document: `MAN ${bill}`, bill, eta: ETA }), { filedAt: FILED_AT })
      await drainTargeting(place)
    }
    const ids = (await ask<{ id: string }>(place, `select id from tenant.assessments order by id desc`)).map(
      ({ id }) => id
    )
    assert.lengthOf(ids, 3)
    const read = await place.run(() => recentFacts())
    assert.deepEqual(read, await Promise.all(ids.map((id) => place.run(async () => (await readFacts(id))!.facts!))))
    assert.deepEqual(await other.run(() => recentFacts()), [])
    await place.run(() =>
      execute(
        `update tenant.assessments set facts = '', result = '', erased_at = now(), erased_rule = 'test' where id = ?`,
        [ids[0]!]
      )
    )
    assert.deepEqual(await place.run(() => recentFacts()), read.slice(1))
  })
})
