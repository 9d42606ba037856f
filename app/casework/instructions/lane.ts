import type { Lane } from '#core/cargo/declaration'
import type { OrderType } from '../inspections/codes.js'

/** The lane that an order asks for: papers are yellow, everything that opens or looks into the cargo is red. */
export const laneOf = (examination: OrderType): Lane => (examination === 'documentary' ? 'yellow' : 'red')
