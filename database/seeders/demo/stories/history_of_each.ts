import { DAY, HOUR, type Instant } from '#core/kernel/instant'
import { containerNumber } from '../containers.js'
import type { LoadedBill } from '../bills.js'
import type { Filing, PlannedCall } from '../filing.js'
import type { Story, StoryContext } from '../story.js'
import { from, lot, numbered, to } from './each_lot.js'
import { filing, inTime, upcoming } from './draft.js'

const KEY = 'history-of-each'

/** The last ship, not the Northern Celebration, that arrived so many days ago, of the same carrier where one is named; without a history the first. */
const before = ({ calls, now }: StoryContext, days: number, carrier?: string): PlannedCall => {
  const ships = calls.filter(({ meansName }) => meansName !== 'NORTHERN CELEBRATION')
  const found = ships.findLast(
    (call) => call.eta <= now - days * DAY && (carrier === undefined || call.carrier === carrier)
  )
  const ship = found ?? ships[0]
  if (!ship) throw new RangeError('no ship')
  return ship
}

const earlier = (context: StoryContext, call: PlannedCall, loads: readonly LoadedBill[]): Filing =>
  filing(context, `${KEY}-earlier`, call, call.eta - 60 * HOUR, loads)

const now = (context: StoryContext, call: PlannedCall, load: LoadedBill): Filing =>
  filing(context, KEY, call, inTime(context, call), [load])

/** The same document again with the bill as it is now. */
const changed = (original: Filing, { bill, boxes }: LoadedBill, filedAt: Instant): Filing => ({
  ...original,
  functionCode: '4',
  filedAt,
  bills: [bill],
  boxes,
})

type Planted = (context: StoryContext) => readonly Filing[]

/** Five firms on one telephone within some months. */
const sharedContact: Planted = (context) => {
  const at = (name: string) => to(name, { phone: '+1 876 555 0186' })
  const firms = ['Moore Town Metals Ltd', 'Accompong Textiles Ltd', 'Nanny River Foods Ltd', 'Charles Town Tools Ltd']
  const call = upcoming(context, 26)
  return [
    ...firms.map((name, each) => {
      const ship = before(context, 35 + each * 12)
      const reference = `EACHP15000${each + 2}`
      return earlier(context, ship, [
        lot(context, ship, 'P15', { reference, description: 'GARDEN HOSES', consignee: at(name) }),
      ])
    }),
    now(context, call, lot(context, call, 'P15', { description: 'GARDEN TOOLS', consignee: at('Scotts Hall Ltd') })),
  ]
}

/** One number, and five ways to write the name within three months. */
const spellings: Planted = (context) => {
  const names = [
    'Milk River Supplies Ltd',
    'Milk Rivver Supply Limited',
    'Milkriver Supplys Company',
    'M R Supplies Jamaica',
  ]
  const call = upcoming(context, 27)
  const consignee = (name: string) => numbered(name, '006630417')
  return [
    ...names.map((name, each) => {
      const ship = before(context, 34 + each * 8)
      const reference = `EACHD17000${each + 2}`
      return earlier(context, ship, [
        lot(context, ship, 'D17', { reference, description: 'PAINT BRUSHES', consignee: consignee(name) }),
      ])
    }),
    now(
      context,
      call,
      lot(context, call, 'D17', { description: 'PAINT ROLLERS', consignee: consignee('Milk Bath Trading') })
    ),
  ]
}

/** A carrier files a number again, for others. */
const numberAgain: Planted = (context) => {
  const call = upcoming(context, 28)
  const ship = before(context, 90, call.carrier)
  const others = { consignor: from('EC', 'Bahia Larga Exportadora S.A.'), consignee: to('Rio Bueno Stationers Ltd') }
  return [
    earlier(context, ship, [lot(context, ship, 'D10', { description: 'EXERCISE BOOKS', ...others })]),
    now(context, call, lot(context, call, 'D10', { description: 'ENVELOPES' })),
  ]
}

/** A box passed in transit three weeks ago, and comes back under another bill for others. */
const switchedBill: Planted = (context) => {
  const number = containerNumber('EACU', '500114')
  const ship = before(context, 21)
  const call = upcoming(context, 30)
  const transit = {
    reference: 'EACHR100002',
    consignor: from('PA', 'Istmo Claro Trading S.A.'),
    consignee: to('Cayo Norte Imports', { country: 'BZ' }),
    places: { nature: '24', delivery: 'BZBZE' },
  } as const
  return [
    earlier(context, ship, [lot(context, ship, 'R10', { description: 'STORAGE BOXES', number, ...transit })]),
    now(context, call, lot(context, call, 'R10', { description: 'STORAGE BOXES', number })),
  ]
}

/** One number on two ships that arrive within hours of each other. */
const clone: Planted = (context) => {
  const number = containerNumber('EACU', '500208')
  const { calls } = context
  const at = calls.findIndex(({ eta }, each) => {
    const next = calls[each + 1]
    return eta > context.now - 20 * DAY && next !== undefined && next.eta - eta < 10 * HOUR
  })
  const [one, other] = [calls[at], calls[at + 1]]
  if (!one || !other) throw new RangeError('no two ships within hours')
  const load = (call: PlannedCall, reference: string) =>
    lot(context, call, 'E08', { reference, description: 'MOP BUCKETS', number })
  const first = now(context, one, load(one, 'EACHE080001'))
  const second = now(context, other, load(other, 'EACHE080002'))
  return [first, { ...second, filedAt: Math.max(first.filedAt, second.filedAt) + HOUR }]
}

/** Changed four times since it was filed. */
const amendedOften: Planted = (context) => {
  const call = upcoming(context, 31)
  const load = (weightKg: number) => lot(context, call, 'D04', { description: 'BRACKETS', weightKg })
  const original = now(context, call, load(12_400))
  return [
    original,
    ...[12_450, 12_420, 12_480, 12_440].map((weightKg, each) =>
      changed(original, load(weightKg), Math.max(original.filedAt, context.now - 7 * HOUR) + (each + 1) * HOUR)
    ),
  ]
}

/** Goes elsewhere since two hours ago. */
const diverted: Planted = (context) => {
  const call = upcoming(context, 12)
  const load = (delivery: string) => lot(context, call, 'R09', { description: 'ROOF GUTTERS', places: { delivery } })
  const original = now(context, call, load(call.port))
  return [original, changed(original, load('JMMBJ'), context.now - 2 * HOUR)]
}

/** Eleven lots of tiles, and then something else. */
const otherGoods: Planted = (context) => {
  const consignee = numbered('Bull Bay Tile Centre Ltd', '003918820')
  const ship = before(context, 100)
  const call = upcoming(context, 32)
  const tiles = Array.from({ length: 11 }, (_, each) =>
    lot(context, ship, 'P17', {
      reference: `EACHP17${String(each + 2).padStart(4, '0')}`,
      description: 'CERAMIC WALL TILES',
      hs: '690721',
      consignee,
    })
  )
  return [
    earlier(context, ship, tiles),
    now(context, call, lot(context, call, 'P17', { description: 'HAIR CLIPPERS', hs: '851020', consignee })),
  ]
}

/** A number of a consignee that no taxpayer can have. */
const invalidNumber: Planted = (context) => {
  const call = upcoming(context, 33)
  const number = context.administration === 'JM' ? '00477123' : '66120943'
  const type = context.administration === 'JM' ? 'TRN' : 'NIT'
  const consignee = to('Rock River Hardware', { country: context.administration, taxId: { type, value: number } })
  return [now(context, call, lot(context, call, 'TAX', { description: 'DOOR HINGES', consignee }))]
}

/** What only history tells, for each indicator that the ordinary traffic never hits. */
export const historyOfEach: Story = {
  key: KEY,
  administrations: ['GT', 'JM'],
  filings: (context) =>
    (context.administration === 'GT'
      ? [invalidNumber]
      : [sharedContact, spellings, numberAgain, switchedBill, clone, amendedOften, diverted, otherGoods, invalidNumber]
    ).flatMap((plant) => plant(context)),
}
