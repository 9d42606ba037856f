import { test } from '@japa/runner'
import { firstOf, read, reportOf } from '#sdk/testing'
import { cuscar, HEADER, PLAIN } from '../cuscar_texts.js'

const FTX = (text: string): string => cuscar(...HEADER, ...PLAIN).replace('TILES', text)
const descriptionOf = async (text: string) => firstOf(await read(text)).consignment.items[0]?.description

test.group('EDIFACT | separators', () => {
  test('a clean message has no problems', async ({ assert }) => {
    const result = await read(cuscar(...HEADER, ...PLAIN))
    assert.deepEqual(result.codes, [])
    assert.equal(result.file.format, 'EDIFACT')
  })

  test('UNA sets every sign, the decimal mark included', async ({ assert }) => {
    const text = cuscar(...HEADER, ...PLAIN).replace('KGM:1000', 'KGM:12,500')
    const swapped = [...text].map((sign) => ({ '+': '|', ':': '^', "'": '~' })[sign] ?? sign).join('')
    const result = await read(`UNA^|,? ~${swapped}`)
    assert.equal(firstOf(result).consignment.totals.grossWeightKg, 12.5)
    assert.notInclude(result.codes, 'SYN-NUMBER')
  })

  test('without UNA the signs are guessed from UNB', async ({ assert }) => {
    const text = [...cuscar(...HEADER, ...PLAIN)]
      .map((sign) => ({ '+': '|', ':': '^', "'": '~' })[sign] ?? sign)
      .join('')
    assert.equal(firstOf(await read(text)).consignment.reference, 'BL0001')
  })

  test('line ends stand in for terminators that are missing altogether', async ({ assert }) => {
    const result = await read(cuscar(...HEADER, ...PLAIN).replaceAll("'", ''))
    assert.equal(firstOf(result).consignment.places.loading?.code, 'CNSHA')
    assert.deepEqual(result.codes, [])
  })

  test('release characters protect every sign', async ({ assert }) => {
    assert.equal(await descriptionOf(FTX("A?+B?:C?'D??")), "A+B:C'D?")
  })

  test('a release character before an ordinary letter is text', async ({ assert }) => {
    const result = await read(FTX('WHAT?NOW'))
    assert.equal(firstOf(result).consignment.items[0]?.description, 'WHAT?NOW')
    assert.include(result.codes, 'SYN-RELEASE')
  })

  test('two interchanges with different signs in one file', async ({ assert }) => {
    const second = [...cuscar(...HEADER, ...PLAIN)]
      .map((sign) => ({ '+': '|', ':': '^', "'": '~' })[sign] ?? sign)
      .join('')
    const result = await read(`${cuscar(...HEADER, ...PLAIN)}\nUNA^|.? ~${second}`)
    assert.lengthOf(result.messages, 2)
    assert.deepEqual(
      result.messages.map(({ report }) => report?.consignments[0]?.consignment.reference),
      ['BL0001', 'BL0001']
    )
    assert.deepEqual(result.codes, [])
  })
})

test.group('EDIFACT | unescaped separators', () => {
  test('a plus sign between blanks belongs to the name', async ({ assert }) => {
    const result = await read(
      cuscar(...HEADER, ...PLAIN.slice(0, 4), 'NAD+CN+++EXAMPLE + SONS+1 QUAY ST+KINGSTON++00001+JM', ...PLAIN.slice(4))
    )
    const [party] = firstOf(result).consignment.parties
    assert.equal(party?.name, 'EXAMPLE + SONS')
    assert.equal(party?.address, '1 QUAY ST, KINGSTON, 00001')
    assert.equal(party?.country, 'JM')
    assert.include(result.codes, 'SYN-UNESCAPED')
  })

  test('one element too many in a NAD is put back together', async ({ assert }) => {
    const result = await read(
      cuscar(...HEADER, ...PLAIN.slice(0, 4), 'NAD+CZ+++R+L EXAMPLE+1 QUAY ST+KINGSTON++00001+JM', ...PLAIN.slice(4))
    )
    assert.equal(firstOf(result).consignment.parties[0]?.name, 'R+L EXAMPLE')
    assert.include(result.codes, 'SYN-UNESCAPED')
  })

  test('a NAD of nine elements is left alone', async ({ assert }) => {
    const result = await read(
      cuscar(...HEADER, ...PLAIN.slice(0, 4), 'NAD+CN+++EXAMPLE SONS+1 QUAY ST+KINGSTON++00001+JM', ...PLAIN.slice(4))
    )
    assert.equal(firstOf(result).consignment.parties[0]?.name, 'EXAMPLE SONS')
    assert.deepEqual(result.codes, [])
  })

  test('an apostrophe in a name does not end the segment', async ({ assert }) => {
    const result = await read(cuscar(...HEADER, ...PLAIN.slice(0, 4), "NAD+CN+++L'EXEMPLE SA", ...PLAIN.slice(4)))
    assert.equal(firstOf(result).consignment.parties[0]?.name, "L'EXEMPLE SA")
    assert.include(result.codes, 'SYN-UNESCAPED')
  })

  test('text behind the FTX text is text, a language code is not', async ({ assert }) => {
    assert.equal(await descriptionOf(FTX('NUTS + BOLTS + SCREWS')), 'NUTS + BOLTS + SCREWS')
    assert.equal(await descriptionOf(FTX('TUERCAS+ES')), 'TUERCAS')
  })

  test('a plus sign before a temperature', async ({ assert }) => {
    const reefer = ['EQD+CN+MSKU1234565+45R1', 'TMP+2++5:CEL']
    const result = await read(cuscar(...HEADER, ...reefer, ...PLAIN))
    assert.equal(reportOf(result).equipment[0]?.temperatureC, 5)
    assert.include(result.codes, 'SYN-UNESCAPED')
  })
})

test.group('EDIFACT | line breaks', () => {
  test('a file wrapped at 80 columns reads as if it were not', async ({ assert }) => {
    const straight = cuscar(...HEADER, ...PLAIN).replaceAll('\n', '')
    const wrapped = straight.replace(/(.{80})/g, '$1\r\n')
    const [one, other] = [await read(straight), await read(wrapped)]
    assert.deepEqual(firstOf(other).consignment, firstOf(one).consignment)
    assert.include(other.codes, 'SYN-WRAP')
  })

  test('a line break between two words of a text is a blank', async ({ assert }) => {
    assert.equal(await descriptionOf(FTX('USED CLOTHING\nAND SHOES')), 'USED CLOTHING AND SHOES')
  })

  test('a text cut at a full line runs on, a shorter line does not', async ({ assert }) => {
    const [full, short] = ['X'.repeat(70), 'Y'.repeat(66)]
    assert.equal(await descriptionOf(FTX(`\n${full}\n${full}\n${short}\nZ`)), `${full}${full}${short} Z`)
  })

  test('line breaks after terminators are nothing', async ({ assert }) => {
    assert.notInclude((await read(FTX('TILES'))).codes, 'SYN-WRAP')
  })
})

test.group('EDIFACT | envelope', () => {
  test('wrong counts and references are warnings', async ({ assert }) => {
    const result = await read(
      cuscar(...HEADER, ...PLAIN)
        .replace(/UNT\+\d+\+1/, 'UNT+99+2')
        .replace('UNZ+1+77', 'UNZ+3+78')
    )
    assert.deepEqual(result.codes.toSorted(), ['SYN-COUNT', 'SYN-COUNT', 'SYN-REFERENCE', 'SYN-REFERENCE'])
    assert.isTrue(firstOf(result).usable)
  })

  test('a reference with leading zeros is the same', async ({ assert }) => {
    assert.deepEqual((await read(cuscar(...HEADER, ...PLAIN).replace('UNZ+1+77', 'UNZ+1+0077'))).codes, [])
  })

  test('a message without UNB and UNZ', async ({ assert }) => {
    const result = await read(
      cuscar(...HEADER, ...PLAIN)
        .split('\n')
        .slice(1, -1)
        .join('\n')
    )
    assert.equal(firstOf(result).consignment.reference, 'BL0001')
    assert.deepEqual(result.codes, ['SYN-NO-ENVELOPE'])
  })

  test('a fragment without UNH is one message', async ({ assert }) => {
    const lines = cuscar(...HEADER, ...PLAIN).split('\n')
    const result = await read(`01W+1'${lines.slice(4, -2).join('\n')}`)
    assert.lengthOf(result.messages, 1)
    assert.equal(result.messages[0]?.type, 'CUSCAR')
    assert.equal(firstOf(result).consignment.reference, 'BL0001')
    assert.include(result.codes, 'SYN-SKIPPED')
  })

  test('a message cut off in the middle keeps what is there', async ({ assert }) => {
    const text = cuscar(...HEADER, ...PLAIN)
    const result = await read(text.slice(0, text.indexOf('MEA+')))
    assert.equal(firstOf(result).consignment.items[0]?.description, 'TILES')
    assert.include(result.codes, 'SYN-TRUNCATED')
  })

  test('lines of a carrier network before the interchange are passed over', async ({ assert }) => {
    const result = await read(`QD KINCMXX\n.GUACMXX 211200\n${cuscar(...HEADER, ...PLAIN)}`)
    assert.equal(firstOf(result).consignment.reference, 'BL0001')
    assert.deepEqual(result.codes, ['SYN-SKIPPED'])
  })

  test('a time of three digits is read and told, one of four is not', async ({ assert }) => {
    const result = await read(cuscar(...HEADER, ...PLAIN).replace('261121:0800', '20261121:915'))
    assert.equal(reportOf(result).preparedAt, '2026-11-21T09:15')
    assert.deepEqual(result.codes, ['SYN-DATE'])
  })

  test('what is no EDIFACT is not understood, and no error', async ({ assert }) => {
    for (const [text, looksLike] of [
      ['<?xml version="1.0"?><Unknown/>', 'xml'],
      ['{"a":1}', 'json'],
      ['', 'empty'],
      ['Dear Sir,\nplease find', 'text'],
    ] as const) {
      const { file, messages } = await read(text)
      assert.isNull(file.format)
      assert.lengthOf(messages, 0)
      assert.deepInclude(file.problems[0], { code: 'SYN-NOT-UNDERSTOOD', params: { looksLike } })
    }
  })
})
