import type { Consignment, Equipment } from '../cargo/consignment.js'
import type { ReferenceData } from '../reference/reference_data.js'
import type { Fact, FactKey, MissingReason } from './catalogue.js'
import { known, missing, type Facts } from './fact.js'
import type { AlwaysFiled } from './filing_terms.js'
import { emptyExcess } from './empty_excess.js'
import { payloadShare } from './payload_share.js'

type EquipmentKey = Extract<FactKey, `equipment.${string}`>

/** A container of the consignment with its position among the consignment's equipment. */
export interface ContainerAt {
  readonly box: Equipment
  readonly path: string
}

/** Equipment facts are about freight containers: loose cargo has none, and that is not a gap. */
export const equipmentFacts = (
  consignment: Consignment,
  reference: ReferenceData,
  alwaysFiled: AlwaysFiled,
  shared: ReadonlySet<string>
): Facts<EquipmentKey> => {
  const boxes = consignment.equipment.flatMap((box, index) =>
    box.kind === 'container' ? [{ box, path: `equipment.${index}` }] : []
  )
  const absent: MissingReason = consignment.containerised === false ? 'not_applicable' : 'not_filed'
  const each = <T>(read: (at: ContainerAt) => T, field: string): Fact<readonly T[]> =>
    boxes.length === 0
      ? missing(absent)
      : known(
          boxes.map(read),
          boxes.map((at) => `${at.path}.${field}`)
        )
  return {
    'equipment.numbers': each((at) => at.box.number, 'number'),
    'equipment.sizeTypes': types(boxes, absent, (box) => box.sizeType),
    'equipment.groups': types(boxes, absent, (box) =>
      box.sizeType === null ? null : (reference.containerType(box.sizeType)?.group ?? null)
    ),
    'equipment.invalidNumbers': invalidNumbers(boxes, absent),
    'equipment.fullness': each((at) => at.box.fullness ?? '', 'fullness'),
    'equipment.weights': weights(boxes, absent),
    'equipment.emptyExcess': emptyExcess(consignment, boxes, absent, reference),
    'equipment.unsealed': unsealed(boxes, absent, alwaysFiled.has('equipment.seals')),
    'equipment.seals': seals(boxes, absent, alwaysFiled.has('equipment.seals')),
    'equipment.temperatureC': temperature(boxes, absent),
    'equipment.payloadShare': payloadShare(consignment, boxes, absent, reference, shared),
  }
}

/** Known as soon as one container's is; '' for the others. */
const types = (
  boxes: readonly ContainerAt[],
  absent: MissingReason,
  read: (box: Equipment) => string | null
): Fact<readonly string[]> => {
  if (boxes.length === 0) return missing(absent)
  const values = boxes.map((at) => read(at.box))
  if (values.some((value) => value !== null)) {
    return known(
      values.map((value) => value ?? ''),
      boxes.map((at) => `${at.path}.sizeType`)
    )
  }
  return missing(boxes.some((at) => at.box.sizeTypeAsFiled !== null) ? 'not_understood' : 'not_filed')
}

const invalidNumbers = (boxes: readonly ContainerAt[], absent: MissingReason): Fact<readonly string[]> => {
  if (boxes.length === 0) return missing(absent)
  const invalid = boxes.filter((at) => at.box.checkDigitValid === false)
  const unchecked = invalid.length === 0 && boxes.some((at) => at.box.checkDigitValid === null)
  return unchecked
    ? missing('not_understood')
    : known(
        invalid.map((at) => at.box.number),
        invalid.map((at) => `${at.path}.number`)
      )
}

const seals = (boxes: readonly ContainerAt[], absent: MissingReason, always: boolean): Fact<readonly string[]> => {
  if (boxes.length === 0) return missing(absent)
  const sealed = boxes.filter((at) => at.box.seals.length > 0)
  if (sealed.length === 0 && !always) return missing('not_carried')
  return known(
    sealed.flatMap((at) => at.box.seals),
    sealed.map((at) => `${at.path}.seals`)
  )
}

/** Known as soon as one container's is. */
const weights = (boxes: readonly ContainerAt[], absent: MissingReason): Fact<readonly string[]> => {
  if (boxes.length === 0) return missing(absent)
  if (boxes.every((at) => at.box.grossKg === null)) return missing('not_carried')
  return known(
    boxes.map((at) => (at.box.grossKg === null ? '' : String(at.box.grossKg))),
    boxes.map((at) => `${at.path}.grossKg`)
  )
}

/** A sender that seals one box of the document, or files seals always, should have sealed every full one. */
const unsealed = (boxes: readonly ContainerAt[], absent: MissingReason, always: boolean): Fact<readonly string[]> => {
  if (boxes.length === 0) return missing(absent)
  if (!always && boxes.every((at) => at.box.seals.length === 0)) return missing('not_carried')
  const bare = boxes.filter((at) => at.box.seals.length === 0 && at.box.fullness !== 'empty')
  return known(
    bare.map((at) => at.box.number),
    bare.map((at) => `${at.path}.number`)
  )
}

const temperature = (boxes: readonly ContainerAt[], absent: MissingReason): Fact<number> => {
  if (boxes.length === 0) return missing(absent)
  const set = boxes.find((at) => at.box.temperatureC !== null)
  return set?.box.temperatureC == null
    ? missing('not_carried')
    : known(set.box.temperatureC, [`${set.path}.temperatureC`])
}
