import { test } from '@japa/runner'
import { deriveFacts, type FactSource } from '#core/facts/derive'
import type { ReportedBox } from '#core/facts/reported_facts'
import { northernCelebration, northernCelebrationSource } from '#tests/support/fixtures/northern_celebration'

const NUMBER = 'NRCU4832072'
const NOTHING: ReportedBox = { cell: null, verifiedGrossKg: null, loadedSeals: [], dischargedSeals: [] }
const facts = (box: Partial<ReportedBox> | null, plan: string[] | null = null, more: Partial<FactSource> = {}) =>
  deriveFacts(
    northernCelebrationSource({
      reported: {
        plan: plan && new Set(plan),
        boxes: new Map(box === null ? [] : [[NUMBER, { ...NOTHING, ...box }]]),
      },
      ...more,
    })
  )
const absent = (why: string) => ({ known: false, why })

test.group('Reported facts', () => {
  test('nobody waits for what nobody has to report', ({ assert }) => {
    const told = facts(null)
    for (const key of [
      'reported.cells',
      'reported.notInPlan',
      'reported.sealsChanged',
      'reported.weightDifferenceKg',
    ] as const) {
      assert.deepEqual(told[key], absent('not_carried'))
      assert.deepEqual(deriveFacts(northernCelebrationSource())[key], absent('not_carried'))
    }
  })

  test('a plan is asked once there is one', ({ assert }) => {
    assert.deepInclude(facts(null, [NUMBER])['reported.notInPlan'], { value: [] })
    assert.deepInclude(facts(null, ['MSKU1234565'])['reported.notInPlan'], {
      value: [NUMBER],
      from: ['equipment.0.number'],
    })
    assert.deepEqual(facts({}, [NUMBER])['reported.cells'], absent('not_carried'))
    assert.deepInclude(facts({ cell: '0380882' })['reported.cells'], { value: ['0380882'] })
  })

  test('verified mass is compared with goods and tare, for a container of its own alone', ({ assert }) => {
    // 14,880 kg of goods and 4,640 kg of tare are declared.
    assert.deepInclude(facts({ verifiedGrossKg: 20_000 })['reported.weightDifferenceKg'], { value: 480 })
    assert.deepEqual(
      facts({ verifiedGrossKg: 20_000 }, null, { sharedContainers: new Set([NUMBER]) })['reported.weightDifferenceKg'],
      absent('not_applicable')
    )
  })

  test('seals at discharge are those at loading, else those of the document, however they are written', ({
    assert,
  }) => {
    const changed = (box: Partial<ReportedBox>) => facts(box)['reported.sealsChanged']
    assert.deepInclude(changed({ dischargedSeals: ['nr-008 8142'] }), { value: [] })
    assert.deepInclude(changed({ dischargedSeals: ['XX99'] }), { value: [NUMBER] })
    assert.deepInclude(changed({ loadedSeals: ['XX99'], dischargedSeals: ['XX99'] }), { value: [] })
    assert.deepEqual(changed({ loadedSeals: ['XX99'] }), absent('not_carried'))
  })

  test('cargo that leaves is not compared with what arrives', ({ assert }) => {
    const told = facts({ cell: '0380882' }, [], { consignment: { ...northernCelebration, nature: 'export' } })
    assert.deepEqual(told['reported.notInPlan'], absent('not_applicable'))
  })
})
