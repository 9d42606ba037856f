import type { DemoParty } from './companies/party.js'
import { cut, decimal, escape, segment } from './cuscar_writer.js'
import { breakText, RATES } from './dirt.js'
import type { Bill, Filing } from './filing.js'
import type { Random } from './prng.js'

/** A UN/LOCODE as C517. */
export const port = (code: string): readonly string[] => [code, '139', '6']

/** Segments of one bill of lading, from CNI to the goods. */
export const billOf = (filing: Filing, bill: Bill, at: number, random: Random): string[] => [
  segment('CNI', String(at + 1), escape(bill.reference)),
  ...referencesOf(bill),
  ...(bill.line.weightKg === null ? [] : [segment('CNT', ['7', decimal(bill.line.weightKg, 1), 'KGM'])]),
  segment('CNT', ['11', String(bill.line.packages)]),
  ...(bill.freight === 0 ? [] : [segment('MOA', ['144', decimal(bill.freight), 'USD'])]),
  ...(bill.value === undefined ? [] : [segment('MOA', ['40', decimal(bill.value), 'USD'])]),
  ...placesOf(bill),
  segment('GIS', bill.nature),
  segment('CPI', '4', '', bill.freight % 3 === 0 ? 'C' : 'P'),
  ...partiesOf(filing, bill, random),
  ...goodsOf(filing, bill, random),
]

const referencesOf = (bill: Bill): string[] =>
  bill.master === null
    ? [segment('RFF', ['BM', escape(bill.reference)])]
    : [segment('RFF', ['BH', escape(bill.reference)]), segment('RFF', ['MB', escape(bill.master)])]

const placesOf = (bill: Bill): string[] => [
  ...(bill.receipt === null ? [] : [segment('LOC', '88', port(bill.receipt))]),
  segment('LOC', '9', port(bill.loading)),
  ...bill.transhipment.map((code) => segment('LOC', '13', port(code))),
  segment('LOC', '11', port(bill.discharge)),
  ...(bill.delivery === null ? [] : [segment('LOC', '7', port(bill.delivery))]),
]

const TO_ORDER: DemoParty = {
  name: 'TO ORDER',
  street: '',
  city: '',
  country: '',
  taxId: null,
  phone: null,
  email: null,
}
const SAME: DemoParty = { ...TO_ORDER, name: 'SAME AS CONSIGNEE' }

const partiesOf = (filing: Filing, bill: Bill, random: Random): string[] => {
  const consignor =
    filing.story === null && random.chance(RATES.JM.rawSeparator)
      ? { ...bill.consignor, name: `R@S ${bill.consignor.name}` }
      : bill.consignor
  const notify = bill.notify === 'same' ? SAME : bill.notify
  return [
    ...partyOf('CZ', consignor).map((text) => text.replace('R@S', 'R+S')),
    ...partyOf('CN', bill.consignee ?? TO_ORDER),
    ...(notify === null ? [] : partyOf('N1', { ...notify, taxId: null })),
  ]
}

const partyOf = (role: string, party: DemoParty): string[] => [
  segment(
    'NAD',
    role,
    '',
    '',
    cut(party.name, 35, 2).map(escape),
    cut(party.street, 35, 3).map(escape),
    escape(party.city),
    '',
    '',
    party.country
  ),
  ...(party.taxId !== null ? [segment('RFF', ['VA', party.taxId.value])] : []),
  ...(party.phone === null && party.email === null ? [] : [segment('CTA', 'IC')]),
  ...(party.phone === null ? [] : [segment('COM', [escape(party.phone.replaceAll(' ', '')), 'TE'])]),
  ...(party.email === null ? [] : [segment('COM', [party.email, 'EM'])]),
]

const goodsOf = (filing: Filing, { line, boxes }: Bill, random: Random): string[] => {
  const dirty = filing.story === null
  const text = dirty && random.chance(RATES.JM.brokenText) ? breakText(line.description) : line.description
  const weight =
    line.weightKg === null
      ? null
      : dirty && random.chance(RATES.JM.oddNumber)
        ? decimal(line.weightKg, 1).replace('.', ',')
        : String(Math.round(line.weightKg * 10) / 10)
  return [
    segment('GID', '1', [String(line.packages), line.package]),
    segment('FTX', 'AAA', '', '', cut(text, 70, 5).map(escape)),
    ...(weight === null ? [] : [segment('MEA', 'AAE', 'G', ['KGM', weight])]),
    segment('MEA', 'AAE', 'AAW', ['MTQ', String(line.volumeM3)]),
    ...boxes.map((number, at) => segment('SGP', number, String(packagesIn(line.packages, boxes.length, at)))),
    ...(dirty && random.chance(0.4) ? [segment('PCI', '28', ['AS ADDRESSED'])] : []),
    ...(line.hs === null ? [] : [segment('CST', '', [line.hs, '122'])]),
  ]
}

/** Packages shared out evenly, the rest in the first box. */
const packagesIn = (packages: number, boxes: number, at: number): number =>
  Math.floor(packages / boxes) + (at === 0 ? packages % boxes : 0)
