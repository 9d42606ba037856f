import type { Instant } from '#core/kernel/instant'
import type { OrderType } from './codes.js'

export interface NewOrder {
  consignmentId: string
  siteId: string
  type: OrderType
  /** One container of the consignment; `null` for all of it. */
  equipment: string | null
  /** A shift of a day at the site, where the site has shifts. */
  slot: { day: string; shift: string } | null
  usefulUntil: Instant
}

/** Who asked: an officer at the desk, or the sealed draw (issue 6), of which no officer knows. */
export type OrderedBy =
  { kind: 'officer'; id: string; mayOverBook: boolean; overBooked: string | null } | { kind: 'random' }
