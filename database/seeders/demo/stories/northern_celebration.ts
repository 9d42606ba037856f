import { DAY, HOUR, type Instant } from '#core/kernel/instant'
import { drawFullLoad, drawLane, type LoadedBill } from '../bills.js'
import type { Filing, PlannedCall } from '../filing.js'
import { Random } from '../prng.js'
import type { Story, StoryContext } from '../story.js'
import { filing, loaded, party, type Plot } from './draft.js'

const KEY = 'northern-celebration'

const CONSIGNOR = party('Cerámicas Alto Nare S.A.S.', 'Calle 31 No. 41-20, Itagui', 'Medellin', 'CO', {
  phone: '+57 604 555 0142',
  email: 'ventas@altonare.example',
})
const CONSIGNEE = party('Blue Mahoe Interiors Ltd', 'P.O. Box 318', 'Kingston 10', 'JM', {
  taxId: { type: 'TRN', value: '001318744' },
  phone: '+1 876 555 0173',
  email: 'orders@bluemahoe.example',
})

const TILES: Plot = {
  reference: 'NRCL CTG 4471 0926',
  origin: 'CO',
  loading: 'COCTG',
  consignor: CONSIGNOR,
  consignee: CONSIGNEE,
  notify: 'same',
  description: 'CERAMIC FLOOR TILES 60X60',
  packages: 620,
  package: 'CT',
  weightKg: 16_420,
  volumeM3: 15.6,
  box: 'reefer40',
  number: 'NRCU4832072',
  seal: 'NR0088142',
  temperatureC: null,
  places: { receipt: 'COMDE', transhipment: ['VEPBL'], delivery: 'JMKIN' },
}

/** Months before now, bill and seal of the pair's only other consignments. */
// prettier-ignore
const EARLIER = [
  [20, 'NRCL CTG 2108 0325', 'NR0031877', 17_900],
  [13, 'NRCL CTG 3067 1025', 'NR0054210', 18_240],
  [6, 'NRCL CTG 3902 0526', 'NR0071936', 18_010],
] as const

/** Eight reasons, 163 points (INDICATORS 4.1): first filed with 16,420 kg, changed to 14,880 kg. */
export const northernCelebration: Story = {
  key: KEY,
  administrations: ['JM'],
  filings(context) {
    const call = shipAt(context, context.now)
    const original = filing(context, KEY, call, call.eta - 118 * HOUR, [
      ...neighbours(context, call),
      loaded(context, call, TILES),
    ])
    const lighter = loaded(context, call, { ...TILES, weightKg: 14_880 })
    const change: Filing = {
      ...original,
      functionCode: '4',
      filedAt: context.now - 28 * HOUR,
      bills: [lighter.bill],
      boxes: [...lighter.boxes],
    }
    return [...EARLIER.map((row) => earlier(context, row)), original, change]
  },
}

/** The last call of the ship's service that arrives after the instant, first of its kind. */
const shipAt = ({ calls }: StoryContext, instant: Instant): PlannedCall => {
  const found = calls.find(({ id, eta }) => id.startsWith('JM-NORTHERN CELEBRATION/') && eta >= instant)
  if (!found) throw new RangeError('the Northern Celebration is not planned')
  return found
}

const neighbours = ({ seed }: StoryContext, call: PlannedCall): LoadedBill[] => {
  const random = new Random(seed, KEY)
  return ['NRCLCTG44710924', 'NRCLCTG44710925'].map((reference) =>
    drawFullLoad(random, call, drawLane(random, call), reference, null)
  )
}

const earlier = (context: StoryContext, [months, reference, seal, weightKg]: (typeof EARLIER)[number]): Filing => {
  const at = context.now - months * 30.4375 * DAY
  const call =
    context.calls.find(({ id, eta }) => id.startsWith('JM-NORTHERN CELEBRATION/') && eta >= at) ??
    shipAt(context, context.now)
  const { number: _fixed, ...rest } = TILES
  return filing(context, `${KEY}-earlier`, call, call.eta - 80 * HOUR, [
    loaded(context, call, { ...rest, reference, seal, weightKg, box: 'dry20' }),
  ])
}
