import { containerCheckDigit } from '#core/reference/check_digits'
import { allConsignors, consignor } from '#database/seeders/demo/companies/consignors'
import { CONSIGNEES_PER_TRADE, consignee } from '#database/seeders/demo/companies/consignees'
import { nitWithCheckDigit } from '#database/seeders/demo/companies/tax_ids'
import { GOODS, SECTORS } from '#database/seeders/demo/goods'
import type { DemoAdministration } from '#database/seeders/demo/traffic'
import { test } from '@japa/runner'
import { ADMINISTRATIONS, interchanges, SEED, segmentsOf, textOf, traffic } from './traffic.js'

const share = (part: number, whole: number): number => part / whole
const matches = (administration: DemoAdministration, pattern: RegExp): string[] =>
  traffic(administration).flatMap((message) => [...textOf(message).matchAll(pattern)].map(([all]) => all))

test.group(`Demo traffic | content (seed ${SEED})`, () => {
  test('every CUSCAR is one interchange of well-formed segments', ({ assert }) => {
    for (const administration of ADMINISTRATIONS) {
      for (const message of interchanges(administration)) {
        const segments = segmentsOf(message)
        assert.match(segments[0] ?? '', /^UNB\+UNO[ABCW]:[23]\+/)
        assert.match(segments.at(-1) ?? '', /^UNZ\+1\+/)
        const odd = segments.filter((segment) => !/^[A-Z]{3}(\+|$)/.test(segment))
        assert.deepEqual(odd, [], message.filename)
        assert.lengthOf(
          segments.filter((segment) => segment.startsWith('CNI+')),
          message.expect.consignments
        )
        assert.equal(new Set(segments.filter((segment) => segment.startsWith('EQD+'))).size, message.expect.equipment)
        assert.include(textOf(message), `+${message.expect.documentReference}+${message.expect.functionCode}'`)
      }
    }
  })

  test('Guatemala always counts two segments too many, Jamaica rarely', ({ assert }) => {
    const off = (administration: DemoAdministration): number[] =>
      interchanges(administration).map(
        (message) => Number(/\nUNT\+(\d+)\+/.exec(textOf(message))?.[1]) - (segmentsOf(message).length - 2)
      )
    assert.deepEqual([...new Set(off('GT'))], [2])
    assert.approximately(share(off('JM').filter((count) => count !== 0).length, off('JM').length), 0.02, 0.01)
  })

  test('container numbers are valid but for the share the field gets wrong', ({ assert }) => {
    for (const administration of ADMINISTRATIONS) {
      const numbers = [...new Set(matches(administration, /(?<=EQD\+CN\+)\w+/g))]
      const wrong = numbers.filter((number) => !containerCheckDigit(number).valid)
      assert.isAbove(numbers.length, 1000)
      assert.isAbove(wrong.length, 0)
      assert.isBelow(share(wrong.length, numbers.length), 0.004)
    }
  })

  test('Guatemala files what the corpus files, at its rates', ({ assert }) => {
    const messages = traffic('GT')
    const functions = (code: string): number =>
      share(messages.filter(({ expect }) => expect.functionCode === code).length, messages.length)
    assert.approximately(functions('9'), 0.87, 0.03)
    assert.approximately(functions('20'), 0.087, 0.015)
    assert.approximately(functions('2'), 0.029, 0.01)
    assert.approximately(functions('3'), 0.016, 0.007)
    assert.approximately(functions('1'), 0.015, 0.007)
    const natures = matches('GT', /(?<=\nGIS\+)\d\d(?=:::8)/g)
    assert.approximately(share(natures.filter((code) => code === '23').length, natures.length), 0.93, 0.03)
    assert.isAbove(natures.filter((code) => code === '24').length, 20)
    const times = matches('GT', /(?<=\+\d{8}:)\d+(?=\+\d+\+6')/g)
    assert.approximately(share(times.filter((time) => time.length < 4).length, times.length), 0.28, 0.04)
    const boxes = matches('GT', /EQD\+CN/g).length
    assert.approximately(share(matches('GT', /\nSEL\+/g).length, boxes), 0.78, 0.02)
    assert.approximately(share(matches('GT', /\+XXXX:/g).length, boxes), 0.0136, 0.006)
    const packages = matches('GT', /(?<=GID\+1\+\d+:)\w+/g)
    assert.approximately(share(packages.filter((code) => code === 'PA').length, packages.length), 0.74, 0.03)
    const consignees = matches('GT', /NAD\+CN\+\w{3}/g)
    assert.approximately(share(consignees.filter((id) => id.endsWith('NIT')).length, consignees.length), 0.92, 0.03)
    assert.isAbove(matches('GT', /\+(?:45GP|42G4|22G4):/g).length / boxes, 0.55)
  })

  test('dirt stands in the traffic', ({ assert }) => {
    for (const administration of ADMINISTRATIONS) {
      const joined = traffic(administration).map(textOf).join('')
      assert.match(joined, /FTX\+AAA\+\+\+[^']*[^']\n[^']*'/, `line break in text, ${administration}`)
      assert.match(joined, /R\+S /, `raw separator, ${administration}`)
      assert.match(joined, /\u00C3/, `mojibake, ${administration}`)
    }
    assert.match(traffic('JM').map(textOf).join(''), /KGM:\d+,\d/)
  })

  test('amendments name documents that were filed before', ({ assert }) => {
    for (const administration of ADMINISTRATIONS) {
      const filed = new Set<string>()
      for (const message of traffic(administration)) {
        const { functionCode, documentReference } = message.expect
        const previous = /\nRFF\+(?:AFB|ACW):([^']+)'/.exec(textOf(message))?.[1]
        if (functionCode !== '9') assert.isTrue(filed.has(previous ?? documentReference), message.filename)
        filed.add(documentReference)
      }
    }
  })

  test('HS codes are as rare as in the field', ({ assert }) => {
    const codes = matches('JM', /\nCST\+|HS CODE/g).length
    assert.approximately(share(codes, matches('JM', /\nGID\+/g).length), 0.026, 0.012)
  })

  test('goods and parties are many and distinct', ({ assert }) => {
    assert.isAtLeast(GOODS.length, 150)
    const sellers = new Set(allConsignors().map((key) => consignor(key).name))
    assert.isAtLeast(sellers.size, 3000)
    for (const administration of ADMINISTRATIONS) {
      const buyers = SECTORS.flatMap((sector) =>
        Array.from({ length: CONSIGNEES_PER_TRADE }, (_, index) => consignee(administration, sector, index).name)
      )
      assert.isAtLeast(new Set(buyers).size, 2000)
    }
  })

  test('relations recur: many pairs trade again, many only once', ({ assert }) => {
    const pairs = new Map<string, number>()
    for (const message of traffic('JM').filter(({ expect }) => expect.functionCode === '9')) {
      for (const [, seller, buyer] of textOf(message).matchAll(/NAD\+CZ\+\+\+([^+]+)[^]*?NAD\+CN\+\+\+([^+]+)/g))
        pairs.set(`${seller}/${buyer}`, (pairs.get(`${seller}/${buyer}`) ?? 0) + 1)
    }
    const counts = [...pairs.values()]
    assert.isAbove(counts.filter((count) => count > 2).length, 200)
    assert.isAbove(counts.filter((count) => count === 1).length, 500)
  })

  test('tax ids follow the Guatemalan check digit', ({ assert }) => {
    const numbers = [...new Set(matches('GT', /(?<=NAD\+CN\+NIT)\d+[\dK]/g))]
    assert.isAbove(numbers.length, 500)
    assert.deepEqual(
      numbers.filter((number) => nitWithCheckDigit(number.slice(0, -1)) !== number),
      ['66120943'],
      'but for the one that is planted'
    )
  })
})
