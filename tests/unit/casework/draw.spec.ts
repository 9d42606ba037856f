import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { test } from '@japa/runner'
import { baselineTicket, drawn } from '#app/casework/inspections/draw/draw'

const of = (round = 1) => ({ administrationId: randomUUID(), orderId: randomUUID(), round })

/** The procedure as the page of the auditor words it, written a second time. */
function again(key: Buffer, { administrationId, orderId, round }: ReturnType<typeof of>, candidates: string[]) {
  const tickets = candidates.map((candidate) =>
    createHmac('sha256', key)
      .update(`landfall-draw/1\ninspector\n${administrationId}\n${orderId}\n${round}\n${candidate}`)
      .digest('hex')
  )
  const smallest = [...tickets].sort()[0]
  return smallest === undefined ? null : candidates[tickets.indexOf(smallest)]!
}

test.group('The sealed draw', () => {
  test('is the smallest ticket, whatever the order in which candidates are named', ({ assert }) => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { maxLength: 12 }), fc.nat(9), (candidates, round) => {
        const [key, order] = [randomBytes(32), of(round)]
        const expected = again(key, order, candidates)
        assert.equal(drawn(key, order, candidates), expected)
        assert.equal(drawn(key, order, [...candidates].reverse()), expected)
      })
    )
  })

  test('draws everybody about as often, and another round, order or key draws anew', ({ assert }) => {
    const candidates = Array.from({ length: 5 }, () => randomUUID())
    const key = randomBytes(32)
    const counts = new Map<string, number>(candidates.map((each) => [each, 0]))
    for (let each = 0; each < 5000; each++) {
      const one = drawn(key, of(), candidates)!
      counts.set(one, counts.get(one)! + 1)
    }
    // Chi-square with 4 degrees of freedom; above 30 in one of 200,000 runs.
    const chi = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)
    assert.isBelow(chi, 30)
    const order = of()
    const rounds = new Set(Array.from({ length: 40 }, (_, round) => drawn(key, { ...order, round }, candidates)))
    assert.isAbove(rounds.size, 1)
  })

  test('of the baseline is a share between 0 and 1 that hits as often as the rate says', ({ assert }) => {
    const key = randomBytes(32)
    const administration = randomUUID()
    const shares = Array.from({ length: 5000 }, () => baselineTicket(key, administration, randomUUID()))
    assert.isTrue(shares.every((share) => share >= 0 && share < 1))
    const hits = shares.filter((share) => share < 0.1).length
    assert.isAbove(hits, 380)
    assert.isBelow(hits, 620)
  })
})
