import { test } from '@japa/runner'
import fc from 'fast-check'
import { assignments, COVERED, FEWEST_ABLE } from '#core/integrity/assignment'
import { atLeast, chancesOf, range } from '#core/integrity/chance'
import type { DrawnOrder } from '#core/integrity/drawn_order'
import { FEWEST_TOGETHER, meetings } from '#core/integrity/meetings'
import { Random } from '#database/seeders/demo/prng'

/** Every way the draws can come out, one after the other: probability of each number of hits. */
function naive(shares: readonly number[]): number[] {
  const found = Array.from({ length: shares.length + 1 }, () => 0)
  for (let outcome = 0; outcome < 2 ** shares.length; outcome++) {
    const hits = shares.map((_, at) => Math.floor(outcome / 2 ** at) % 2 === 1)
    const probability = shares.reduce((product, share, at) => product * (hits[at] ? share : 1 - share), 1)
    found[hits.filter(Boolean).length]! += probability
  }
  return found
}

const OFFICERS = ['ana', 'ben', 'cleo', 'dov']
const order: fc.Arbitrary<Omit<DrawnOrder, 'order'> & { party: string | null }> = fc.record({
  site: fc.constantFrom('yard', 'gate'),
  candidates: fc.subarray(OFFICERS),
  drawn: fc.constantFrom(...OFFICERS, null),
  assigned: fc.constantFrom(...OFFICERS, 'someone else', null),
  party: fc.constantFrom('shop', 'mill', null),
})
const orders = fc.array(order, { maxLength: 60 }).map((list) =>
  list.map((each, at) => ({
    ...each,
    order: String(at),
    // Only a candidate is drawn.
    drawn: each.candidates.includes(each.drawn ?? '') ? each.drawn : (each.candidates[0] ?? null),
  }))
)
const near = (a: number, b: number) => Math.abs(a - b) < 1e-9

test.group('What chance gives', () => {
  test('is exactly what counting every outcome gives', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 10 }), (shares) => {
        const chances = chancesOf(shares)
        const expected = naive(shares)
        const tail = (count: number) => expected.slice(count).reduce((sum, each) => sum + each, 0)
        return expected.every((_, count) => near(atLeast(chances, count), tail(count)))
      }),
      { numRuns: 500 }
    )
  })

  test('lies in the range it names, and what is outside is as unlikely as said', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 10 }), (shares) => {
        const { low, high } = range(chancesOf(shares), COVERED)
        const expected = naive(shares)
        const below = expected.slice(0, low).reduce((sum, each) => sum + each, 0)
        const above = expected.slice(high + 1).reduce((sum, each) => sum + each, 0)
        const half = (1 - COVERED) / 2
        const narrower = [below + expected[low]!, above + expected[high]!]
        return (
          low <= high && below <= half + 1e-9 && above <= half + 1e-9 && narrower.every((each) => each > half - 1e-9)
        )
      }),
      { numRuns: 500 }
    )
  })

  test('is told for thousands of draws too', ({ assert }) => {
    const { low, high } = range(chancesOf(Array.from({ length: 6_000 }, () => 1 / 4)), COVERED)
    assert.isTrue(Math.abs(low - (1_500 - 66)) <= 2 && Math.abs(high - (1_500 + 66)) <= 2)
  })
})

test.group('Assignments and meetings', () => {
  test('are what a plain recount says', () => {
    fc.assert(
      fc.property(orders, (list) => {
        const open = list.filter(({ candidates }) => candidates.length >= 2)
        return assignments(list).every((line) => {
          const here = open.filter(({ site }) => site === line.site)
          const able = here.filter(({ candidates }) => candidates.includes(line.officer))
          const theirs = here.filter(({ assigned }) => assigned === line.officer)
          const usual = range(chancesOf(able.map(({ candidates }) => 1 / candidates.length)), COVERED)
          return (
            line.able === able.length &&
            near(
              line.expected,
              able.reduce((sum, { candidates }) => sum + 1 / candidates.length, 0)
            ) &&
            line.drawn === here.filter(({ drawn }) => drawn === line.officer).length &&
            line.assigned === theirs.length &&
            line.given === theirs.filter(({ drawn }) => drawn !== line.officer).length &&
            line.assigned === line.drawn + line.given - line.taken &&
            (able.length < FEWEST_ABLE
              ? line.usual === null && !line.outside
              : line.outside === (line.assigned < usual.low || line.assigned > usual.high))
          )
        })
      }),
      { numRuns: 1_000 }
    )
  })

  test('each order goes to one officer, and nobody who had a share or got one is left out', () => {
    fc.assert(
      fc.property(orders, (list) => {
        const open = list.filter(({ candidates }) => candidates.length >= 2)
        const lines = assignments(list)
        const sum = (of: 'assigned' | 'drawn' | 'expected') => lines.reduce((all, line) => all + line[of], 0)
        return (
          sum('assigned') === open.filter(({ assigned }) => assigned !== null).length &&
          sum('drawn') === open.length &&
          near(sum('expected'), open.length)
        )
      }),
      { numRuns: 1_000 }
    )
  })

  test('of an officer with a party are what a plain recount says', () => {
    fc.assert(
      fc.property(orders, (list) => {
        const parties = new Map(list.map(({ order: id, party }) => [id, party]))
        const found = meetings(list, ({ order: id }) => parties.get(id) ?? null)
        const open = list.filter(({ candidates, party }) => candidates.length >= 2 && party !== null)
        const together = (officer: string, party: string) =>
          open.filter((each) => each.party === party && each.candidates.includes(officer))
        const all = OFFICERS.flatMap((officer) => ['shop', 'mill'].map((party) => ({ officer, party })))
        const sizes = all.map(({ officer, party }) => together(officer, party).length)
        const enough = sizes.filter((size) => size >= FEWEST_TOGETHER).length
        return (
          found.pairs.length === enough &&
          found.tooFew === sizes.filter((size) => size > 0).length - enough &&
          found.pairs.every((pair) => {
            const able = together(pair.officer, pair.party)
            const shares = able.map(({ candidates }) => 1 / candidates.length)
            const met = able.filter(({ assigned }) => assigned === pair.officer).length
            const chance = atLeast(chancesOf(shares), met)
            return (
              pair.able === able.length &&
              pair.met === met &&
              near(pair.lift * shares.reduce((sum, share) => sum + share, 0), met) &&
              near(pair.chance, chance) &&
              pair.standsOut === chance < 0.05 / enough
            )
          })
        )
      }),
      { numRuns: 1_000 }
    )
  })
})

/** Sixty days of twenty orders among six inspectors; every thirty-third order is of one party. */
function sixtyDays(seed: number, bought: boolean) {
  const random = new Random(seed, 'integrity')
  const officers = ['a', 'b', 'c', 'd', 'e', 'f']
  const partyOf = (at: number) => (at % 33 === 0 ? 'friend' : `party ${random.int(1, 60)}`)
  const parties: string[] = []
  const list: DrawnOrder[] = Array.from({ length: 1_200 }, (_, at) => {
    parties.push(partyOf(at))
    const drawn = random.pick(officers)
    const assigned = bought && parties[at] === 'friend' ? 'a' : drawn
    return { order: String(at), site: 'yard', candidates: officers, drawn, assigned }
  })
  return meetings(list, ({ order: at }) => parties[Number(at)]!)
}

test.group('Collusion', () => {
  test('of three orders in a hundred stands out within sixty days (B15)', ({ assert }) => {
    const found = sixtyDays(1, true).pairs.filter(({ standsOut }) => standsOut)
    assert.deepEqual(
      found.map(({ officer, party }) => [officer, party]),
      [['a', 'friend']]
    )
  })

  test('is not seen where there is none: in one set of twenty at most', ({ assert }) => {
    const alarms = Array.from({ length: 100 }, (_, seed) => sixtyDays(seed, false).pairs.some((pair) => pair.standsOut))
    assert.isAtMost(alarms.filter(Boolean).length, 10)
  })
})
