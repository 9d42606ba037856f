import { test } from '@japa/runner'
import { assess } from '#tests/support/assess'
import { deriveFacts } from '#core/facts/derive'
import { readDefaultLists } from '#platform/reference/defaults'
import { loadReferenceData } from '#platform/reference/load_reference_data'
import { assessmentSettings } from '#tests/support/fixtures/narcotics_profile'
import { listsOf, northernCelebrationSource } from '#tests/support/fixtures/northern_celebration'

const reference = loadReferenceData('database/reference')
const shipped = Object.fromEntries(readDefaultLists('database/defaults').map(({ code, rows }) => [code, rows]))
const weighedWith = (lists: typeof shipped) =>
  assess({
    ...assessmentSettings,
    lists: listsOf(lists),
    facts: deriveFacts(northernCelebrationSource({ reference })),
  })

test.group('Shipped reference data and lists', () => {
  test('give Northern Celebration its 163 points and eight reasons', ({ assert }) => {
    const result = weighedWith(shipped)
    assert.equal(result.score, 163)
    assert.sameMembers(
      result.reasons.map(({ code }) => code),
      ['R01', 'R02', 'R03', 'C01', 'C10', 'E01', 'P08', 'P10']
    )
  })

  test('without {list}, {codes} are unknown and never clear')
    .with([
      { list: 'source_countries', codes: ['R01', 'R02'] },
      { list: 'weak_ports', codes: ['R03'] },
      { list: 'cover_loads', codes: ['C01'] },
      { list: 'container_compatibility', codes: ['C10'] },
    ])
    .run(({ assert }, { list, codes }) => {
      const result = weighedWith(Object.fromEntries(Object.entries(shipped).filter(([code]) => code !== list)))
      assert.includeMembers(
        result.unknowns.map(({ code }) => code),
        codes
      )
    })
})
