import type { Fields, IndicatorDefinition, ValuesOf } from '../indicators/definition.js'
import type { IndicatorCondition } from './document.js'

/** A condition on an indicator with its own points unless others are given; `id` is its code in lower case. */
export const indicatorCondition = <A extends Fields>(
  definition: IndicatorDefinition<A>,
  more: { readonly points?: number; readonly args?: Partial<ValuesOf<A>>; readonly id?: string } = {}
): IndicatorCondition => ({
  id: more.id ?? definition.code.toLowerCase(),
  kind: 'indicator',
  indicator: definition.code,
  version: definition.version,
  args: { ...more.args },
  points: more.points ?? definition.points,
})
