import type { Consignment } from '../cargo/consignment.js'
import type { ReferenceData } from '../reference/reference_data.js'
import type { Fact, MissingReason } from './catalogue.js'
import type { ContainerAt } from './equipment_facts.js'
import { known, missing } from './fact.js'
import { grossWeight } from './weight.js'

/**
 * By how many per cent the heaviest container filed as empty outweighs its tare; negative when all are lighter.
 * Where only empties are carried and none is weighed alone, the weight of the consignment is shared by their
 * tares: whether it was meant with tare or without, it cannot lawfully exceed them.
 */
export const emptyExcess = (
  consignment: Consignment,
  boxes: readonly ContainerAt[],
  absent: MissingReason,
  reference: ReferenceData
): Fact<number> => {
  if (boxes.length === 0) return missing(absent)
  const empty = boxes.filter(({ box }) => box.fullness === 'empty')
  if (empty.length === 0) return missing('not_applicable')
  const tares = empty.map(({ box }) => box.tareKg ?? reference.containerType(box.sizeType ?? '')?.tareKg ?? 0)
  if (tares.includes(0)) return missing('not_filed')
  const shares = empty.flatMap(({ box, path }, at) =>
    box.grossKg === null ? [] : [{ excess: excessOf(box.grossKg, tares[at] ?? 1), path }]
  )
  const heaviest = shares.sort((a, b) => b.excess - a.excess)[0]
  if (heaviest !== undefined) return known(heaviest.excess, [`${heaviest.path}.grossKg`])
  const weight = grossWeight(consignment)
  if (empty.length < boxes.length || !weight.known) return missing('not_filed')
  const tare = tares.reduce((sum, each) => sum + each, 0)
  return known(excessOf(weight.value, tare), weight.from)
}

/** Per cent, to a tenth. */
const excessOf = (weightKg: number, tareKg: number): number => Math.round((weightKg / tareKg - 1) * 1000) / 10
