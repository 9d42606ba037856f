import { DAY, HOUR } from '#core/kernel/instant'
import type { PastCargo } from './past_cargo.js'
import { pick, roll } from './roll.js'

export interface Finding {
  what: string
  place: string
  quantity: string
  unit: string
  value: number
}

/** One order of the demonstration and how far it came. Times are milliseconds. */
export interface PlannedOrder {
  cargo: PastCargo
  random: boolean
  type: (typeof TYPES)[number]
  state: 'ordered' | 'accepted' | 'refused' | 'done' | 'reviewed' | 'missed'
  orderedAt: number
  startedAt: number | null
  doneAt: number | null
  reviewedAt: number | null
  usefulUntil: number
  result: 'resultant' | 'not_resultant' | 'inconclusive' | 'not_examined' | null
  minutes: number
  finding: Finding | null
  enforcement: string
}

const IN_REEFERS = ['evaporator_housing', 'compressor_space', 'floor_channels', 'in_cargo']
const ELSEWHERE = ['in_cargo', 'in_packaging', 'among_cargo', 'doors', 'front_wall', 'floor']
const FINDS: readonly (Omit<Finding, 'place'> & { enforcement: string })[] = [
  { what: 'narcotics', quantity: '38.5', unit: 'kg', value: 115_500_000, enforcement: 'seizure' },
  { what: 'misdeclared_goods', quantity: '120', unit: 'packages', value: 1_840_000, enforcement: 'penalty' },
  { what: 'undeclared_goods', quantity: '46', unit: 'packages', value: 920_000, enforcement: 'penalty' },
  { what: 'counterfeits', quantity: '900', unit: 'pieces', value: 2_250_000, enforcement: 'detention' },
  { what: 'tobacco_alcohol', quantity: '300', unit: 'packages', value: 4_100_000, enforcement: 'seizure' },
  { what: 'undervaluation', quantity: '1', unit: 'packages', value: 640_000, enforcement: 'penalty' },
]
const TYPES = ['physical', 'physical', 'scan', 'scan', 'tailgate', 'documentary'] as const
const MINUTES: Readonly<Record<string, number>> = { physical: 150, scan: 25, tailgate: 55, documentary: 35 }

/** Which cargo of the month was ordered, and what it came to: targeting finds more than chance, and not always. */
export function planInspections(month: readonly PastCargo[], seed: number, now: number): PlannedOrder[] {
  const planned: PlannedOrder[] = []
  for (const cargo of month) {
    const at = (question: string) => roll(seed, cargo.reference, question)
    const arrival = cargo.arrival.getTime()
    const targeted = cargo.alerts.length > 0 && at('order') < (cargo.high ? 0.75 : 0.3)
    const random = cargo.alerts.length === 0 && at('order') < 0.035
    const past = arrival < now - DAY / 2
    // Of ships that are still to come a few orders wait.
    if (past ? !targeted && !random : !(targeted && arrival < now + 1.5 * DAY && at('ahead') < 0.2)) continue
    planned.push(past ? carriedOut(cargo, random, at, now) : waiting(cargo, at, now))
  }
  return planned.sort((a, b) => a.orderedAt - b.orderedAt || (a.cargo.reference < b.cargo.reference ? -1 : 1))
}

type At = (question: string) => number

const BLANK = { startedAt: null, doneAt: null, reviewedAt: null, result: null, minutes: 0, finding: null } as const

function waiting(cargo: PastCargo, at: At, now: number): PlannedOrder {
  const arrival = cargo.arrival.getTime()
  return {
    ...BLANK,
    cargo,
    random: false,
    type: pick(TYPES, at('type')),
    state: at('accepted') < 0.3 ? 'accepted' : 'ordered',
    orderedAt: Math.min(now - HOUR, arrival - 6 * HOUR) - at('ordered') * 4 * HOUR,
    usefulUntil: Math.max(arrival, now) + (6 + Math.round(at('until') * 18)) * HOUR,
    enforcement: 'none',
  }
}

function carriedOut(cargo: PastCargo, random: boolean, at: At, now: number): PlannedOrder {
  const arrival = cargo.arrival.getTime()
  const type = pick(TYPES, at('type'))
  const base = {
    ...BLANK,
    cargo,
    random,
    type,
    orderedAt: arrival - (5 + at('ordered') * 20) * HOUR,
    usefulUntil: arrival + 30 * HOUR,
    enforcement: 'none',
  }
  const fate = at('fate')
  if (fate < 0.06) return { ...base, state: 'missed', doneAt: arrival + (8 + at('done') * 6) * HOUR }
  if (fate < 0.08) return { ...base, state: 'refused', doneAt: arrival + 2 * HOUR }
  const startedAt = arrival + (3 + at('started') * 6) * HOUR
  const minutes = Math.round((MINUTES[type] ?? 60) * (0.6 + at('minutes')))
  const doneAt = Math.min(startedAt + minutes * 60_000 + HOUR, now - HOUR)
  const reviewedAt = doneAt + (3 + at('reviewed') * 24) * HOUR
  const reviewed = reviewedAt < now
  const outcome = outcomeOf(cargo, random, at)
  return {
    ...base,
    ...outcome,
    state: reviewed ? 'reviewed' : 'done',
    startedAt: Math.min(startedAt, doneAt - HOUR / 2),
    doneAt,
    reviewedAt: reviewed ? reviewedAt : null,
    minutes: outcome.result === 'not_examined' ? 10 : minutes,
  }
}

function outcomeOf(
  cargo: PastCargo,
  random: boolean,
  at: At
): Pick<PlannedOrder, 'result' | 'finding' | 'enforcement'> {
  const hit = random ? 0.02 : cargo.high ? 0.2 : 0.09
  const luck = at('luck')
  if (luck < hit) {
    const { enforcement, ...find } = pick(FINDS, at('find'))
    const place = pick(cargo.reefer ? IN_REEFERS : ELSEWHERE, at('place'))
    return { result: 'resultant', finding: { ...find, place }, enforcement }
  }
  const result = luck > 0.97 ? 'not_examined' : luck > 0.95 ? 'inconclusive' : 'not_resultant'
  return { result, finding: null, enforcement: 'none' }
}
