import type { Instant } from '#core/kernel/instant'
import { jamaicanFiler, type CarrierFiler } from './filers.js'
import type { Bill, Box, Filing, PlannedCall } from './filing.js'
import type { LoadedBill } from './bills.js'
import { drawAmendments } from './jamaica_amendments.js'
import { drawGroups } from './jamaica_cargo.js'
import { isDegroupage } from './jamaica_degroupage.js'
import type { Numbering } from './numbering.js'
import { Random } from './prng.js'
import { drawFilingTime } from './timing.js'

const LARGEST_FILING = 400
/** All filings of one call: the carrier's manifest, a partner line's, exports, consolidators' houses, amendments. */
export const jamaicaFilings = (seed: number, call: PlannedCall, now: Instant, numbering: Numbering): Filing[] => {
  const random = new Random(seed, 'JM', call.id)
  const filer = jamaicanFiler(call.carrier)
  const partner = jamaicanFiler(
    random.pick(['NRCL', 'CBSL', 'MQLN', 'ATLV', 'KSTL', 'PLML'].filter((code) => code !== call.carrier))
  )
  const groups = drawGroups(random, call, filer, partner, numbering)
  const file = (
    sender: CarrierFiler,
    bills: readonly Bill[],
    boxes: readonly Box[],
    direction: 'import' | 'export'
  ): Filing => original(random, call, now, numbering, sender, bills, boxes, direction)
  const originals = [
    ...inParts(groups.carrier).map((part) => file(filer, ...unzip(part), 'import')),
    ...inParts(groups.partner).map((part) => file(partner, ...unzip(part), 'import')),
    ...inParts(groups.exports).map((part) => file(filer, ...unzip(part), 'export')),
    ...groups.houses.map((group) => file(group.filer, group.bills, [group.box], 'import')),
  ]
  return [...originals, ...originals.flatMap((base) => amendmentsOf(random, base, now, numbering))]
}

/** ASYCUDA has no function code: a degroupage is sent again whole, or not at all. */
const amendmentsOf = (random: Random, base: Filing, now: Instant, numbering: Numbering): Filing[] =>
  drawAmendments(random, base, numbering, now).filter((each) => !isDegroupage(base) || each.functionCode === '5')

const inParts = (loads: readonly LoadedBill[]): (readonly LoadedBill[])[] =>
  Array.from({ length: Math.ceil(loads.length / LARGEST_FILING) }, (_, at) =>
    loads.slice(at * LARGEST_FILING, (at + 1) * LARGEST_FILING)
  )

const unzip = (loads: readonly LoadedBill[]): [Bill[], Box[]] => [
  loads.map(({ bill }) => bill),
  loads.flatMap(({ boxes }) => boxes),
]

const original = (
  random: Random,
  call: PlannedCall,
  now: Instant,
  numbering: Numbering,
  filer: CarrierFiler,
  bills: readonly Bill[],
  boxes: readonly Box[],
  direction: 'import' | 'export'
): Filing => ({
  filedAt: drawFilingTime(random, call, now),
  filer,
  call,
  bills,
  boxes,
  direction,
  functionCode: '9',
  documentReference: documentNumber(filer, call, numbering),
  previousReference: null,
  loading: direction === 'export' ? (bills[0]?.discharge ?? call.previousPort) : call.previousPort,
  story: null,
})

const documentNumber = (filer: CarrierFiler, call: PlannedCall, numbering: Numbering): string =>
  `${filer.code}${call.voyage.replace(/[^A-Z0-9]/g, '')}${String(numbering.next(`document/${filer.code}`)).padStart(5, '0')}`
