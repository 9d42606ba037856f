import { test } from '@japa/runner'
import { assess } from '#tests/support/assess'
import type { Consignment } from '#core/cargo/consignment'
import { deriveFacts, type FactSource } from '#core/facts/derive'
import { assessmentSettings } from '#tests/support/fixtures/narcotics_profile'
import { northernCelebration, northernCelebrationSource } from '#tests/support/fixtures/northern_celebration'

const weighed = (change: Partial<FactSource> = {}) =>
  assess({ ...assessmentSettings, facts: deriveFacts(northernCelebrationSource(change)) })

const without = (change: Partial<Consignment>): Partial<FactSource> => ({
  consignment: { ...northernCelebration, ...change },
})

test.group('Northern Celebration', () => {
  test('scores 163, red, for eight reasons that sum exactly', ({ assert }) => {
    const result = weighed()
    assert.equal(result.score, 163)
    assert.equal(result.upTo, 163)
    assert.equal(result.band, 'high')
    assert.deepEqual(
      result.reasons.map((reason) => [
        reason.code,
        reason.counted,
        reason.layer[0],
        `${reason.groupUsed}/${reason.groupCap}`,
      ]),
      [
        ['R01', 25, 'd', '25/45'],
        ['R02', 20, 'd', '45/45'],
        ['R03', 20, 'd', '20/40'],
        ['C01', 25, 'd', '25/60'],
        ['C10', 28, 'i', '53/60'],
        ['E01', 15, 'i', '15/50'],
        ['P08', 15, 'i', '15/60'],
        ['P10', 15, 'i', '30/60'],
      ]
    )
    assert.equal(
      result.reasons.reduce((sum, reason) => sum + reason.counted, 0),
      163
    )
    assert.deepEqual(result.alerts, [{ threat: 'NAR', because: 'threshold' }])
    assert.deepEqual(result.unknowns, [])
  })

  test('shows the figures of the light load', ({ assert }) => {
    const light = weighed().reasons.find((reason) => reason.code === 'E01')
    assert.deepEqual(light?.evidence[0]?.params, { weightKg: 14_880, payloadKg: 29_520, percent: 50.4, limit: 63 })
    assert.deepEqual(light?.evidence[0]?.paths, ['totals.grossWeightKg', 'equipment.0.sizeType'])
  })

  const { places, parties, items, equipment } = northernCelebration
  const REMOVED: readonly { input: string; code: string; change: Partial<FactSource> }[] = [
    { input: 'place of receipt', code: 'R01', change: without({ places: { ...places, receipt: null } }) },
    { input: 'port of loading', code: 'R02', change: without({ places: { ...places, loading: null } }) },
    { input: 'transhipment', code: 'R03', change: without({ places: { ...places, transhipment: [] } }) },
    { input: 'goods', code: 'C01', change: without({ items: items.map((item) => ({ ...item, description: null })) }) },
    {
      input: 'container type',
      code: 'C10',
      change: without({ equipment: equipment.map((box) => ({ ...box, sizeType: null, sizeTypeAsFiled: null })) }),
    },
    {
      input: 'weight',
      code: 'E01',
      change: without({
        items: items.map((item) => ({ ...item, grossWeightKg: null })),
        totals: { grossWeightKg: null, packages: 620, volumeM3: null },
      }),
    },
    {
      input: 'history',
      code: 'P08',
      change: { history: { ...northernCelebrationSource().history, coversFrom: null } },
    },
    {
      input: 'delivery address',
      code: 'P10',
      change: without({
        parties: parties.map((party) => (party.role === 'consignee' ? { ...party, address: null } : party)),
      }),
    },
  ]

  for (const { input, code, change } of REMOVED) {
    test(`without its ${input}, ${code} is unknown and never clear`, ({ assert }) => {
      const result = weighed(change)
      assert.include(
        result.unknowns.map((unknown) => unknown.code),
        code
      )
      assert.notInclude(
        result.clears.map((clear) => clear.code),
        code
      )
      assert.notInclude(
        result.reasons.map((reason) => reason.code),
        code
      )
      assert.equal(result.clears.length, 0)
      assert.equal(result.reasons.length + result.unknowns.length, 8)
    })
  }

  test('removing one place or party field leaves the seven others as they were', ({ assert }) => {
    for (const { code, change } of REMOVED.filter((each) =>
      ['R01', 'R02', 'R03', 'P08', 'P10', 'E01'].includes(each.code)
    )) {
      const result = weighed(change)
      assert.deepEqual(
        result.unknowns.map((unknown) => unknown.code),
        [code]
      )
      assert.lengthOf(result.reasons, 7)
    }
  })

  test('what can still arrive counts towards "could be up to"; uncovered history does not', ({ assert }) => {
    const noReceipt = weighed(REMOVED[0]?.change)
    assert.deepEqual([noReceipt.score, noReceipt.upTo], [138, 163])
    assert.equal(noReceipt.unknowns[0]?.couldAdd, 25)
    const noHistory = weighed(REMOVED[6]?.change)
    assert.deepEqual([noHistory.score, noHistory.upTo], [148, 148])
    assert.equal(noHistory.unknowns[0]?.couldAdd, 0)
  })

  test('a sender that always files transhipments and filed none was not transhipped', ({ assert }) => {
    const result = weighed({ ...REMOVED[2]?.change, alwaysFiled: new Set(['place.transhipment']) })
    assert.deepEqual(
      result.clears.map((clear) => clear.code),
      ['R03']
    )
  })
})
