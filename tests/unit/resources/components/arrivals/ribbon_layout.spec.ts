import { test } from '@japa/runner'
import { layOut, placeOf } from '../../../../../resources/components/arrivals/ribbon_layout.js'
import { urgencyOf } from '../../../../../resources/components/figures/urgency.js'
import type { ArrivalRow } from '../../../../../resources/pages/arrivals/index.props.js'

const ship = (id: string, worst: ArrivalRow['worst'], means = 'NORTHERN CELEBRATION') =>
  ({ call: { id, means }, worst }) as unknown as ArrivalRow

test.group('Berth ribbon', () => {
  test('the next six hours get about a third of three days, and order is kept', ({ assert }) => {
    const share = (placeOf(6) - placeOf(0)) / (placeOf(72) - placeOf(0))
    assert.closeTo(share, 0.29, 0.01)
    const places = [-3, 0, 2, 6, 24, 72].map(placeOf)
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b)
    )
    assert.equal(placeOf(500), placeOf(72))
  })

  test('names high, unfiled and chosen ships, two lines at most, never over each other', ({ assert }) => {
    const marks = layOut(
      [
        { row: ship('a', 'high'), hours: 10 },
        { row: ship('b', 'high'), hours: 10.2 },
        { row: ship('c', 'high'), hours: 10.4 },
        { row: ship('d', 'low'), hours: 40 },
        { row: ship('e', 'low'), hours: 44 },
      ],
      'e'
    )
    assert.deepEqual(
      marks.map(({ row, labelled, upper }) => [row.call.id, labelled, upper]),
      [
        ['a', true, false],
        ['b', true, true],
        ['c', false, false],
        ['d', false, false],
        ['e', true, false],
      ]
    )
  })
})

test.group('Urgency', () => {
  test('five urgencies and unknown', ({ assert }) => {
    const hours = (count: number) => count * 3_600_000
    assert.deepEqual(
      [25, 24, 6, 5.9, 2, 1.9, -1].map((left) => urgencyOf(hours(left), false)),
      ['far', 'day', 'day', 'soon', 'soon', 'now', 'now']
    )
    assert.equal(urgencyOf(hours(-1), true), 'arrived')
    assert.equal(urgencyOf(null, false), 'unknown')
  })
})
