import type { Consignment } from '../cargo/consignment.js'
import type { ReferenceData } from '../reference/reference_data.js'
import type { Fact, MissingReason } from './catalogue.js'
import type { ContainerAt } from './equipment_facts.js'
import { known, missing } from './fact.js'
import { grossWeight } from './weight.js'

/**
 * Gross weight of the goods over the summed maximum payload of their containers.
 * Not applicable to empty containers, and to a container that other consignments share (LCL):
 * the goods of one of them say nothing about how full it is.
 */
export const payloadShare = (
  consignment: Consignment,
  boxes: readonly ContainerAt[],
  absent: MissingReason,
  reference: ReferenceData,
  shared: ReadonlySet<string>
): Fact<number> => {
  if (boxes.length === 0) return missing(absent)
  if (boxes.some(({ box }) => shared.has(box.number) || box.fullness === 'empty')) return missing('not_applicable')
  if (boxes.some(({ box }) => box.sizeType === null)) {
    return missing(
      boxes.some(({ box }) => box.sizeType === null && box.sizeTypeAsFiled === null) ? 'not_filed' : 'not_understood'
    )
  }
  const weight = grossWeight(consignment)
  if (!weight.known) return weight
  const payloads = boxes.map(({ box }) => reference.containerType(box.sizeType ?? '')?.maxPayloadKg ?? null)
  const summed = payloads.reduce<number | null>(
    (sum, payload) => (sum === null || payload === null ? null : sum + payload),
    0
  )
  if (summed === null || summed === 0) return missing('no_reference')
  return known(weight.value / summed, [...weight.from, ...boxes.map(({ path }) => `${path}.sizeType`)])
}
