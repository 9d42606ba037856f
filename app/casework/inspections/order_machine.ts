/** States of an inspection order and what leads from one to the next; everything else is refused (T29). */
export const ORDER_STATES = [
  'ordered',
  'accepted',
  'refused',
  'in_progress',
  'done',
  'reviewed',
  'missed',
  'cancelled',
] as const
export type OrderState = (typeof ORDER_STATES)[number]

export type OrderAct =
  | 'accept'
  | 'refuse'
  | 'start'
  | 'finish'
  | 'return'
  | 'review'
  | 'cancel'
  | 'miss'
  | 'hand_over'
  | 'step_aside'
  | 'reassign'
  | 'take_told'
  | 'return_told'

interface Transition {
  from: readonly OrderState[]
  to: OrderState
}

export const TRANSITIONS: Readonly<Record<OrderAct, Transition>> = {
  accept: { from: ['ordered'], to: 'accepted' },
  refuse: { from: ['ordered', 'accepted'], to: 'refused' },
  start: { from: ['accepted'], to: 'in_progress' },
  finish: { from: ['in_progress'], to: 'done' },
  /** By the reviewer: the record is not complete. */
  return: { from: ['done'], to: 'in_progress' },
  review: { from: ['done'], to: 'reviewed' },
  cancel: { from: ['ordered', 'accepted'], to: 'cancelled' },
  /** By the system alone, when the cargo left first. What has begun is not missed: its result is due. */
  miss: { from: ['ordered', 'accepted'], to: 'missed' },
  /** By the system alone, when the inspector works here no more. What he found stays with the order, and another is drawn. */
  hand_over: { from: ['ordered', 'accepted', 'in_progress'], to: 'ordered' },
  /** By who was drawn and knows the parties: another is drawn. */
  step_aside: { from: ['ordered', 'accepted'], to: 'ordered' },
  /** By two people with a reason: another inspector than the one drawn. */
  reassign: { from: ['ordered', 'accepted'], to: 'ordered' },
  /** By the system alone: a national system told the result of an order that nobody here began (ADR 0051). */
  take_told: { from: ['ordered', 'accepted'], to: 'done' },
  /** By the reviewer: what was told is not complete. Nobody here began, so the order waits again. */
  return_told: { from: ['done'], to: 'ordered' },
}

/** Where an act leads from here, or `null` when it leads nowhere. */
export const after = (state: OrderState, act: OrderAct): OrderState | null =>
  TRANSITIONS[act].from.includes(state) ? TRANSITIONS[act].to : null

/** States in which an order takes a place of its site and waits for somebody. */
export const OPEN_STATES: readonly OrderState[] = ['ordered', 'accepted', 'in_progress']
/** Takes no place any more: nobody looked, nobody will. */
export const FREED_STATES: readonly OrderState[] = ['refused', 'cancelled', 'missed']
