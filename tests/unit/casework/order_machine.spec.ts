import { test } from '@japa/runner'
import { toCsv } from '#app/casework/csv'
import { wilson } from '#app/casework/interval'
import { fromMinor, minorDigits, toMinor } from '#app/casework/money'
import {
  after,
  FREED_STATES,
  OPEN_STATES,
  ORDER_STATES,
  TRANSITIONS,
  type OrderAct,
} from '#app/casework/inspections/order_machine'

const ACTS = Object.keys(TRANSITIONS) as OrderAct[]

test.group('States of an order', () => {
  test('every one is reached, and the last ones lead nowhere', ({ assert }) => {
    const reached = new Set<string>(['ordered', ...ACTS.map((act) => TRANSITIONS[act].to)])
    assert.sameMembers([...reached], [...ORDER_STATES])
    const ends = ORDER_STATES.filter((state) => ACTS.every((act) => after(state, act) === null))
    assert.sameMembers(ends, ['reviewed', ...FREED_STATES])
  })

  test('from each state that is not an end there is a way to one', ({ assert }) => {
    const leads = (state: string, seen: Set<string>): boolean =>
      ACTS.every((act) => after(state as never, act) === null) ||
      ACTS.some((act) => {
        const next = after(state as never, act)
        return next !== null && !seen.has(next) && leads(next, new Set([...seen, next]))
      })
    for (const state of ORDER_STATES) assert.isTrue(leads(state, new Set([state])), state)
    assert.isTrue(OPEN_STATES.every((state) => !FREED_STATES.includes(state)))
  })

  test('what has begun is not missed, what is reviewed is not returned', ({ assert }) => {
    assert.isNull(after('in_progress', 'miss'))
    assert.isNull(after('reviewed', 'return'))
    assert.isNull(after('ordered', 'start'))
  })
})

test.group('Money and figures', () => {
  test('amounts are kept in minor units of their currency, never as floating numbers', ({ assert }) => {
    assert.deepEqual([minorDigits('JMD'), minorDigits('JPY'), minorDigits('BHD')], [2, 0, 3])
    assert.equal(toMinor('9007199254740.99', 'JMD'), 900719925474099n)
    assert.equal(toMinor('12.5', 'JMD'), 1250n)
    assert.deepEqual(
      [toMinor('12.345', 'JMD'), toMinor('1.5', 'JPY'), toMinor('-3', 'JMD'), toMinor('1e3', 'JMD')],
      [null, null, null, null]
    )
    assert.deepEqual([fromMinor(5n, 'JMD'), fromMinor('1250', 'JMD'), fromMinor(7n, 'JPY')], ['0.05', '12.50', '7'])
  })

  test('the interval of a rate holds it and narrows with cases', ({ assert }) => {
    assert.isNull(wilson(0, 0))
    const few = wilson(1, 10)!
    const many = wilson(100, 1000)!
    assert.isTrue(few.low < 0.1 && 0.1 < few.high && few.high - few.low > many.high - many.low)
    assert.approximately(few.low, 0.0179, 0.0005)
    assert.approximately(few.high, 0.4042, 0.0005)
    assert.equal(wilson(0, 5)!.low, 0)
  })

  test('no cell of an export begins a formula', ({ assert }) => {
    const text = toCsv(['a'], [['=1+1'], ['+1'], ['-1'], ['@x'], ['\t=1'], ['a"b,c'], [-3], [null]])
    assert.deepEqual(text.split('\r\n').slice(1, -1), ["'=1+1", "'+1", "'-1", "'@x", "'\t=1", '"a""b,c"', '-3', ''])
  })
})
