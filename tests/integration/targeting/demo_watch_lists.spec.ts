import { test } from '@japa/runner'
import { seedDemoWatchLists } from '#app/targeting/listeners/seed_demo_watch_lists'
import { rows } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { makePlace, type Place } from '#tests/support/world'

/** Seeds as if the administration of the place were this one. */
const seedAs = (place: Place, change: { code: string; demo: boolean; locale?: string }) =>
  tenancy.run(
    {
      administration: { ...place.administration, ...change },
      actor: { kind: 'system', id: 'test' },
      correlationId: 'test',
    },
    seedDemoWatchLists
  )

const stored = (place: Place) =>
  place.run(() =>
    rows<{ code: string; name: string; value: string; from_edition: number; valid_until: Date | null }>(
      `select l.code, l.name, e.value, e.from_edition, e.valid_until from tenant.watch_list_entries e
         join tenant.watch_lists l on l.tenant_id = e.tenant_id and l.id = e.watch_list_id order by l.code, e.value`
    )
  )

test.group('Demo watch lists', () => {
  test('a demo administration gets its invented lists, once, named in its language', async ({ assert }) => {
    const place = await makePlace({ timezone: 'America/Guatemala' })
    await seedAs(place, { code: 'GT', demo: true, locale: 'es' })
    const entries = await stored(place)
    assert.sameMembers(
      [...new Set(entries.map(({ code }) => code))],
      ['companies', 'containers', 'persons', 'vessels', 'documents']
    )
    assert.equal(entries.find(({ code }) => code === 'companies')!.name, 'Empresas')
    const expired = entries.find(({ value }) => value === 'Anselmo Ficticio Barrundia Pec')!
    assert.equal(expired.valid_until!.toISOString(), '2026-01-01T06:00:00.000Z')
    await seedAs(place, { code: 'GT', demo: true })
    assert.lengthOf(await stored(place), entries.length)
  })

  test('a real administration gets none, whatever its code', async ({ assert }) => {
    const place = await makePlace()
    await seedAs(place, { code: 'GT', demo: false })
    await seedAs(place, { code: 'ZZ', demo: true })
    assert.lengthOf(await stored(place), 0)
  })
})
