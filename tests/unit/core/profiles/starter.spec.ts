import { test } from '@japa/runner'
import { join } from 'node:path'
import { assess } from '#tests/support/assess'
import type { Consignment } from '#core/cargo/consignment'
import { deriveFacts, type FactSource } from '#core/facts/derive'
import { REFERENCE_LIST_CATALOGUE } from '#core/indicators/lists/catalogue'
import type { ProfileRevision } from '#core/profiles/document'
import { starterProfiles } from '#core/profiles/starter/main'
import { readDefaultLists } from '#platform/reference/defaults'
import { assessmentSettings } from '#tests/support/fixtures/narcotics_profile'
import { listsOf, northernCelebration, northernCelebrationSource } from '#tests/support/fixtures/northern_celebration'

/** The tables a new administration is given. */
const defaults = readDefaultLists(join(import.meta.dirname, '../../../../database/defaults'))
const lists = listsOf(Object.fromEntries(defaults.map(({ code, rows }) => [code, rows])))

const live = (country: string): ProfileRevision[] =>
  starterProfiles(country).map(({ code, document }) => ({ id: code, profile: code, name: code, revision: 1, document }))
const weigh = (country: string, change: Partial<FactSource> = {}) =>
  assess({
    ...assessmentSettings,
    lists,
    profiles: live(country),
    facts: deriveFacts(northernCelebrationSource(change)),
  })

const transit: Consignment = {
  ...northernCelebration,
  nature: 'transit',
  places: {
    ...northernCelebration.places,
    receipt: null,
    loading: null,
    transhipment: [],
    discharge: { code: 'GTPRQ', name: null, country: 'GT' },
  },
}

test.group('Starter profiles', () => {
  test('the default tables are those of the catalogue and fit its columns', ({ assert }) => {
    assert.sameMembers(
      defaults.map(({ code }) => code),
      Object.keys(REFERENCE_LIST_CATALOGUE)
    )
    for (const { code, rows } of defaults) {
      const columns = REFERENCE_LIST_CATALOGUE[code]?.columns ?? []
      assert.isNotEmpty(rows, code)
      for (const row of rows) {
        assert.sameMembers(
          Object.keys(row),
          columns.map((column) => column.name)
        )
        for (const { name, required, codes } of columns) {
          const value = row[name] ?? null
          if (required) assert.isNotNull(value, `${code}.${name}`)
          if (codes && value !== null) assert.include(codes, value, `${code}.${name}`)
        }
      }
    }
  })

  test('with them Northern Celebration has its eight reasons and no other', ({ assert }) => {
    const result = weigh('JM')
    assert.deepEqual(
      result.reasons.map((reason) => reason.code),
      ['R01', 'R02', 'R03', 'C01', 'C10', 'E01', 'P08', 'P10']
    )
    assert.deepEqual([result.score, result.band], [163, 'high'])
    assert.deepEqual(result.alerts, [{ threat: 'NAR', because: 'threshold' }])
  })

  test('a transit through Guatemala raises an alert by itself, named delivery or not', ({ assert }) => {
    const revenue = (consignment: Consignment) =>
      weigh('GT', { consignment, call: null }).threats.find(({ threat }) => threat === 'REV')?.score
    assert.equal(revenue(transit), 60)
    assert.equal(
      revenue({ ...transit, places: { ...transit.places, delivery: { code: 'BZBZE', name: null, country: 'BZ' } } }),
      70
    )
    assert.deepEqual(
      weigh('GT', { consignment: transit }).alerts.find(({ threat }) => threat === 'REV'),
      { threat: 'REV', because: 'threshold' }
    )
    assert.isUndefined(revenue({ ...transit, nature: 'import' }))
  })
})
