import { test } from '@japa/runner'
import { differencesOf } from '#app/casework/inspections/told/differences'
import { standingOf, type OrderForResult, type ResultForOrder } from '#app/casework/inspections/told/standing'

const ORDER: OrderForResult = {
  state: 'ordered',
  type: 'physical',
  consignmentId: 'c1',
  equipment: null,
  cargoBoxes: ['AAAU1', 'AAAU2'],
  findings: 0,
}
const TOLD: ResultForOrder = {
  result: 'not_resultant',
  examination: 'physical',
  findings: 0,
  namesCargo: true,
  consignments: ['c1'],
  boxes: [],
}

test.group('What becomes of a told result', () => {
  test('at an order')
    .with([
      [{}, {}, 'taken'],
      [{}, { state: 'accepted' }, 'taken'],
      [{ namesCargo: false, consignments: [] }, {}, 'taken'],
      [{ examination: null }, {}, 'taken'],
      [{ boxes: ['AAAU2', 'AAAU1'] }, {}, 'taken'],
      [{ boxes: ['AAAU2'] }, { equipment: 'AAAU2' }, 'taken'],
      [{ result: 'resultant', findings: 1 }, {}, 'taken'],
      [{}, { state: 'in_progress' }, 'beside'],
      [{}, { state: 'done' }, 'beside'],
      [{}, { state: 'reviewed' }, 'beside'],
      [{}, { findings: 1 }, 'beside'],
      [{}, { state: 'missed' }, 'ended'],
      [{}, { state: 'cancelled' }, 'ended'],
      [{}, { state: 'refused' }, 'ended'],
      [{ examination: 'documentary' }, {}, 'other_examination'],
      [{ consignments: ['c2'] }, {}, 'other_cargo'],
      [{ consignments: [] }, {}, 'other_cargo'],
      [{ boxes: ['AAAU1'] }, {}, 'other_cargo'],
      [{ boxes: ['AAAU1'] }, { equipment: 'AAAU2' }, 'other_cargo'],
      [{ result: null }, {}, 'incomplete'],
      [{ result: 'resultant' }, {}, 'incomplete'],
      [{ findings: 1 }, {}, 'incomplete'],
    ] as [Partial<ResultForOrder>, Partial<OrderForResult>, string][])
    .run(({ assert }, [told, order, standing]) => {
      assert.equal(standingOf({ ...TOLD, ...told }, { ...ORDER, ...order }), standing)
    })

  test('differences are of result and kinds, and nothing differs from an outcome that is not there', ({ assert }) => {
    const told = { state: 'current', result: 'resultant', findings: [{ what: 'waste' }, { what: null }] } as const
    assert.deepEqual(differencesOf(told, null, []), [])
    assert.deepEqual(differencesOf(told, { result: 'resultant' }, [{ what: 'other' }, { what: 'waste' }]), [])
    assert.deepEqual(differencesOf(told, { result: 'not_resultant' }, []), ['result', 'findings'])
    assert.deepEqual(
      differencesOf(
        { ...told, state: 'cancelled' },
        { result: 'resultant' },
        told.findings.map(() => ({ what: 'waste' }))
      ),
      ['taken_back', 'findings']
    )
  })
})
