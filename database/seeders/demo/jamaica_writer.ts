import { decimal, encode, escape, interchange, localParts, segment } from './cuscar_writer.js'
import { CLEAN, drawDirt, garble, RATES, type Dirt } from './dirt.js'
import { jamaicanFiler, type CarrierFiler } from './filers.js'
import type { Bill, Box, Filing } from './filing.js'
import { billOf, port } from './jamaica_bill_writer.js'
import { COUNTRIES } from './ports.js'
import { Random } from './prng.js'

const OFFSET = COUNTRIES.JM.offsetMinutes
const CUSTOMS = 'JMCUSTOMS'

/** Generic CUSCAR D.95B as ocean carriers and NVOCCs send it, each in its own way. */
export const writeJamaica = (filing: Filing, control: number): Uint8Array => {
  const filer = jamaicanFiler(filing.filer.code)
  const random = new Random('write', filing.documentReference, filing.functionCode, control)
  const dirt = filing.story === null ? drawDirt(random, 'JM') : CLEAN
  const headingOnly = filing.functionCode === '20'
  const cargo =
    filing.functionCode === '1' || headingOnly
      ? []
      : [
          ...filing.boxes.flatMap(boxOf),
          ...totalsOf(filing, dirt),
          ...filing.bills.flatMap((bill, at) => billOf(filing, bill, at, random)),
        ]
  const body =
    filing.functionCode === '1'
      ? []
      : [...conveyanceOf(filing, filer), segment('GIS', filing.direction === 'export' ? '22' : '23'), ...cargo]
  const segments = [
    segment('UNH', String(control), 'CUSCAR:D:95B:UN'),
    segment('BGM', filer.documentType, filing.documentReference, filing.functionCode),
    segment('DTM', [
      '137',
      filing.story === null && random.chance(RATES.JM.shortDate)
        ? stamp(filing.filedAt).slice(2, 8)
        : stamp(filing.filedAt),
      '203',
    ]),
    ...(filing.previousReference === null ? [] : [segment('RFF', ['ACW', filing.previousReference])]),
    filer.nvocc
      ? segment('NAD', 'CS', [filer.code, '172', 'ZZZ'], '', escape(filer.name))
      : segment('NAD', 'CA', [filer.code, '172', '20'], '', escape(filer.name)),
    ...body,
  ]
  const miscounted = filing.story === null && random.chance(0.02) ? 2 : 0
  const at = localParts(filing.filedAt, OFFSET)
  const opening = segment(
    'UNB',
    [filer.syntax, filer.syntax === 'UNOC' || filer.syntax === 'UNOW' ? '3' : '2'],
    filer.address,
    CUSTOMS,
    `${at.year.slice(2)}${at.month}${at.day}:${at.hour}${at.minute}`,
    String(control)
  )
  const text = interchange([
    opening,
    ...segments,
    segment('UNT', String(segments.length + 1 + miscounted), String(control)),
    segment('UNZ', '1', String(control)),
  ])
  return encode(finish(text, filer, dirt), filer.charset)
}

const finish = (text: string, filer: CarrierFiler, dirt: Dirt): string => {
  const cased = filer.upper ? text.toUpperCase() : text
  return dirt.mojibake && filer.charset === 'utf8' ? garble(cased) : cased
}

const stamp = (instant: number): string => {
  const at = localParts(instant, OFFSET)
  return `${at.year}${at.month}${at.day}${at.hour}${at.minute}`
}

const conveyanceOf = ({ call, direction, loading }: Filing, filer: CarrierFiler): string[] => {
  const tdt = segment('TDT', '20', call.voyage, '1', '', [call.carrier, '172', '20'], '', '', [
    call.imo,
    '146',
    '11',
    call.meansName,
    call.flag,
  ])
  if (direction === 'export') {
    return [
      tdt,
      segment('LOC', '9', port(call.port)),
      segment('DTM', ['133', stamp(call.etd), '203']),
      segment('LOC', '11', port(loading)),
    ]
  }
  return [
    tdt,
    // the port the ship left last; LOC 9 would read as the port of loading of every bill
    segment('LOC', '5', port(call.previousPort)),
    segment('LOC', filer.arrivalLocation, port(call.port)),
    segment('DTM', ['132', stamp(call.eta), '203']),
  ]
}

const boxOf = (box: Box): string[] => [
  segment('EQD', 'CN', box.number, [box.sizeType, '102', '5'], '', '3', box.empty ? '4' : '5'),
  segment('MEA', 'AAE', 'T', ['KGM', String(box.tareKg)]),
  ...(box.seal === null ? [] : [segment('SEL', box.seal, 'CA')]),
  ...(box.temperatureC === null ? [] : [segment('TMP', '2', [String(box.temperatureC), 'CEL'])]),
]

const totalsOf = ({ bills, boxes }: Filing, dirt: Dirt): string[] => {
  const sum = (value: (bill: Bill) => number): number => bills.reduce((total, bill) => total + value(bill), 0)
  return [
    segment('CNT', ['7', decimal(sum(({ line }) => line.weightKg ?? 0) + dirt.weightOff, 1), 'KGM']),
    segment('CNT', ['10', String(Math.max(1, bills.length + dirt.countOff))]),
    segment('CNT', ['11', String(sum(({ line }) => line.packages))]),
    segment('CNT', ['16', String(boxes.length)]),
  ]
}

/** `<filer>_<document>_<interchange>.edi`. */
export const jamaicaFilename = (filing: Filing, control: number): string =>
  `${filing.filer.code}_${filing.documentReference}_${control}.edi`
