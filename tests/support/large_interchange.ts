import { drawContainerNumber } from '#database/seeders/demo/containers'
import { escape, segment } from '#database/seeders/demo/cuscar_writer'
import { Random } from '#database/seeders/demo/prng'

export interface Size {
  readonly seed: number
  readonly messages: number
  /** Of each Message. */
  readonly consignments: number
}

const PORTS = ['CNSHA', 'CNNGB', 'USMIA', 'PAMIT', 'BRSSZ', 'NLRTM', 'DEHAM', 'KRPUS', 'COCTG', 'DOCAU']
const WORDS = 'HARBOUR NORTHERN PACIFIC DELTA ORCHID SUMMIT COASTAL MERIDIAN PIONEER CRESCENT VALLEY LOTUS'.split(' ')
const KINDS = [
  'TRADING CO. LTD',
  'EXPORTS S.A.',
  'FOODS (PTY) LTD',
  "MILLERS' UNION",
  'SONS + PARTNERS',
  'LOGISTICS: SEA',
]
const GOODS = [
  'FROZEN FISH FILLETS',
  'CERAMIC FLOOR TILES',
  'SPARE PARTS FOR TRUCKS',
  'COTTON YARN',
  'USED TYRES',
  'PAINT',
]
const PACKAGES = ['CT', 'PK', 'PX', 'BG', 'DR']

/**
 * A faultless generic CUSCAR interchange of any size in ASCII, one Message a chunk, with invented parties, valid
 * container numbers and release characters. About 570 bytes a consignment. The same size gives the same bytes.
 */
export function* largeInterchange({ seed, messages, consignments }: Size): Generator<Uint8Array, void> {
  const random = new Random(seed, 'large interchange')
  yield encoded(["UNA:+.? '", segment('UNB', ['UNOA', '2'], 'LINE1', 'CUSTOMS', ['261101', '1200'], '1')])
  for (let at = 1; at <= messages; at++) yield encoded(messageOf(random, at, consignments))
  yield encoded([segment('UNZ', String(messages), '1')])
}

const encoded = (segments: readonly string[]): Uint8Array =>
  new TextEncoder().encode(segments.map((each) => (each.startsWith('UNA') ? each : `${each}'`)).join('\n') + '\n')

const messageOf = (random: Random, control: number, consignments: number): string[] => {
  const boxes = Array.from({ length: Math.ceil(consignments / 2) }, () => drawContainerNumber(random, false))
  const segments = [
    segment('UNH', String(control), ['CUSCAR', 'D', '95B', 'UN']),
    segment('BGM', '785', `LINE1M${control}`, '9'),
    segment('DTM', ['137', '202611011200', '203']),
    segment('NAD', 'CA', ['LIN1', '172', '20'], '', 'LINE ONE'),
    segment('TDT', '20', '126W', '1', '', ['LIN1', '172', '20'], '', '', ['9074729', '146', '11', 'NORTHERN DELTA']),
    segment('LOC', '60', ['JMKIN', '139', '6']),
    segment('DTM', ['132', '202611051200', '203']),
    segment('GIS', '23'),
    ...boxes.flatMap((box) => [segment('EQD', 'CN', box, ['45G1', '102', '5'], '', '3', '5')]),
    ...Array.from({ length: consignments }, (_, at) =>
      billOf(random, `LINE1M${control}B${at + 1}`, at + 1, boxes[at >> 1] ?? '')
    ).flat(),
  ]
  return [...segments, segment('UNT', String(segments.length + 1), String(control))]
}

const billOf = (random: Random, reference: string, at: number, box: string): string[] => {
  const packages = random.int(2, 900)
  const weight = String(packages * random.int(4, 40) + 0.5)
  const goods = `${random.pick(GOODS)}, ${random.pick(WORDS)} GRADE ${random.int(1, 99)}, ${random.int(1, 40)} PALLETS`
  return [
    segment('CNI', String(at), reference),
    segment('RFF', ['BM', reference]),
    segment('CNT', ['7', weight, 'KGM']),
    segment('CNT', ['11', String(packages)]),
    segment('LOC', '88', place(random)),
    segment('LOC', '9', place(random)),
    segment('LOC', '11', ['JMKIN', '139', '6']),
    segment('LOC', '7', ['JMKIN', '139', '6']),
    segment('GIS', '23'),
    party(random, 'CZ', 'CN'),
    party(random, 'CN', 'JM'),
    segment('RFF', ['VA', random.digits(9)]),
    segment('CTA', 'IC'),
    segment('COM', [`876${random.digits(7)}`, 'TE']),
    party(random, 'N1', 'JM'),
    segment('GID', '1', [String(packages), random.pick(PACKAGES)]),
    segment('FTX', 'AAA', '', '', [goods, `ORDER ${random.digits(6)}`]),
    segment('MEA', 'AAE', 'G', ['KGM', weight]),
    segment('MEA', 'AAE', 'AAW', ['MTQ', String(random.int(2, 60))]),
    segment('SGP', box, String(packages)),
    segment('CST', '', [random.pick(['0303.89', '6907.21', '8708.99', '5205.11', '4012.20', '3208.10']), '122']),
  ]
}

const place = (random: Random): readonly string[] => [random.pick(PORTS), '139', '6']

const party = (random: Random, role: string, country: string): string => {
  const name = escape(`${random.pick(WORDS)} ${random.pick(WORDS)} ${random.pick(KINDS)}`)
  const street = `${random.int(1, 400)} ${random.pick(WORDS)} ROAD`
  return segment(
    'NAD',
    role,
    '',
    '',
    [name],
    [street, `UNIT ${random.int(1, 90)}`],
    random.pick(WORDS),
    '',
    '',
    country
  )
}
