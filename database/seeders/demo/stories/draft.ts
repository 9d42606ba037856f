import { HOUR, type Instant } from '#core/kernel/instant'
import { BOXES, drawContainerNumber, type BoxKind } from '../containers.js'
import type { DemoParty } from '../companies/party.js'
import { GT_FILERS, jamaicanFiler } from '../filers.js'
import type { Bill, Box, Filer, Filing, PlannedCall } from '../filing.js'
import type { LoadedBill } from '../bills.js'
import { Random } from '../prng.js'
import type { StoryContext } from '../story.js'
import { toMinute } from '../timing.js'

/** A company or person of a story: only what matters to it needs saying. */
export const party = (
  name: string,
  street: string,
  city: string,
  country: string,
  rest: Partial<DemoParty> = {}
): DemoParty => ({
  name,
  street,
  city,
  country,
  taxId: null,
  phone: null,
  email: null,
  ...rest,
})

export interface Plot {
  readonly reference: string
  readonly origin: string
  readonly loading: string
  readonly consignor: DemoParty
  readonly consignee: DemoParty | null
  readonly notify?: Bill['notify']
  readonly description: string
  readonly packages: number
  readonly package: string
  readonly weightKg: number
  readonly volumeM3: number
  readonly box: BoxKind
  /** Fixed number of the box; drawn otherwise. */
  readonly number?: string
  readonly seal?: string
  readonly temperatureC?: number | null
  readonly empty?: boolean
  readonly hs?: string
  /** US dollars. */
  readonly value?: number
  readonly places?: Partial<
    Pick<Bill, 'receipt' | 'transhipment' | 'delivery' | 'nature' | 'destinationCountry' | 'master'>
  >
}

/** One full container as the plot tells it. */
export const loaded = ({ seed, administration }: StoryContext, call: PlannedCall, plot: Plot): LoadedBill => {
  const random = new Random(seed, 'story', plot.reference)
  const limits = BOXES[plot.box]
  const box: Box = {
    number: plot.number ?? drawContainerNumber(random, plot.box === 'reefer40'),
    sizeType: administration === 'JM' ? limits.iso : (limits.field[0] ?? limits.iso),
    seal: plot.seal ?? random.digits(7),
    tareKg: limits.tareKg,
    goodsKg: plot.weightKg,
    temperatureC: plot.temperatureC ?? null,
    ...(plot.empty === true && { empty: true }),
  }
  const { description, packages, weightKg, volumeM3 } = plot
  return {
    boxes: [box],
    bill: {
      reference: plot.reference,
      master: administration === 'GT' ? `${call.carrier}${random.digits(9)}` : null,
      nature: '23',
      receipt: plot.loading,
      loading: plot.loading,
      transhipment: [],
      discharge: call.port,
      delivery: call.port,
      originCountry: plot.origin,
      destinationCountry: administration,
      consignor: plot.consignor,
      consignee: plot.consignee,
      notify: plot.notify ?? null,
      line: { description, hs: plot.hs ?? null, packages, package: plot.package, weightKg, volumeM3 },
      boxes: [box.number],
      freight: 1850,
      ...(plot.value !== undefined && { value: plot.value }),
      ...plot.places,
    },
  }
}

/** The carrier (JM) or a deconsolidator (GT) of the call. */
const filerOf = ({ administration }: StoryContext, call: PlannedCall): Filer => {
  const first = GT_FILERS[0]
  if (!first) throw new RangeError('no filer')
  return administration === 'GT' ? first : jamaicanFiler(call.carrier)
}

export const filing = (
  context: StoryContext,
  story: string,
  call: PlannedCall,
  filedAt: Instant,
  loads: readonly LoadedBill[]
): Filing => {
  const filer = filerOf(context, call)
  const number = String(context.numbering.next('document/stories'))
  const year = new Date(filedAt).toISOString().slice(2, 4)
  return {
    filedAt: toMinute(filedAt),
    filer,
    call,
    story,
    functionCode: '9',
    documentReference:
      context.administration === 'GT'
        ? `${filer.code}${year}9${number.padStart(5, '0')}`
        : `${filer.code}${call.voyage.replace(/[^A-Z0-9]/g, '')}S${number.padStart(3, '0')}`,
    previousReference: null,
    direction: 'import',
    loading: loads[0]?.bill.loading ?? call.previousPort,
    bills: loads.map(({ bill }) => bill),
    boxes: [...new Map(loads.flatMap(({ boxes }) => boxes).map((box) => [box.number, box])).values()],
  }
}

/** The first ship, not the Northern Celebration, that arrives at least so many hours from now. */
export const upcoming = ({ calls, now }: StoryContext, hours: number): PlannedCall => {
  const found = calls.find((call) => call.eta >= now + hours * HOUR && call.meansName !== 'NORTHERN CELEBRATION')
  if (!found) throw new RangeError(`no ship in ${hours} hours`)
  return found
}

/** Filed in good time: sixty hours before arrival, or this morning when that has not come yet. */
export const inTime = ({ now }: StoryContext, call: PlannedCall): Instant =>
  Math.min(call.eta - 60 * HOUR, now - 7 * HOUR)
