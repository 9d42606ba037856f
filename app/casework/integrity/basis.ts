import type { OrderOfParties } from './queries/list_drawn_orders.js'
import { wasOpen } from '#core/integrity/drawn_order'
import { wilson } from '../interval.js'

/** What everything on the page is computed on. */
export interface Basis {
  orders: number
  /** Nobody was able when it was drawn last. */
  nobody: number
  /** One candidate: the draw says nothing. */
  alone: number
  /** Several candidates: what is compared. */
  open: number
  /** Orders of all that went to another than drawn (K38). */
  changed: { hits: number; of: number; interval: { low: number; high: number } | null }
}

export function basisOf(orders: readonly OrderOfParties[]): Basis {
  const nobody = orders.filter(({ candidates }) => candidates.length === 0).length
  const open = orders.filter(wasOpen).length
  const drawn = orders.filter((order) => order.drawn !== null)
  const hits = drawn.filter((order) => order.assigned !== order.drawn).length
  return {
    orders: orders.length,
    nobody,
    alone: orders.length - nobody - open,
    open,
    changed: { hits, of: drawn.length, interval: wilson(hits, drawn.length) },
  }
}
