import { directLane, drawBox, drawFullLoad, drawLane, drawSmallLot, type LoadedBill } from './bills.js'
import { consignor } from './companies/consignors.js'
import type { DemoParty } from './companies/party.js'
import { RATES } from './dirt.js'
import { jamaicanFiler, type CarrierFiler } from './filers.js'
import type { Bill, Box, PlannedCall } from './filing.js'
import { goodsFrom } from './goods.js'
import type { Numbering } from './numbering.js'
import type { Random } from './prng.js'

interface Groups {
  readonly carrier: LoadedBill[]
  readonly partner: LoadedBill[]
  readonly exports: LoadedBill[]
  readonly houses: { readonly filer: CarrierFiler; readonly bills: Bill[]; readonly box: Box }[]
}

/** What comes with the ship, by who files it; adds up to the call's consignments. */
export const drawGroups = (
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

export const billNumber = (filer: CarrierFiler, loading: string, numbering: Numbering): string =>
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
