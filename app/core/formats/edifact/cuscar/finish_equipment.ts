import type { Equipment } from '../../../cargo/consignment.js'
import { containerCheckDigit } from '../../../reference/check_digits.js'
import type { ConsignmentDraft, EquipmentDraft } from './drafts.js'
import { newEquipment } from './equipment_segments.js'
import type { ProvenanceBuilder } from './provenance_builder.js'
import type { ReadingState } from './state.js'

const KINDS: Readonly<Record<string, Equipment['kind']>> = {
  CN: 'container',
  TE: 'trailer',
  CH: 'trailer',
  SW: 'trailer',
  BL: 'breakbulk',
  BB: 'breakbulk',
  UL: 'uld',
}

/** One equipment in canonical terms; its Problems belong to the message, since several consignments may share it. */
export const finishEquipment = (state: ReadingState, draft: EquipmentDraft): Equipment => {
  const kind = KINDS[draft.type] ?? 'other'
  const check = kind === 'container' ? containerCheckDigit(draft.number) : null
  if (check && !check.valid) {
    const params = { value: draft.number, expected: check.expected ?? '' }
    state.problems.add('REF-CHECKDIGIT-CTN', { at: draft.at[0], params })
  }
  const typeAsFiled = draft.sizeType?.value ?? null
  const type = typeAsFiled === null ? null : state.reference.containerType(typeAsFiled)
  if (typeAsFiled !== null && type === null && kind === 'container') {
    state.problems.add('REF-ISO-TYPE', { at: draft.sizeType?.at[0], params: { value: typeAsFiled } })
  }
  return {
    number: draft.number,
    kind,
    checkDigitValid: check?.valid ?? null,
    sizeType: type?.code ?? null,
    sizeTypeAsFiled: typeAsFiled,
    fullness: draft.fullness?.value ?? null,
    seals: draft.seals.map(({ value }) => value),
    tareKg: draft.tareKg?.value ?? null,
    grossKg: draft.grossKg?.value ?? null,
    temperatureC: draft.temperatureC?.value ?? null,
  }
}

export const citeEquipment = (draft: EquipmentDraft, path: string, cited: ProvenanceBuilder): void => {
  cited.cite(`${path}.number`, draft.at)
  for (const field of ['sizeType', 'fullness', 'tareKg', 'grossKg', 'temperatureC'] as const) {
    const filed = draft[field]
    if (filed) cited.cite(`${path}.${field}`, filed.at)
  }
  draft.seals.forEach(({ at }, index) => cited.cite(`${path}.seals.${index}`, at))
}

/** Makes equipment that only a SGP names known to the message. */
export const addUndeclared = (state: ReadingState): void => {
  for (const draft of state.consignments) {
    for (const { value, at } of [...draft.items, draft.ahead].flatMap((item) => item.stowed)) {
      if (state.equipment.has(value.number)) continue
      state.equipment.set(value.number, { ...newEquipment(value.number, '', at), declared: false })
      state.problems.add('SEM-EQUIPMENT-UNDECLARED', {
        at: at[0],
        consignment: draft.index,
        params: { value: value.number },
      })
    }
  }
}

/** Equipment of a consignment: what its goods are stowed in, what stands under it, else the only one there is. */
export const equipmentOf = (state: ReadingState, draft: ConsignmentDraft): readonly EquipmentDraft[] => {
  const own = new Set(draft.equipment)
  for (const item of [...draft.items, draft.ahead]) {
    for (const { value } of item.stowed) {
      const named = state.equipment.get(value.number)
      if (named) own.add(named)
    }
  }
  if (own.size > 0 || state.equipment.size !== 1 || draft.containerised?.value === false) return [...own]
  return [...state.equipment.values()].filter(({ under }) => under.size === 0)
}
