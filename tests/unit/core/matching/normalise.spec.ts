import { test } from '@japa/runner'
import fc from 'fast-check'
import { normalise } from '#core/matching/normalise'
import { MATCH_KINDS } from '#core/matching/watch_list'

const SAME: readonly (readonly [(typeof MATCH_KINDS)[number], string, string])[] = [
  ['name', 'Cerámicas Alto Nare S.A.S.', 'CERAMICAS ALTO NARE SAS'],
  ['name', 'Blue Mahoe Interiors Ltd', 'BLUE MAHOE INTERIORS LIMITED'],
  ['name', 'Müller & Söhne GmbH & Co. KG', 'Muller and Sohne'],
  ['name', 'Importadora del Sur, S.A. de C.V.', 'IMPORTADORA DEL SUR'],
  ['name', "O'Brien Trading", 'OBRIEN TRADING'],
  ['name', 'Торговый дом', 'TORGOVYY DOM'],
  ['identifier', 'NIT 123.456-7', 'nit1234567'],
  ['address', '12 Harbour Street, Kingston', '12 HARBOUR ST KINGSTON'],
  ['address', 'Av. Reforma 12-40', 'Avenida Reforma 12 40'],
  ['contact', '+1 (876) 555-0101', '0018765550101'],
  ['contact', 'Info@Example.COM', 'info@example.com'],
  ['equipment', 'NRCU 483207-2', 'NRCU4832072'],
  ['means', 'IMO 9988566', '9988566'],
  ['means', 'M/V Northern Celebration', 'NORTHERN CELEBRATION'],
  ['document', 'nrcl ctg 4471/0926', 'NRCLCTG44710926'],
]
const DIFFERENT: readonly (readonly [(typeof MATCH_KINDS)[number], string, string])[] = [
  ['name', 'Blue Mahoe Interiors', 'Interiors Blue Mahoe'],
  ['name', 'Alto Nare', 'Alto Nares'],
  ['address', '12 Harbour Street', '21 Harbour Street'],
  ['contact', '+1 876 555 0101', '+1 876 555 0102'],
  ['equipment', 'NRCU4832072', 'NRCU4832073'],
]
const NOTHING: readonly (readonly [(typeof MATCH_KINDS)[number], string])[] = [
  ['identifier', 'CF'],
  ['identifier', '0000000'],
  ['contact', 'ext. 12'],
  ['name', '***'],
  ['address', ' - '],
]

test.group('Normalise', () => {
  test('what is the same meets', ({ assert }) => {
    for (const [kind, a, b] of SAME) assert.equal(normalise(kind, a), normalise(kind, b), `${kind}: ${a}`)
  })

  test('what differs does not', ({ assert }) => {
    for (const [kind, a, b] of DIFFERENT) assert.notEqual(normalise(kind, a), normalise(kind, b), `${kind}: ${a}`)
  })

  test('fillers leave nothing to compare', ({ assert }) => {
    for (const [kind, value] of NOTHING) assert.equal(normalise(kind, value), '', `${kind}: ${value}`)
  })

  test('a legal form alone stays a name', ({ assert }) => {
    assert.equal(normalise('name', 'S.A.'), 'SA')
    assert.equal(normalise('name', 'Co. Ltd.'), 'CO')
  })

  test('normalising twice changes nothing', () => {
    const words = fc.array(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 8 }),
        fc.constantFrom('S.A.', 'Ltd', 'M/V', '&', 'A', 'B', 'de', 'C.V.', 'Street', 'IMO 9988566', '00', '@')
      ),
      { maxLength: 6 }
    )
    fc.assert(
      fc.property(fc.constantFrom(...MATCH_KINDS), words, (kind, parts) => {
        const once = normalise(kind, parts.join(' '))
        return normalise(kind, once) === once
      }),
      { numRuns: 5000 }
    )
  })
})
