import { DAY, HOUR, type Instant } from '#core/kernel/instant'
import { imoCheckDigit } from '#core/reference/check_digits'
import { SHIP_NAMES } from './data/ship_names.js'
import type { PlannedCall } from './filing.js'
import { COUNTRIES } from './ports.js'
import { Random } from './prng.js'
import { SERVICES, type Service } from './services.js'
import type { DemoAdministration, TrafficRequest } from './traffic.js'

const WEEK = 7 * DAY
/** No message stands further before the arrival of its ship. */
export const MAX_LEAD = 6 * DAY
/** Full traffic: ships whose filings all fall into the current month. */
export const MONTH = 30 * DAY
const SHIPS_PER_SERVICE = 5
const MONTH_OF_WEEKS = 30.4375 / 7

/** The ships' calls of history and present in order of arrival. Light: a few thousand small objects. */
export const planCalls = (request: Required<TrafficRequest>): PlannedCall[] => {
  const services = SERVICES[request.administration]
  const weeks = Math.ceil(((request.historyMonths + 1) * 30.4375) / 7) + 1
  const start = request.now - (request.historyMonths + 1) * 30.4375 * DAY
  const calls: Draft[] = []
  for (let back = weeks; back >= 0; back--) {
    for (const service of services) {
      const eta = request.now + phaseOf(request, service, services.length) - back * WEEK
      if (eta >= start) calls.push({ service, back, eta })
    }
  }
  calls.sort((a, b) => a.eta - b.eta)
  return share(request, calls)
}

interface Draft {
  readonly service: Service
  readonly back: number
  readonly eta: Instant
}

/** Arrival of the latest call against `now`: given for the ships of the stories, spread over the week otherwise. */
const phaseOf = (request: Required<TrafficRequest>, service: Service, services: number): number => {
  if (service.phase !== null) return service.phase
  const random = new Random(request.seed, 'phase', service.key)
  const slot = 72 * HOUR - ((service.slot + random.between(0.1, 0.9)) / services) * WEEK
  return Math.round(slot / 60_000) * 60_000
}

/** Hands the current month's consignments to its calls so that they add up exactly, and thinly to history. */
const share = (request: Required<TrafficRequest>, drafts: readonly Draft[]): PlannedCall[] => {
  const fullFrom = request.now - MONTH + MAX_LEAD
  const full = drafts.filter(({ eta, service, back }) => eta >= fullFrom && !isSilent(service, back))
  const fixed = (draft: Draft): number => (draft.back === 0 ? (draft.service.share ?? 0) : 0)
  const free = request.consignments * (1 - full.reduce((sum, draft) => sum + fixed(draft), 0))
  const weights = full.reduce((sum, draft) => sum + (fixed(draft) ? 0 : draft.service.size), 0)
  const weekly = request.historyConsignmentsPerMonth / MONTH_OF_WEEKS
  const sizes = SERVICES[request.administration].reduce((sum, service) => sum + service.size, 0)
  let owed = 0
  let given = 0
  return drafts.map((draft) => {
    const { service, back, eta } = draft
    if (isSilent(service, back)) return callOf(request, draft, 0)
    if (eta < fullFrom) {
      const random = new Random(request.seed, 'light', service.key, back)
      return callOf(request, draft, Math.floor((weekly * service.size) / sizes + random.next()))
    }
    owed += fixed(draft) ? fixed(draft) * request.consignments : (free * service.size) / weights
    const count = Math.round(owed) - given
    given += count
    return callOf(request, draft, count)
  })
}

const isSilent = (service: Service, back: number): boolean => service.silent && back === 0

const callOf = (request: Required<TrafficRequest>, draft: Draft, consignments: number): PlannedCall => {
  const { service, back, eta } = draft
  const random = new Random(request.seed, 'call', service.key, back)
  const ship = shipOf(request.administration, service, back)
  const delay = Math.round(random.between(-2, 9) * 60) * 60_000
  const port = COUNTRIES[request.administration].ports.find(({ code }) => code === service.port)
  return {
    id: `${service.key}/${back}`,
    administration: request.administration,
    ...ship,
    voyage: service.voyage((service.voyageBase - back + 1000) % 1000),
    carrier: service.carrier,
    port: service.port,
    eta,
    etd: eta + random.int(14, 30) * HOUR,
    ata: back === 0 && eta > request.now ? null : Math.min(request.now, eta + (back === 0 ? 0 : delay)),
    berth: back === 0 && service.berth !== null ? service.berth : random.pick(port?.berths ?? ['']),
    previousPort: service.previousPort,
    origins: service.origins,
    consignments,
    silent: isSilent(service, back),
  }
}

interface Ship {
  readonly meansName: string
  readonly imo: string
  readonly callSign: string
  readonly flag: string
}

/** Five ships share a service; the first of a story's service is named. */
const shipOf = (administration: DemoAdministration, service: Service, back: number): Ship => {
  const place = back % SHIPS_PER_SERVICE
  const random = new Random('ship', administration, service.key, place)
  const own = place === 0 ? service.ship : null
  const number = (administration === 'GT' ? 0 : 120) + ((service.slot * SHIPS_PER_SERVICE + place) % 120)
  const body = String(981_000 + ((number * 157 + 13) % 18_900))
  return {
    meansName: own?.name ?? SHIP_NAMES[number] ?? '',
    imo: own?.imo ?? `${body}${imoCheckDigit(`${body}0`).expected ?? 0}`,
    callSign: `${random.pick(['3E', 'D5', 'V7', 'A8', '9H'])}${random.pick([...'ABCDEFGH'])}${random.pick([...'KLMNPQRS'])}${random.int(2, 9)}`,
    flag: own?.flag ?? random.pick(['PA', 'LR', 'MH', 'SG', 'MT', 'PT']),
  }
}
