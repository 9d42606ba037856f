import fc from 'fast-check'
import { test } from '@japa/runner'
import { attention, decideBy, inOrder, LEAST_CAPACITY } from '#core/triage/attention'
import { clearing, type Waiting } from '#core/triage/clearing'

const NOW = Date.parse('2026-11-22T12:00:00.000Z')
const inHours = (hours: number) => NOW + hours * 3_600_000

test.group('Value of attention', () => {
  test('is the score when due, half of it six hours before, and halves no further once its time is over', ({
    assert,
  }) => {
    assert.equal(attention(120, inHours(0), null, NOW).value, 120)
    assert.equal(attention(120, inHours(6), null, NOW).value, 60)
    assert.equal(attention(120, inHours(-5), null, NOW).value, 120)
    assert.equal(attention(120, inHours(24), null, NOW).value, 24)
  })

  test('an arrival nobody told is ordered as a day away, and says it is unknown', ({ assert }) => {
    const unknown = attention(100, null, null, NOW)
    assert.isNull(unknown.hoursLeft)
    assert.equal(unknown.value, attention(100, inHours(24), null, NOW).value)
  })

  test('free places count for each undecided alert, never below a quarter', ({ assert }) => {
    const at = (free: number, undecided: number) => attention(100, inHours(0), { free, undecided }, NOW).value
    assert.deepEqual(
      [at(10, 10), at(5, 10), at(0, 10), at(30, 10), at(0, 0)],
      [100, 50, 100 * LEAST_CAPACITY, 100, 100]
    )
    assert.isNull(attention(100, null, null, NOW).capacity)
  })

  test('the time to decide is the arrival less the time an inspection needs', ({ assert }) => {
    assert.equal(decideBy(inHours(3), 120), inHours(1))
    assert.isNull(decideBy(null, 120))
  })

  test('more score, less time or more places never mean less attention', ({ assert }) => {
    const hours = fc.double({ min: -48, max: 400, noNaN: true })
    const score = fc.integer({ min: 0, max: 400 })
    fc.assert(
      fc.property(
        score,
        score,
        hours,
        hours,
        fc.nat(50),
        fc.nat(50),
        fc.nat(80),
        (one, other, near, far, few, many, undecided) => {
          const value = (points: number, at: number, free: number) =>
            attention(points, inHours(at), { free, undecided }, NOW).value
          assert.isAtMost(value(Math.min(one, other), near, few), value(Math.max(one, other), near, few))
          assert.isAtMost(value(one, Math.max(near, far), few), value(one, Math.min(near, far), few))
          assert.isAtMost(value(one, near, Math.min(few, many)), value(one, near, Math.max(few, many)))
        }
      )
    )
  })
})

test.group('Order of the queue', () => {
  const ranked = fc.array(
    fc.record({
      id: fc.uuid(),
      group: fc.option(fc.constantFrom('a', 'b', 'c')),
      attention: fc
        .integer({ min: 0, max: 5 })
        .map((value) => ({ value, score: value, hoursLeft: 0, time: 1, capacity: null })),
      upTo: fc.integer({ min: 0, max: 3 }),
    }),
    { maxLength: 30 }
  )

  test('does not depend on the order of the rows, keeps ships together and what is unknown last', ({ assert }) => {
    fc.assert(
      fc.property(ranked, fc.integer(), (rows, seed) => {
        const unique = [...new Map(rows.map((row) => [row.id, row])).values()]
        const order = inOrder(unique).map(({ id }) => id)
        const other = inOrder(unique.toSorted((a, b) => (a.id + seed < b.id + seed ? 1 : -1))).map(({ id }) => id)
        assert.deepEqual(order, other)
        const groups = inOrder(unique).map(({ group }) => group)
        assert.equal(groups.filter((group, at) => group !== groups[at - 1]).length, new Set(groups).size)
        if (groups.includes(null)) assert.isNull(groups.at(-1))
      })
    )
  })
})

test.group('Will the queue be cleared', () => {
  const PACE = { decisions: 120, minutes: 5 }
  const ship = (id: string, undecided: number, hours: number | null): Waiting => ({
    id,
    undecided,
    due: hours === null ? null : inHours(hours),
  })

  test('ships share the people: what is due first is done first', ({ assert }) => {
    const told = clearing([ship('late', 12, 3), ship('soon', 24, 1)], PACE, 1, NOW)
    assert.deepEqual(told.get('soon'), { verdict: 'short', hoursOfWork: 2, shortBy: 1 })
    assert.deepEqual(told.get('late'), { verdict: 'in_time', hoursOfWork: 1, hoursSpare: 0 })
    assert.equal(clearing([ship('late', 12, 3), ship('soon', 24, 1)], PACE, 2, NOW).get('soon')!.verdict, 'in_time')
  })

  test('says unknown where it cannot know: no arrival, too few decisions, nobody there', ({ assert }) => {
    const one = (pace: typeof PACE, officers: number, hours: number | null) =>
      clearing([ship('x', 4, hours)], pace, officers, NOW).get('x')
    assert.deepEqual(one(PACE, 2, null), { verdict: 'unknown', because: 'arrival' })
    assert.deepEqual(one({ decisions: 19, minutes: 5 }, 2, 4), { verdict: 'unknown', because: 'pace' })
    assert.deepEqual(one(PACE, 0, 4), { verdict: 'unknown', because: 'nobody' })
    assert.deepEqual(clearing([ship('x', 0, 4)], { decisions: 0, minutes: null }, 0, NOW).get('x'), {
      verdict: 'in_time',
      hoursOfWork: 0,
      hoursSpare: 4,
    })
  })

  test('more people never make a ship later, more alerts never make it earlier', ({ assert }) => {
    const late = (told: ReturnType<typeof clearing>) => {
      const own = told.get('x')!
      return own.verdict === 'short' ? own.shortBy : own.verdict === 'in_time' ? -own.hoursSpare : Number.NaN
    }
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: -3, max: 60 }),
        (own, others, people, hours) => {
          const queue = (extra: number, officers: number) =>
            late(clearing([ship('x', own, hours), ship('y', extra, hours - 1)], PACE, officers, NOW))
          assert.isAtMost(queue(others, people + 1), queue(others, people))
          assert.isAtMost(queue(0, people), queue(others, people))
        }
      )
    )
  })
})
