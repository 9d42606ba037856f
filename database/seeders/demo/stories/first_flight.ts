import { DAY, HOUR, type Instant } from '#core/kernel/instant'
import type { Bill, PlannedCall } from '../filing.js'
import type { Story, StoryContext } from '../story.js'
import { filing, party, upcoming } from './draft.js'

const KEY = 'flight'

const SENDER = party('Brickell Gift House Inc', '8100 NW 25th Street', 'Miami', 'US')
const RECEIVER = party('Paradise Plaza Stores Ltd', '4 Gloucester Avenue', 'Montego Bay', 'JM', {
  taxId: { type: 'TRN', value: '004119872' },
})

const WAYBILL: Omit<Bill, 'reference'> = {
  master: null,
  nature: '23',
  receipt: null,
  loading: 'USMIA',
  transhipment: [],
  discharge: 'JMKIN',
  delivery: null,
  originCountry: 'US',
  destinationCountry: 'JM',
  consignor: SENDER,
  consignee: RECEIVER,
  notify: null,
  line: { description: 'TABLET COMPUTERS', hs: null, packages: 6, package: 'CT', weightKg: 84, volumeM3: 0.5 },
  boxes: [],
  freight: 0,
}
const goods = (description: string, weightKg: number, volumeM3: number): Bill['line'] => ({
  ...WAYBILL.line,
  description,
  weightKg,
  volumeM3,
})

/** Waybills by what sets them apart; the last one has a check digit that does not fit. */
// prettier-ignore
const WAYBILLS: readonly Bill[] = [
  { ...WAYBILL, reference: '729-10000013' },
  { ...WAYBILL, reference: '729-10000024', loading: 'HTPAP', consignor: party('Atelier Bois Rouge', '12 Rue Pavee', 'Port-au-Prince', 'HT'), line: goods('WOODEN MASKS', 60, 0.4) },
  { ...WAYBILL, reference: '729-10000035', line: goods('CERAMIC FLOOR TILES', 820, 0.7) },
  { ...WAYBILL, reference: '729-10000046', line: goods('LADIES GARMENTS', 510, 0.5) },
  { ...WAYBILL, reference: '729-10000050', consignee: party('Doreen Palmer', 'Pelican Bay Resort, room 12', 'Negril', 'JM'), line: goods('SHOES', 9, 0.06) },
  { ...WAYBILL, reference: '729-10000061', consignor: { ...SENDER, street: '', city: '' } },
  { ...WAYBILL, reference: '729-10000094', consignee: party('Marva Grant', '9 Union Street', 'Montego Bay', 'JM'), line: goods('PHONE COVERS', 4, 0.03), value: 98 },
  { ...WAYBILL, reference: '729-10000105', consignee: party('Marva Grant', '9 Union Street', 'Montego Bay', 'JM'), line: goods('PHONE STANDS', 5, 0.04), value: 99 },
  { ...WAYBILL, reference: '729-10000072', consignor: party('Alpenrose Commodities AG', 'Bahnhofstrasse 4', 'Zug', 'CH'), line: goods('WATCHES', 12, 0.05) },
  { ...WAYBILL, reference: '729-10000088', line: goods('BABY CLOTHES', 40, 0.3) },
]

/** One flight with a waybill for each indicator of air cargo; another, two days before, had part of one. */
export const firstFlight: Story = {
  key: KEY,
  administrations: ['JM'],
  filings(context) {
    const call = flightOf(context)
    const loads = WAYBILLS.map((bill) => ({ bill, boxes: [] }))
    const earlier = { ...call, id: 'JM-FLIGHT/411', meansName: 'CH411', voyage: 'CH411', ...daysBefore(call, 2) }
    return [
      // Part of the first waybill flew before.
      filing(context, KEY, earlier, filedBefore(context, earlier), loads.slice(0, 1)),
      filing(context, KEY, call, filedBefore(context, call), loads),
    ]
  },
}

const daysBefore = ({ eta, etd }: PlannedCall, days: number) => ({ eta: eta - days * DAY, etd: etd - days * DAY })

/** Lands this evening; no ship, and no row of the calls file. */
const flightOf = (context: StoryContext): PlannedCall => ({
  ...upcoming(context, 6),
  id: 'JM-FLIGHT/417',
  flight: true,
  meansName: 'CH417',
  imo: '',
  callSign: '',
  voyage: 'CH417',
  eta: context.now + 6 * HOUR,
  etd: context.now + 8 * HOUR,
  ata: null,
  port: 'JMKIN',
  previousPort: 'USMIA',
  silent: false,
})

const filedBefore = ({ now }: StoryContext, { eta }: PlannedCall): Instant => Math.min(eta - 7 * HOUR, now + DAY)
