import { LAYERS, THREATS, type Group, type Layer, type Threat } from '../indicators/definition.js'

const GROUP_ORDER: readonly Group[] = [
  'geography',
  'routing',
  'commodity',
  'equipment',
  'party',
  'document',
  'vessel',
  'air',
  'model',
]

interface Ordered {
  readonly code: string
  readonly points: number
  readonly layer: Layer
  readonly group: Group
}

/** By layer, then by group along the journey. */
export const placeInWaterfall = ({ layer, group }: Pick<Ordered, 'layer' | 'group'>): number =>
  LAYERS.indexOf(layer) * GROUP_ORDER.length + GROUP_ORDER.indexOf(group)

/** Order of the waterfall: relief last, then by layer, by group along the journey, by code. Total and stable. */
export const waterfallOrder = (a: Ordered, b: Ordered): number =>
  Number(a.points < 0) - Number(b.points < 0) ||
  placeInWaterfall(a) - placeInWaterfall(b) ||
  compareText(a.code, b.code)

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export const threatOrder = (a: Threat, b: Threat): number => THREATS.indexOf(a) - THREATS.indexOf(b)
