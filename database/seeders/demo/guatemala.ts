import type { Instant } from '#core/kernel/instant'
import { corrected, oneOf } from './amendments.js'
import { directLane, drawBox, drawFullLoad, drawLane, drawSmallLot, type Lane } from './bills.js'
import { GT_FILERS } from './filers.js'
import type { Bill, Box, Filer, Filing, PlannedCall } from './filing.js'
import { goodsFrom } from './goods.js'
import type { Numbering } from './numbering.js'
import { Random } from './prng.js'
import { drawAmendmentTime, drawFilingTime } from './timing.js'

/** Share of amendments per original, from the corpus: functions 20, 2, 3, 1 and the same number sent again as 9. */
const AMENDMENTS = [
  { functionCode: '20', share: 0.1 },
  { functionCode: '2', share: 0.034 },
  { functionCode: '3', share: 0.0186 },
  { functionCode: '1', share: 0.0176 },
  { functionCode: '9', share: 0.006 },
] as const

/** All filings of one call: originals by several deconsolidators, then what amends them. */
export const guatemalaFilings = (seed: number, call: PlannedCall, now: Instant, numbering: Numbering): Filing[] => {
  const random = new Random(seed, 'GT', call.id)
  const originals: Filing[] = []
  for (let left = call.consignments; left > 0;) {
    const original = drawOriginal(random, call, now, numbering, left)
    originals.push(original)
    left -= original.bills.length
  }
  return [...originals, ...originals.flatMap((base) => drawAmendments(random, base, numbering, now))]
}

const drawOriginal = (random: Random, call: PlannedCall, now: Instant, numbering: Numbering, most: number): Filing => {
  const filer = GT_FILERS[random.zipf(GT_FILERS.length)] ?? GT_FILERS[0]
  if (!filer) throw new RangeError('no filer')
  const exported = random.chance(0.05)
  const lane = drawLane(random, call)
  const shared = !exported && most > 2 && random.chance(0.18)
  const cargo = exported
    ? exportLoad(random, call, lane, numbering)
    : shared
      ? sharedBox(random, call, lane, numbering, most)
      : fullLoad(random, call, lane, numbering)
  const filedAt = drawFilingTime(random, call, now)
  return {
    filedAt,
    filer,
    call,
    functionCode: '9',
    ...cargo,
    documentReference: documentNumber(filer, filedAt, numbering),
    previousReference: null,
    direction: exported ? 'export' : 'import',
    loading: lane.loading,
    story: null,
  }
}

/** `<code><two digits of the year><six digits>`. */
const documentNumber = (filer: Filer, filedAt: Instant, numbering: Numbering): string => {
  const year = new Date(filedAt).toISOString().slice(2, 4)
  return `${filer.code}${year}${String(numbering.next(`document/${filer.code}`) % 1_000_000).padStart(6, '0')}`
}

type Cargo = Pick<Filing, 'bills' | 'boxes'>

const masterNumber = (random: Random, call: PlannedCall): string =>
  `${random.chance(0.8) ? call.carrier : ''}${random.digits(9)}`
const houseNumber = (lane: Lane, call: PlannedCall, numbering: Numbering): string =>
  `${lane.loading.slice(2)}${call.port.slice(2)}${String(numbering.next(`house/${lane.loading}`)).padStart(5, '0')}`

const fullLoad = (random: Random, call: PlannedCall, lane: Lane, numbering: Numbering): Cargo => {
  const { bill, boxes } = drawFullLoad(
    random,
    call,
    lane,
    houseNumber(lane, call, numbering),
    masterNumber(random, call)
  )
  // one house in thirty comes without a box of its own
  return random.chance(0.03) ? { bills: [{ ...bill, boxes: [] }], boxes: [] } : { bills: [bill], boxes }
}

/** Several houses under one master in one box. */
const sharedBox = (random: Random, call: PlannedCall, lane: Lane, numbering: Numbering, most: number): Cargo => {
  const goods =
    goodsFrom(lane.origin).find(({ box }) => box === 'high40' || box === 'dry40') ?? random.pick(goodsFrom(lane.origin))
  const empty = drawBox(random, call, goods, 0)
  const master = masterNumber(random, call)
  const bills = Array.from({ length: Math.min(most, random.int(3, 14)) }, () =>
    drawSmallLot(random, call, lane, houseNumber(lane, call, numbering), master, empty)
  )
  return { bills, boxes: [{ ...empty, temperatureC: null, goodsKg: weightOf(bills) }] }
}

const weightOf = (bills: readonly Bill[]): number => bills.reduce((sum, { line }) => sum + (line.weightKg ?? 0), 0)

/** An export: consignor and consignee change sides, and the goods are the country's own. */
const exportLoad = (random: Random, call: PlannedCall, lane: Lane, numbering: Numbering): Cargo => {
  const loaded = drawFullLoad(
    random,
    { ...call, origins: ['GT'] },
    directLane('GT', call.port),
    `GUAEXP-${houseNumber(lane, call, numbering)}`,
    masterNumber(random, call)
  )
  const abroad = drawFullLoad(random, call, lane, '', null).bill.consignor
  const bill: Bill = {
    ...loaded.bill,
    nature: '22',
    originCountry: 'GT',
    destinationCountry: lane.origin,
    discharge: lane.loading,
    delivery: lane.loading,
    consignee: abroad,
    notify: 'same',
  }
  return { bills: [bill], boxes: loaded.boxes }
}

const drawAmendments = (random: Random, base: Filing, numbering: Numbering, now: Instant): Filing[] =>
  AMENDMENTS.filter(({ share }) => random.chance(share))
    .slice(0, 1)
    .map(({ functionCode }) => amendmentOf(random, base, functionCode, numbering))
    .filter(({ filedAt }) => filedAt <= now)

const amendmentOf = (random: Random, base: Filing, functionCode: string, numbering: Numbering): Filing => {
  const filedAt = drawAmendmentTime(random, base.filedAt)
  // three in four repeat the number they change; the others have their own and name the first in RFF+AFB
  const renumbered = functionCode !== '9' && random.chance(0.25)
  return {
    ...base,
    ...amendedCargo(random, base, functionCode, numbering),
    filedAt,
    functionCode,
    documentReference: renumbered ? documentNumber(base.filer, filedAt, numbering) : base.documentReference,
    previousReference: renumbered ? base.documentReference : null,
  }
}

const amendedCargo = (random: Random, base: Filing, functionCode: string, numbering: Numbering): Cargo => {
  if (functionCode === '1') return { bills: [], boxes: [] }
  if (functionCode === '3') return oneOf(random, base)
  if (functionCode !== '2') return corrected(random, base)
  const lane = directLane(base.bills[0]?.originCountry ?? 'US', base.loading)
  const known = base.direction === 'import' ? lane : drawLane(random, base.call)
  const boxes: readonly Box[] = base.boxes
  const box = boxes[0]
  const reference = houseNumber(known, base.call, numbering)
  return box
    ? { bills: [drawSmallLot(random, base.call, known, reference, base.bills[0]?.master ?? null, box)], boxes: [box] }
    : fullLoad(random, base.call, known, numbering)
}
