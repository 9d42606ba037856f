import type { Equipment } from '../../../../cargo/consignment.js'
import { citeEquipmentValues, finishEquipmentValues } from '../../parts/equipment_values.js'
import type { ConsignmentDraft, EquipmentDraft } from '../drafts.js'
import { newEquipment } from '../segments/equipment_segments.js'
import type { ProvenanceBuilder } from '../../../parts/provenance_builder.js'
import type { ReadingState } from '../state.js'

/** One equipment in canonical terms; its Problems belong to the message, since several consignments may share it. */
export const finishEquipment = (state: ReadingState, draft: EquipmentDraft): Equipment => ({
  number: draft.number,
  ...finishEquipmentValues(state, draft, { value: draft.number, at: draft.at }),
})

export const citeEquipment = (draft: EquipmentDraft, path: string, cited: ProvenanceBuilder): void => {
  cited.cite(`${path}.number`, draft.at)
  citeEquipmentValues(draft, `${path}.`, cited)
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
