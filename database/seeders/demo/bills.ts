import { BOXES, breakCheckDigit, drawContainerNumber } from './containers.js'
import type { Bill, Box, NatureCode, PlannedCall } from './filing.js'
import { describe, drawQuantity, goodsFrom, setPoint, type Goods } from './goods.js'
import { PORTS, RECEIPTS, REGIONS, TRANSHIPMENT } from './ports.js'
import type { Random } from './prng.js'
import type { DemoParty } from './companies/party.js'
import { drawTrade } from './companies/relations.js'
import { RATES } from './dirt.js'

/** One consignment with its containers, as both administrations' filings need it. */
export interface LoadedBill {
  readonly bill: Bill
  readonly boxes: readonly Box[]
}

export interface Lane {
  readonly origin: string
  readonly loading: string
  /** Where the goods of this lane are taken over inland, or `null` for the port itself. */
  readonly inland: string | null
  /** Port where they change ship. */
  readonly via: string | null
}

export const drawLane = (random: Random, call: PlannedCall): Lane => {
  const origin = random.pick(call.origins.filter((country) => country !== call.administration))
  const ports = PORTS[origin]
  if (!ports) throw new RangeError(`no port of loading in ${origin}`)
  const loading = ports[random.zipf(ports.length)] ?? call.previousPort
  const receipts = RECEIPTS[origin]
  const changes = (TRANSHIPMENT[REGIONS[origin] ?? 'america'] ?? []).filter((port) => !port.startsWith(origin))
  return {
    origin,
    loading,
    inland: receipts && random.chance(0.3) ? random.pick(receipts) : null,
    via: random.chance(0.35) ? random.pick(changes) : null,
  }
}

/** A lane that starts at the given port and goes straight. */
export const directLane = (origin: string, loading: string): Lane => ({ origin, loading, inland: null, via: null })

export const drawBox = (random: Random, call: PlannedCall, goods: Goods, goodsKg: number): Box => {
  const limits = BOXES[goods.box]
  const rates = RATES[call.administration]
  const number = drawContainerNumber(random, goods.box === 'reefer40')
  return {
    number: random.chance(rates.wrongContainer) ? breakCheckDigit(number) : number,
    sizeType:
      call.administration === 'JM'
        ? limits.iso
        : random.chance(rates.unknownSizeType)
          ? 'XXXX'
          : random.pick(limits.field),
    seal: random.chance(rates.sealed) ? drawSeal(random) : null,
    tareKg: call.administration === 'JM' ? limits.tareKg : goods.box.endsWith('20') ? 4000 : 7000,
    goodsKg,
    temperatureC: setPoint(goods),
  }
}

const drawSeal = (random: Random): string =>
  `${random.pick(['', '', 'CM', 'H', 'ML-', 'SL'])}${random.digits(random.int(6, 7))}`

/** A full-container consignment of one line of goods from the lane's country. */
export const drawFullLoad = (
  random: Random,
  call: PlannedCall,
  lane: Lane,
  reference: string,
  master: string | null
): LoadedBill => {
  const goods = random.pick(goodsFrom(lane.origin))
  const count = goods.sector === 'vehicles' || random.chance(0.82) ? 1 : random.int(2, 4)
  const quantity = drawQuantity(random, goods, count)
  const boxes = Array.from({ length: count }, () => drawBox(random, call, goods, Math.round(quantity.weightKg / count)))
  const { consignor, consignee } = drawTrade(random, call.administration, lane.origin, goods.sector)
  const nature = drawNature(random, call)
  return {
    boxes,
    bill: {
      ...placesOf(random, call, lane, nature),
      reference,
      master,
      nature,
      consignor,
      ...receivers(random, call, consignee),
      line: {
        description: drawText(random, call, goods),
        hs: random.chance(0.013) ? goods.hs : null,
        package: drawPackage(random, call, goods),
        packages: quantity.packages,
        weightKg: quantity.weightKg,
        volumeM3: quantity.volumeM3,
      },
      boxes: boxes.map(({ number }) => number),
      freight: random.chance(0.25) ? 0 : random.int(600, 3200) * count,
    },
  }
}

/** A small lot inside a shared box (or loose, when there is none). */
export const drawSmallLot = (
  random: Random,
  call: PlannedCall,
  lane: Lane,
  reference: string,
  master: string | null,
  box: Box | null
): Bill => {
  const goods = random.pick(
    goodsFrom(lane.origin).filter((candidate) => candidate.kgPerPackage < 1000 && candidate.box !== 'reefer40')
  )
  const quantity = drawQuantity(random, goods, 1, random.between(0.01, 0.1))
  const { consignor, consignee } = drawTrade(random, call.administration, lane.origin, goods.sector)
  return {
    ...placesOf(random, call, lane, '23'),
    reference,
    master,
    nature: '23',
    consignor,
    ...receivers(random, call, consignee),
    line: {
      description: drawText(random, call, goods),
      hs: null,
      package: drawPackage(random, call, goods),
      packages: quantity.packages,
      weightKg: quantity.weightKg,
      volumeM3: quantity.volumeM3,
    },
    boxes: box ? [box.number] : [],
    freight: random.chance(0.25) ? 0 : random.int(40, 420),
  }
}

const drawText = (random: Random, call: PlannedCall, goods: Goods): string =>
  describe(random, goods, call.administration === 'GT' && random.chance(0.7) ? 'spanish' : 'english')

/** In Guatemala three packages in four are filed as PA, whatever they are. */
const drawPackage = (random: Random, call: PlannedCall, goods: Goods): string =>
  call.administration === 'GT' && random.chance(0.72) ? 'PA' : goods.package

const drawNature = (random: Random, call: PlannedCall): NatureCode => {
  if (call.administration === 'GT') return random.chance(0.015) ? '24' : '23'
  return random.chance(0.04) ? '28' : '23'
}

type BillPlaces = Pick<
  Bill,
  'receipt' | 'loading' | 'transhipment' | 'discharge' | 'delivery' | 'originCountry' | 'destinationCountry'
>

const ONWARD = ['KYGEC', 'HTPAP', 'TCPLS', 'BSFPO', 'DOHAI'] as const

const placesOf = (random: Random, call: PlannedCall, lane: Lane, nature: NatureCode): BillPlaces => {
  const delivery = nature === '28' ? random.pick(ONWARD) : call.port
  return {
    receipt: random.chance(0.75) ? (lane.inland ?? lane.loading) : null,
    loading: lane.loading,
    transhipment: lane.via === null ? [] : [lane.via],
    discharge: call.port,
    delivery: random.chance(0.9) ? delivery : null,
    originCountry: lane.origin,
    destinationCountry: nature === '24' ? random.pick(['BZ', 'SV', 'HN']) : delivery.slice(0, 2),
  }
}

const receivers = (random: Random, call: PlannedCall, consignee: DemoParty): Pick<Bill, 'consignee' | 'notify'> => {
  if (call.administration === 'JM' && random.chance(0.015)) return { consignee: null, notify: consignee }
  if (call.administration === 'GT' && random.chance(0.01)) return { consignee: null, notify: null }
  const draw = random.next()
  return { consignee, notify: draw < 0.55 ? 'same' : draw < 0.9 ? consignee : null }
}
