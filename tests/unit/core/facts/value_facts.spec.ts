import { test } from '@japa/runner'
import { deriveFacts } from '#core/facts/derive'
import { DAY, HOUR } from '#core/kernel/instant'
import {
  FILED_AT,
  northernCelebrationSource,
  fullHistory,
  northernCelebration,
} from '#tests/support/fixtures/northern_celebration'

const worth = (currency: string | null, own: string | null = 'JMD') =>
  deriveFacts(
    northernCelebrationSource({
      consignment: { ...northernCelebration, value: { amount: '150000', currency } },
      ownCurrency: own,
    })
  )

test.group('Value of goods as a fact', () => {
  test('a kilogram is worth something in the own currency alone; nothing is converted', ({ assert }) => {
    const own = worth('JMD')
    const weight = northernCelebration.totals.grossWeightKg!
    assert.deepInclude(own['goods.value'], { known: true, value: 150_000, from: ['value.amount'] })
    assert.deepInclude(own['goods.valuePerKg'], { known: true, value: 150_000 / weight })
    assert.deepEqual(worth('USD')['goods.valuePerKg'], { known: false, why: 'no_reference' })
    assert.deepEqual(worth(null)['goods.valuePerKg'], { known: false, why: 'not_carried' })
    assert.deepEqual(worth('JMD', null)['goods.valuePerKg'], { known: false, why: 'no_reference' })
    assert.deepEqual(deriveFacts(northernCelebrationSource({}))['goods.value'], { known: false, why: 'not_carried' })
  })

  test('values of the consignee are those of a day and of thirty, where history reaches so far', ({ assert }) => {
    const values = [
      { at: FILED_AT, value: 'USD 9' },
      { at: FILED_AT - 23 * HOUR, value: 'USD 8' },
      { at: FILED_AT - 20 * DAY, value: 'USD 7' },
    ]
    const told = (change: object) =>
      deriveFacts(northernCelebrationSource({ history: { ...fullHistory, values, ...change } }))
    assert.deepInclude(told({})['history.consignee.valuesDay'], { value: ['USD 9', 'USD 8'] })
    assert.deepInclude(told({})['history.consignee.values30Days'], { value: ['USD 9', 'USD 8', 'USD 7'] })
    const young = told({ coversFrom: FILED_AT - 5 * DAY })
    assert.deepInclude(young['history.consignee.valuesDay'], { known: true })
    assert.deepEqual(young['history.consignee.values30Days'], { known: false, why: 'history_not_covered' })
    assert.deepEqual(told({ values: null })['history.consignee.valuesDay'], { known: false, why: 'not_carried' })
  })
})
