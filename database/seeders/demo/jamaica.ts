import type { Instant } from '#core/kernel/instant'
import { boxesOf, correct, corrected, oneOf } from './amendments.js'
import { directLane, drawBox, drawFullLoad, drawLane, drawSmallLot, type LoadedBill } from './bills.js'
import { consignor } from './companies/consignors.js'
import type { DemoParty } from './companies/party.js'
import { jamaicanFiler, type CarrierFiler } from './filers.js'
import type { Bill, Box, Filing, PlannedCall } from './filing.js'
import { goodsFrom } from './goods.js'
import type { Numbering } from './numbering.js'
import { RATES } from './dirt.js'
import { Random } from './prng.js'
import { drawAmendmentTime, drawFilingTime } from './timing.js'

const LARGEST_FILING = 400
/** Chance per original. Functions 20 and 21 replace the heading or the details alone. */
const AMENDMENTS = [
  { functionCode: '4', share: 0.12 },
  { functionCode: '5', share: 0.05 },
  { functionCode: '2', share: 0.03 },
  { functionCode: '3', share: 0.03 },
  { functionCode: '1', share: 0.008 },
  { functionCode: '20', share: 0.01 },
  { functionCode: '21', share: 0.01 },
] as const

interface Groups {
  readonly carrier: LoadedBill[]
  readonly partner: LoadedBill[]
  readonly exports: LoadedBill[]
  readonly houses: { readonly filer: CarrierFiler; readonly bills: Bill[]; readonly box: Box }[]
}

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
  return [...originals, ...originals.flatMap((base) => drawAmendments(random, base, numbering, now))]
}

const drawGroups = (
  random: Random,
  call: PlannedCall,
  filer: CarrierFiler,
  partner: CarrierFiler,
  numbering: Numbering
): Groups => {
  const groups: Groups = { carrier: [], partner: [], exports: [], houses: [] }
  let left = call.consignments
  while (left > 0) {
    const most = left
    const lane = drawLane(random, call)
    if (most > 4 && random.chance(0.03)) {
      const group = drawConsolidation(random, call, filer, numbering, most - 1)
      groups.houses.push(group.houses)
      groups.carrier.push(group.master)
      left -= group.houses.bills.length + 1
      continue
    }
    left -= 1
    if (random.chance(0.04)) groups.exports.push(exportLoad(random, call, filer, numbering))
    else if (random.chance(0.25))
      groups.partner.push(
        thinned(random, drawFullLoad(random, call, lane, billNumber(partner, lane.loading, numbering), null))
      )
    else
      groups.carrier.push(
        thinned(random, drawFullLoad(random, call, lane, billNumber(filer, lane.loading, numbering), null))
      )
  }
  return groups
}

const billNumber = (filer: CarrierFiler, loading: string, numbering: Numbering): string =>
  `${filer.code}${loading.slice(2)}${String(numbering.next(`bill/${filer.code}`)).padStart(7, '0')}`

/** Fields that senders forget. */
const thinned = (random: Random, { bill, boxes }: LoadedBill): LoadedBill => ({
  boxes,
  bill: random.chance(RATES.JM.missingWeight) ? { ...bill, line: { ...bill.line, weightKg: null } } : bill,
})

/** A master bill to a consolidator's agent and the houses inside its box. */
const drawConsolidation = (
  random: Random,
  call: PlannedCall,
  filer: CarrierFiler,
  numbering: Numbering,
  most: number
) => {
  const agent = jamaicanFiler(random.chance(0.6) ? 'OSPW' : 'SGRV')
  const lane = drawLane(random, call)
  const goods =
    goodsFrom(lane.origin).find(({ box }) => box === 'high40' || box === 'dry40') ?? random.pick(goodsFrom(lane.origin))
  const drawn = { ...drawBox(random, call, goods, 0), temperatureC: null }
  const master = billNumber(filer, lane.loading, numbering)
  const bills = Array.from({ length: Math.min(most, random.int(3, 12)) }, () => {
    const reference = billNumber(agent, lane.loading, numbering)
    return drawSmallLot(random, call, lane, reference, master, drawn)
  })
  const packages = bills.reduce((sum, { line }) => sum + line.packages, 0)
  const weightKg = Math.round(bills.reduce((sum, { line }) => sum + (line.weightKg ?? 0), 0) * 100) / 100
  const volumeM3 = Math.round(bills.reduce((sum, { line }) => sum + line.volumeM3, 0) * 100) / 100
  const box = { ...drawn, goodsKg: weightKg }
  const template = bills[0]
  if (!template) throw new RangeError('a consolidation has houses')
  const masterBill: Bill = {
    ...template,
    reference: master,
    master: null,
    notify: 'same',
    consignor: consignor({
      country: lane.origin,
      sector: template.line.packages % 2 === 0 ? 'hardware' : 'furniture',
      index: 0,
    }),
    consignee: agentParty(agent),
    line: {
      description: `CONSOLIDATED CARGO ${bills.length} HOUSE BILLS`,
      hs: null,
      packages,
      package: 'PK',
      weightKg,
      volumeM3,
    },
    freight: 1800,
  }
  return { houses: { filer: agent, bills, box }, master: { bill: masterBill, boxes: [box] } }
}

const agentParty = (agent: CarrierFiler): DemoParty => ({
  name: `${agent.name} JAMAICA LTD`,
  street: '14 Harbour Road',
  city: 'Kingston 15',
  country: 'JM',
  taxId: null,
  phone: '+1 876 555 0190',
  email: null,
})

const exportLoad = (random: Random, call: PlannedCall, filer: CarrierFiler, numbering: Numbering): LoadedBill => {
  const abroad = drawLane(random, call)
  const { bill, boxes } = drawFullLoad(
    random,
    call,
    directLane('JM', call.port),
    billNumber(filer, call.port, numbering),
    null
  )
  const buyer = drawFullLoad(random, call, abroad, '', null).bill.consignor
  return {
    boxes,
    bill: {
      ...bill,
      nature: '22',
      receipt: null,
      transhipment: [],
      discharge: abroad.loading,
      delivery: abroad.loading,
      destinationCountry: abroad.origin,
      consignee: buyer,
      notify: 'same',
    },
  }
}

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

export const documentNumber = (filer: CarrierFiler, call: PlannedCall, numbering: Numbering): string =>
  `${filer.code}${call.voyage.replace(/[^A-Z0-9]/g, '')}${String(numbering.next(`document/${filer.code}`)).padStart(5, '0')}`

const drawAmendments = (random: Random, base: Filing, numbering: Numbering, now: Instant): Filing[] =>
  AMENDMENTS.filter(({ share }) => random.chance(share))
    .slice(0, 1)
    .map(({ functionCode }) => ({
      ...base,
      ...amendedCargo(random, base, functionCode, numbering),
      functionCode,
      filedAt: drawAmendmentTime(random, base.filedAt),
    }))
    .filter(({ filedAt }) => filedAt <= now)

const amendedCargo = (
  random: Random,
  base: Filing,
  functionCode: string,
  numbering: Numbering
): Pick<Filing, 'bills' | 'boxes'> => {
  switch (functionCode) {
    case '4': {
      const one = oneOf(random, base)
      return { bills: one.bills.map((bill) => correct(random, bill)), boxes: boxesOf(base.boxes, one.bills) }
    }
    case '2': {
      const filer = jamaicanFiler(base.filer.code)
      const lane = drawLane(random, base.call)
      const { bill, boxes } = drawFullLoad(random, base.call, lane, billNumber(filer, lane.loading, numbering), null)
      return { bills: [bill], boxes }
    }
    case '3':
      return oneOf(random, base)
    case '1':
    case '20':
      return { bills: [], boxes: [] }
    default:
      return corrected(random, base)
  }
}
