import type { DemoParty } from './companies/party.js'
import { cut, decimal, encode, flatten, interchange, localParts, segment } from './cuscar_writer.js'
import { breakText, CLEAN, drawDirt, garble, RATES, type Dirt } from './dirt.js'
import type { Bill, Box, Filing } from './filing.js'
import { COUNTRIES } from './ports.js'
import { Random } from './prng.js'

const CUSTOMS_IN_TRANSIT = '7409000030155'

/** D.01A as Guatemala's consolidators file it (FORMATS 3.6), with their software's habits. */
export const writeGuatemala = (filing: Filing, control: number): Uint8Array => {
  const random = new Random('write', filing.documentReference, filing.functionCode, control)
  const dirt = filing.story === null ? drawDirt(random, 'GT') : CLEAN
  const body =
    filing.functionCode === '1'
      ? []
      : [
          ...headingOf(filing),
          ...equipmentOf(filing),
          ...totalsOf(filing, dirt),
          ...filing.bills.flatMap((bill, at) => billOf(filing, bill, at, random)),
        ]
  const segments = [
    segment('UNH', String(control), 'CUSCAR:D:01A:UN'),
    segment('BGM', '785', filing.documentReference, filing.functionCode),
    segment('RFF', ['AFB', filing.previousReference ?? '']),
    segment('NAD', 'DC', [filing.filer.address, '', '9']),
    ...body,
    segment('AUT', 'Cuscar 3.1 Consolida', 'Sistemas Tucan'),
  ]
  // this software counts UNB and UNZ as well: always two too many
  const text = interchange([
    openingOf(filing, control, random),
    ...segments,
    segment('UNT', String(segments.length + 3), String(control)),
    segment('UNZ', '1', String(control).padStart(4, '0')),
  ])
  return encode(dirt.mojibake ? garble(text) : text, 'utf8')
}

/** `P<code><last four of the interchange number>.<day of the year>`. */
export const guatemalaFilename = (filing: Filing, control: number): string => {
  const { dayOfYear } = localParts(filing.filedAt, COUNTRIES.GT.offsetMinutes)
  return `P${filing.filer.code}${String(control % 10_000).padStart(4, '0')}.${dayOfYear}`
}

const portOf = (filing: Filing) =>
  COUNTRIES.GT.ports.find(({ code }) => code === filing.call.port) ?? COUNTRIES.GT.ports[0]

const openingOf = (filing: Filing, control: number, random: Random): string => {
  const at = localParts(filing.filedAt, COUNTRIES.GT.offsetMinutes)
  const unpadded = random.chance(RATES.GT.unpaddedTime)
  const minute = unpadded && random.chance(0.25) ? String(Number(at.minute)) : at.minute
  const time = unpadded ? `${Number(at.hour)}${minute}` : `${at.hour}${at.minute}`
  return segment(
    'UNB',
    'UNOA:2',
    filing.filer.address,
    portOf(filing).officeGln,
    `${at.year}${at.month}${at.day}:${time}`,
    String(control),
    '6'
  )
}

const headingOf = (filing: Filing): string[] => {
  const bill = filing.bills[0]
  const places =
    filing.direction === 'export'
      ? [segment('LOC', '8', [bill?.discharge ?? '', '', '6']), segment('LOC', '178', [filing.call.port, '', '6'])]
      : [segment('LOC', '125', [filing.loading, '', '6']), segment('LOC', '179', [filing.call.port, '', '6'])]
  return [
    segment('FTX', 'ZZZ', '', '', `Viaje ${filing.call.voyage}`),
    ...places,
    segment('GIS', filing.direction === 'export' ? '22' : '23'),
  ]
}

const equipmentOf = (filing: Filing): string[] =>
  filing.boxes.flatMap((box: Box) => [
    segment('EQD', 'CN', box.number, [box.sizeType, '', '5'], '', '11', '5'),
    segment('TSR', '', '1'),
    segment('MEA', 'WT', 'AAB', ['KGM', decimal(box.goodsKg)]),
    segment('MEA', 'WT', 'T', ['KGM', String(box.tareKg)]),
    ...(box.seal === null ? [] : [segment('SEL', box.seal, 'CA')]),
  ])

const totalsOf = ({ bills, boxes }: Filing, dirt: Dirt): string[] => {
  const sum = (value: (bill: Bill) => number): number => bills.reduce((total, bill) => total + value(bill), 0)
  return [
    segment('CNT', ['10', String(Math.max(1, bills.length + dirt.countOff))]),
    segment('CNT', ['32', decimal(sum(({ line }) => line.weightKg ?? 0) + dirt.weightOff)]),
    segment('CNT', ['26', String(Math.round(sum(({ line }) => line.volumeM3) * 100) / 100)]),
    segment('CNT', ['11', String(sum(({ line }) => line.packages))]),
    ...(boxes.length === 0 ? [] : [segment('CNT', ['16', String(boxes.length)])]),
    segment('CNT', ['21', decimal(sum(({ freight }) => freight))]),
  ]
}

const billOf = (filing: Filing, bill: Bill, at: number, random: Random): string[] => {
  const { line } = bill
  const weight = decimal(line.weightKg ?? 0)
  const text =
    filing.story === null && random.chance(RATES.GT.brokenText) ? breakText(line.description) : line.description
  return [
    segment('CNI', String(at + 1), ['', '', bill.master ?? '']),
    segment('RFF', ['BH', bill.reference]),
    segment('CNT', ['7', weight]),
    segment('CNT', ['11', String(line.packages)]),
    segment('CNT', ['15', decimal(line.volumeM3)]),
    ...(bill.boxes.length === 0 ? [] : [segment('CNT', ['16', String(bill.boxes.length)])]),
    segment('MOA', ['144', decimal(bill.freight), 'USD']),
    segment('LOC', '35', [bill.originCountry, '', '5'], [bill.loading, '', '6']),
    ...(bill.nature === '24' ? [segment('LOC', '17', [CUSTOMS_IN_TRANSIT, '', '9'])] : []),
    segment('LOC', '36', [bill.nature === '24' ? 'GT' : bill.destinationCountry, '', '5']),
    segment('LOC', '88', [portOf(filing).warehouseGln, '', '9']),
    segment('GIS', [bill.nature, '', '', '8']),
    segment('CPI', '14', bill.freight === 0 ? 'NS' : ''),
    segment('CPI', '2'),
    segment('TDT', '30'),
    segment('RFF', ['ZZZ', '1']),
    segment('TSR', '10', '', '', bill.boxes.length === 0 ? '10' : '9'),
    consignorOf(bill.consignor, random, filing.story === null),
    consigneeOf(bill.consignee),
    segment('GID', '1', [String(line.packages), line.package, 'ZZZ', '', '9']),
    ...cut(flatten(text), 70, 9).map((piece) => segment('FTX', 'AAA', '', '', piece)),
    segment('MEA', 'AAI', '', ['KGM', weight]),
    segment('MEA', 'VOL', '', ['MTQ', decimal(line.volumeM3)]),
    ...bill.boxes.map((number) => segment('SGP', number)),
    segment('TMD', '4'),
  ]
}

const AGENTS = ['TRANSOCEANICA DEL ISTMO', 'PUENTE MARITIMO', 'CARIBE CONSOLIDADORES'] as const

const consignorOf = (party: DemoParty, random: Random, dirty: boolean): string => {
  const agent = dirty && random.chance(0.08) ? `${random.pick(AGENTS)} AS AGENT FOR ` : ''
  const raw = dirty && random.chance(RATES.GT.rawSeparator) ? 'R+S FORWARDING ' : ''
  const text = `${raw}${agent}${party.name} ${party.street} ${party.city}`
  return segment('NAD', 'CZ', '', cut(flatten(`${text} ${party.country}`).toUpperCase(), 35, 5))
}

/** With a number the name fills the first two pieces and the address the rest; without one it is all one text. */
const consigneeOf = (party: DemoParty | null): string => {
  if (party === null) return segment('NAD', 'CN', 'NIT', ['A LA ORDEN'])
  const { type, value } = party.taxId ?? { type: 'NIT', value: '' }
  const name = flatten(party.name).toUpperCase()
  const address = flatten(`${party.street} ${party.city}`).toUpperCase()
  if (value === '') return segment('NAD', 'CN', type, cut(`${name} ${address} ${party.country}`, 35, 5))
  const [first = '', second = ''] = cut(name, 35, 2)
  return segment('NAD', 'CN', `${type}${value}`, [first, second, ...cut(address, 35, 3)])
}
