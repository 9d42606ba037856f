import { test } from '@japa/runner'
import { parse } from 'csv-parse/sync'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { assess } from '#core/assessment/assess'
import type { Consignment } from '#core/cargo/consignment'
import { deriveFacts, type FactSource } from '#core/facts/derive'
import { REFERENCE_LIST_CATALOGUE } from '#core/indicators/reference_list_catalogue'
import { readReferenceRows } from '#core/indicators/reference_rows'
import type { ProfileRevision } from '#core/profiles/document'
import { starterProfiles } from '#core/profiles/starter/main'
import { assessmentSettings } from '#tests/support/fixtures/narcotics_profile'
import { listsOf, northernCelebration, northernCelebrationSource } from '#tests/support/fixtures/northern_celebration'

/** The tables a new administration is given. */
const defaults = Object.values(REFERENCE_LIST_CATALOGUE).map((list) => {
  const file = join(import.meta.dirname, `../../../../database/defaults/${list.code}.csv`)
  const records = parse(readFileSync(file), { columns: true, bom: true }) as Record<string, string>[]
  return { code: list.code, ...readReferenceRows(list, records) }
})
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
  test('the default tables fit their catalogue', ({ assert }) => {
    for (const { code, rows, problems } of defaults) {
      assert.deepEqual(problems, [], code)
      assert.isNotEmpty(rows, code)
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
