import type { Totals } from '../../cargo/consignment.js'
import { flagConstantRatio, volumesOf } from '../parts/constant_ratio.js'
import { flagConstantWeight } from '../parts/constant_weight.js'
import type { ProblemCollector } from '../problem_collector.js'
import type { ReadConsignment } from './read_consignment.js'
import type { AsycudaReading } from './reading.js'

const FIGURES: Readonly<Record<string, keyof Totals>> = {
  gross_mass: 'grossWeightKg',
  volume_in_cubic_meters: 'volumeM3',
  number_of_packages: 'packages',
}
/** One bill may well weigh what a program writes by default. */
const LEAST = 2

/** Figures that programs write when nobody entered any: those they are known by, else one weight on everything, or one ratio to it. */
export const flagConstants = (
  problems: ProblemCollector,
  constants: AsycudaReading['constants'],
  consignments: readonly ReadConsignment[]
): void => {
  let isWeightFlagged = false
  for (const [field, values] of Object.entries(constants)) {
    const figure = FIGURES[field]
    if (!figure) continue
    for (const value of values) {
      const same = consignments.filter(({ consignment }) => consignment.totals[figure] === value)
      if (same.length < LEAST) continue
      const at = same[0]?.provenance[`totals.${figure}`]?.[0]
      problems.add('SEM-CONSTANT', { at, params: { field, value, count: same.length } })
      isWeightFlagged ||= figure === 'grossWeightKg'
    }
  }
  if (!isWeightFlagged) flagConstantWeight({ problems }, consignments)
  flagConstantRatio({ problems }, 'Volume_in_cubic_meters', volumesOf(consignments))
  flagConstantRatio(
    { problems },
    'Customs_value',
    consignments.map(({ consignment: { items, totals }, value }) => ({
      description: items[0]?.description ?? null,
      weightKg: totals.grossWeightKg,
      figure: value,
    }))
  )
}
