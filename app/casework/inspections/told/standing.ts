import type { Examination } from '#core/cargo/examination'
import type { OrderType } from '../codes.js'
import type { OrderState } from '../order_machine.js'

/**
 * What became of a told result at the order that it answers. `taken`: it is the outcome, and a reviewer confirms it or sends
 * it back (`returned`). Everything else stands beside the order and changes nothing of it.
 */
export type Standing = 'taken' | 'returned' | 'beside' | 'ended' | 'incomplete' | 'other_examination' | 'other_cargo'

export interface ResultForOrder extends Pick<Examination, 'result' | 'examination'> {
  findings: number
  /** Whether it names cargo at all, and which of it is known here. */
  namesCargo: boolean
  consignments: readonly string[]
  /** Containers as compared. */
  boxes: readonly string[]
}

export interface OrderForResult {
  state: OrderState
  type: OrderType
  consignmentId: string
  /** One box of the cargo; `null`: all of it. */
  equipment: string | null
  /** Every box of the cargo, as compared. */
  cargoBoxes: readonly string[]
  /** Findings of an inspector that hold. */
  findings: number
}

/**
 * Whether a result is of all that the order asks to look at: one box of several does not answer for the others. Of a result
 * that names no cargo the order's number says it.
 */
export function isOfOrder(told: ResultForOrder, { consignmentId, equipment, cargoBoxes }: OrderForResult): boolean {
  const asked = equipment === null ? cargoBoxes : [equipment]
  const cargo = !told.namesCargo || told.consignments.includes(consignmentId)
  return cargo && (told.boxes.length === 0 || asked.every((box) => told.boxes.includes(box)))
}

/** Only an order that nobody here began is answered from outside: what an inspector wrote is never overwritten. */
export function standingOf(told: ResultForOrder, order: OrderForResult): Exclude<Standing, 'returned'> {
  if (!isOfOrder(told, order)) return 'other_cargo'
  if (['in_progress', 'done', 'reviewed'].includes(order.state) || order.findings > 0) return 'beside'
  if (order.state !== 'ordered' && order.state !== 'accepted') return 'ended'
  if (told.examination !== null && told.examination !== order.type) return 'other_examination'
  return isComplete(told) ? 'taken' : 'incomplete'
}

/** A result that can be an outcome: it is known, and what was found goes with a finding and the other way round. */
const isComplete = ({ result, findings }: ResultForOrder): boolean =>
  result !== null && (result === 'resultant') === findings > 0
