import { HOUR } from '#core/kernel/instant'
import { imoCheckDigit } from '#core/reference/check_digits'
import { planTraffic } from '#database/seeders/demo/plan'
import { test } from '@japa/runner'
import { ADMINISTRATIONS, NOW, SEED, current, request, textOf, traffic } from './traffic.js'

const small = { consignments: 120, historyMonths: 3, historyConsignmentsPerMonth: 30 }
/** Everything that tells a time: dates, clock times, document years and days of the year. */
const withoutTimes = (text: string): string =>
  text
    .replace(/^UNB\+([^+]*\+[^+]*\+[^+]*)\+[^+]*/m, 'UNB+$1+TIME')
    .replace(/^DTM.*$/gm, 'DTM')
    .replace(/^BGM\+785\+(...)\d\d/m, 'BGM+785+$1YY')
    .replace(/AFB:(...)\d\d/, 'AFB:$1YY')
    .replace(/^<((?:Date|Time)_of_\w+)>.*$/gm, '<$1>')

test.group(`Demo traffic | plan (seed ${SEED})`, () => {
  test('the same request gives the same bytes, another seed others', ({ assert }) => {
    for (const administration of ADMINISTRATIONS) {
      const bytes = (seed: number): string =>
        [...planTraffic(request(administration, { ...small, seed })).messages()].map(textOf).join('')
      assert.equal(bytes(1), bytes(1))
      assert.notEqual(bytes(1), bytes(2))
    }
  })

  test('a plan can be read twice', ({ assert }) => {
    const plan = planTraffic(request('GT', small))
    assert.deepEqual([...plan.messages()], [...plan.messages()])
  })

  test('another now moves times and nothing else', ({ assert }) => {
    const shift = 37 * 24 * HOUR + 5 * HOUR
    for (const administration of ADMINISTRATIONS) {
      const before = [...planTraffic(request(administration, small)).messages()]
      const after = [...planTraffic(request(administration, { ...small, now: NOW + shift })).messages()]
      assert.deepEqual(
        after.map(({ filedAt }) => filedAt - shift),
        before.map(({ filedAt }) => filedAt)
      )
      assert.equal(after.map(textOf).map(withoutTimes).join(''), before.map(textOf).map(withoutTimes).join(''))
    }
  })

  test('messages come in order of filing and none from the future', ({ assert }) => {
    for (const administration of ADMINISTRATIONS) {
      const times = traffic(administration).map(({ filedAt }) => filedAt)
      assert.isTrue(times.every((time, at) => time <= NOW && time >= (times[at - 1] ?? 0)))
    }
  })

  test('originals of the month carry as many consignments as asked', ({ assert }) => {
    for (const administration of ADMINISTRATIONS) {
      const seen = new Set<string>()
      const originals = current(administration).filter(({ expect, story }) => {
        const first = expect.functionCode === '9' && story === null && !seen.has(expect.documentReference)
        seen.add(expect.documentReference)
        return first
      })
      const total = originals.reduce((sum, { expect }) => sum + expect.consignments, 0)
      assert.approximately(total, 1500, 25, administration)
    }
  })

  test('history is light, older, and reaches back 25 months', ({ assert }) => {
    for (const administration of ADMINISTRATIONS) {
      const old = traffic(administration).filter(({ historical }) => historical)
      const total = old
        .filter(({ expect }) => expect.functionCode === '9')
        .reduce((sum, { expect }) => sum + expect.consignments, 0)
      assert.approximately(total / 25, 200, 15)
      assert.isBelow(old[0]?.filedAt ?? NOW, NOW - 25 * 30 * 24 * HOUR)
    }
  })

  test('ships arrive around now, several of them within 48 hours', ({ assert }) => {
    for (const administration of ADMINISTRATIONS) {
      const calls = [...planTraffic(request(administration)).calls()]
      const ahead = calls.filter(({ eta }) => eta > NOW)
      assert.isAtLeast(ahead.filter(({ eta }) => eta <= NOW + 48 * HOUR).length, 5)
      assert.isTrue(ahead.every(({ eta, ata }) => eta <= NOW + 72 * HOUR && ata === null))
      assert.isTrue(calls.every(({ imo }) => imoCheckDigit(imo).valid))
      const ships = new Map(calls.map(({ imo, meansName }) => [imo, meansName]))
      assert.isTrue(calls.every(({ imo, meansName }) => ships.get(imo) === meansName))
    }
  })

  test('a Guatemalan manifest finds its call by voyage and port', ({ assert }) => {
    const calls = new Set([...planTraffic(request('GT')).calls()].map(({ voyage, port }) => `${voyage}@${port}`))
    const missing = traffic('GT').filter((message) => {
      const text = textOf(message)
      const voyage = /FTX\+ZZZ\+\+\+Viaje ([^']*)'/.exec(text)?.[1]
      const port = /LOC\+17[89]\+(\w{5})/.exec(text)?.[1]
      return voyage !== undefined && !calls.has(`${voyage}@${port}`)
    })
    assert.isAtMost(missing.length, 0)
  })

  test('twenty thousand consignments come as lazily as fifteen hundred', ({ assert }) => {
    const messages = planTraffic(request('JM', { consignments: 20_000, historyMonths: 0 })).messages()
    assert.isFalse(messages.next().done ?? false)
  })
})
