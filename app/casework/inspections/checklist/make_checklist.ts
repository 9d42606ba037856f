import type { OrderType } from '../codes.js'
import { canLookAt, itemsOf, type BoxKind } from './items.js'

/** Changes whenever the same inputs would give another list. A list names the version it was made by. */
export const CHECKLIST_VERSION = 1

/** Confirmed inspections that found something at one place. */
export interface PastPlace {
  place: string
  /** On the same lane, in such boxes. */
  onLane: number
  /** In such boxes, on every lane. */
  inBoxes: number
  /** Day of the last one on the lane; `null` where there was none. */
  lastOnLane: string | null
}

/**
 * All that a list is made of (DECISIONS 18): where, what box, what goods, which lane, and what was found
 * before. Nothing of why the order was made, so that lists are made alike for every order.
 */
export interface ChecklistInputs {
  type: OrderType
  siteKind: string
  box: BoxKind
  /** HS chapters as filed, two digits, sorted. */
  chapters: readonly string[]
  /** `COCTG>JMKIN`; `null` where a port is not filed as a code. */
  lane: string | null
  past: readonly PastPlace[]
  /** Confirmed inspections with a find: on the lane in such boxes, and in such boxes anywhere. */
  findsOnLane: number
  findsInBoxes: number
}

interface ChecklistLine {
  code: string
  /** Why it stands where it stands: finds here, of how many, counted where. `null` for the ordinary lines. */
  past: { finds: number; of: number; where: 'lane' | 'boxes'; last: string | null } | null
}

/**
 * The lines of an order: the place of the last find on the lane first, then places by how often
 * something was found there (on the lane, then in such boxes), then what is always looked at.
 */
export function makeChecklist(inputs: ChecklistInputs): ChecklistLine[] {
  const { type, box, chapters, siteKind } = inputs
  const usual = itemsOf(type, box, chapters, siteKind === 'scanner')
  const known = inputs.past.filter(
    ({ place, onLane }) => canLookAt(type, place) && (onLane > 0 || usual.includes(place))
  )
  const ranked = [...known].sort(byPast(lastPlace(known)))
  const first = ranked.map((past): ChecklistLine => ({ code: past.place, past: explain(past, inputs) }))
  const named = new Set(first.map(({ code }) => code))
  return [...first, ...usual.filter((code) => !named.has(code)).map((code) => ({ code, past: null }))]
}

const lastPlace = (past: readonly PastPlace[]): string | null => {
  const dated = past.flatMap(({ place, lastOnLane }) => (lastOnLane ? [{ place, lastOnLane }] : []))
  return dated.sort((a, b) => compare(b.lastOnLane, a.lastOnLane) || compare(a.place, b.place))[0]?.place ?? null
}

const byPast = (last: string | null) => (a: PastPlace, b: PastPlace) =>
  Number(b.place === last) - Number(a.place === last) ||
  b.onLane - a.onLane ||
  b.inBoxes - a.inBoxes ||
  compare(a.place, b.place)

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const explain = (past: PastPlace, { findsOnLane, findsInBoxes }: ChecklistInputs): ChecklistLine['past'] =>
  past.onLane > 0
    ? { finds: past.onLane, of: findsOnLane, where: 'lane', last: past.lastOnLane }
    : { finds: past.inBoxes, of: findsInBoxes, where: 'boxes', last: null }
