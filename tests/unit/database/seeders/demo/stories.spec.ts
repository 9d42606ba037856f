import { DAY, HOUR } from '#core/kernel/instant'
import { containerCheckDigit } from '#core/reference/check_digits'
import { LISTED, LISTED_ENTRIES } from '#database/seeders/demo/listed'
import { planTraffic } from '#database/seeders/demo/plan'
import { STORIES } from '#database/seeders/demo/stories/stories'
import type { DemoAdministration, TrafficMessage } from '#database/seeders/demo/traffic'
import { test } from '@japa/runner'
import { ADMINISTRATIONS, NOW, SEED, request, segmentsOf, textOf, traffic } from './traffic.js'

const told = (administration: DemoAdministration, key: string): readonly TrafficMessage[] =>
  traffic(administration).filter(({ story }) => story === key)
const billOf = (message: TrafficMessage | undefined, reference: string): string => {
  const segments = message ? segmentsOf(message) : []
  const from = segments.findIndex((segment) => segment.startsWith('CNI+') && segment.endsWith(`+${reference}`))
  const next = segments.findIndex((segment, at) => at > from && /^(CNI|UNT)\+/.test(segment))
  return segments.slice(from, next).join('\n')
}

/** Degroupages name the voyage alone. */
const isOfTheShip = (message: TrafficMessage): boolean =>
  message.type === 'CUSCAR'
    ? /:146:11:NORTHERN CELEBRATION/.test(textOf(message)) && /\+903N\+/.test(textOf(message))
    : message.expect.documentReference.startsWith('JMKIN 903N ')

test.group(`Demo traffic | stories (seed ${SEED})`, () => {
  test('every story is told where it belongs, and in the current month', ({ assert }) => {
    for (const { key, administrations } of STORIES) {
      for (const administration of ADMINISTRATIONS) {
        const messages = told(administration, key)
        assert.equal(messages.length > 0, administrations.includes(administration), `${key} in ${administration}`)
        assert.isTrue(messages.every(({ historical }) => !historical))
      }
    }
  })

  test('Northern Celebration arrives in 47 h 48 m with the bill of the reference case', ({ assert }) => {
    const [original, change, ...more] = told('JM', 'northern-celebration')
    assert.deepEqual(more, [])
    assert.deepEqual([original?.expect.functionCode, change?.expect.functionCode], ['9', '4'])
    assert.equal(original?.expect.documentReference, change?.expect.documentReference)
    const call = [...planTraffic(request('JM')).calls()].find(
      ({ meansName, eta }) => meansName === 'NORTHERN CELEBRATION' && eta > NOW
    )
    assert.deepInclude(call, {
      imo: '9988566',
      voyage: '903N',
      port: 'JMKIN',
      eta: NOW + 47 * HOUR + 48 * 60_000,
      berth: 'Berth 9',
    })
    const bill = billOf(original, 'NRCL CTG 4471 0926')
    for (const segment of [
      'RFF+BM:NRCL CTG 4471 0926',
      'LOC+88+COMDE:139:6',
      'LOC+9+COCTG:139:6',
      'LOC+13+VEPBL:139:6',
      'LOC+11+JMKIN:139:6',
      'LOC+7+JMKIN:139:6',
      'GIS+23',
      'NAD+CZ+++Cer\u00E1micas Alto Nare S.A.S.+Calle 31 No. 41-20, Itagui+Medellin+++CO',
      'NAD+CN+++Blue Mahoe Interiors Ltd+P.O. Box 318+Kingston 10+++JM',
      'NAD+N1+++SAME AS CONSIGNEE',
      'GID+1+620:CT',
      'FTX+AAA+++CERAMIC FLOOR TILES 60X60',
      'MEA+AAE+G+KGM:16420',
      'SGP+NRCU4832072+620',
    ])
      assert.include(bill.split('\n'), segment)
    assert.include(billOf(change, 'NRCL CTG 4471 0926'), 'MEA+AAE+G+KGM:14880')
    assert.equal(change?.expect.consignments, 1)
    const box = change ? segmentsOf(change).slice(0, 16).join('\n') : ''
    assert.include(box, 'EQD+CN+NRCU4832072+45R1:102:5++3+5\nMEA+AAE+T+KGM:4640\nSEL+NR0088142+CA\nCNT')
    assert.isTrue(containerCheckDigit('NRCU4832072').valid)
    assert.isAbove((call?.eta ?? 0) - (change?.filedAt ?? 0), 72 * HOUR)
  })

  test('its two partners know nobody else, and met three times in 24 months', ({ assert }) => {
    const naming = traffic('JM').filter((message) => /Alto Nare|Blue Mahoe/i.test(textOf(message)))
    const earlier = naming.filter(({ story }) => story === 'northern-celebration-earlier')
    assert.lengthOf(naming, 5)
    assert.lengthOf(earlier, 3)
    assert.isTrue(earlier.every(({ filedAt, historical }) => historical && filedAt > NOW - 720 * DAY))
    assert.isTrue(naming.every((message) => /Alto Nare/.test(textOf(message)) && /Blue Mahoe/.test(textOf(message))))
  })

  test('the ship brings its share of other bills', ({ assert }) => {
    const bills = (consignments: number): number =>
      [...planTraffic(request('JM', { consignments, historyMonths: 0 })).messages()]
        .filter((message) => message.expect.functionCode === '9' && isOfTheShip(message))
        .reduce((sum, { expect }) => sum + expect.consignments, 0)
    assert.approximately(bills(1500), 108, 6)
    assert.isAbove(bills(15_000), 1000)
  })

  test('the transit to Belize says import above and transit below', ({ assert }) => {
    const [message] = told('GT', 'transit-belize')
    const text = message ? textOf(message) : ''
    assert.include(text, "\nGIS+23'\n")
    assert.include(text, "\nGIS+24:::8'\n")
    assert.match(text, /LOC\+17\+\d{13}::9'/)
    assert.include(text, 'BELIZE CITY')
  })

  test('listed names, identifiers and containers are filed exactly', ({ assert }) => {
    for (const administration of ADMINISTRATIONS) {
      const joined = [...told(administration, 'listed-consignee'), ...told(administration, 'listed-container')]
        .map(textOf)
        .join('')
        .toUpperCase()
      const plain = joined.replace(/:/g, '')
      for (const entry of LISTED_ENTRIES.filter((candidate) => candidate.administration === administration))
        assert.include(plain, entry.value.toUpperCase())
    }
    assert.isTrue([LISTED.gtContainer, LISTED.jmContainer].every((number) => containerCheckDigit(number).valid))
  })

  test('weights jump within hours of arrival, a box is impossible, a manifest is withdrawn', ({ assert }) => {
    for (const administration of ADMINISTRATIONS) {
      const weights = told(administration, 'switched-weight').map(
        (message) => /MEA\+(?:AAI\+|AAE\+G)\+KGM:(\d+)/.exec(textOf(message))?.[1]
      )
      assert.deepEqual(weights, ['8400', '21300'])
      const number = /EQD\+CN\+(\w+)/.exec(told(administration, 'invalid-container').map(textOf).join(''))?.[1]
      assert.isFalse(containerCheckDigit(number ?? '').valid)
      assert.deepEqual(
        told(administration, 'cancelled-manifest').map(({ expect }) => [expect.functionCode, expect.consignments]),
        [
          ['9', 3],
          ['1', 0],
        ]
      )
      assert.equal(told(administration, 'vague-lots')[0]?.expect.consignments, 9)
    }
  })

  test('to order means that nobody is named', ({ assert }) => {
    assert.include(told('JM', 'to-order').map(textOf).join(''), '+++TO ORDER')
    assert.notInclude(told('JM', 'to-order').map(textOf).join(''), 'NAD+N1')
    assert.include(told('GT', 'to-order').map(textOf).join(''), "NAD+CN+NIT+A LA ORDEN'")
  })

  test('some ships come though nobody has filed', ({ assert }) => {
    const silent = [...planTraffic(request('JM')).calls()].filter(
      ({ meansName, eta }) => ['MERIDIAN SPRITE', 'PETREL CHANNEL'].includes(meansName) && eta > NOW
    )
    assert.lengthOf(silent, 2)
    for (const { meansName, voyage } of silent)
      assert.isFalse(
        traffic('JM').some((message) => textOf(message).includes(meansName) && textOf(message).includes(`+${voyage}+`))
      )
    const filed = new Set(traffic('GT').map((message) => /Viaje ([^']*)'/.exec(textOf(message))?.[1]))
    const unfiled = [...planTraffic(request('GT')).calls()].filter(({ voyage, eta }) => eta > NOW && !filed.has(voyage))
    assert.lengthOf(unfiled, 1)
  })
})
