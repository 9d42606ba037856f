import type { Equipment } from '../../../../cargo/consignment.js'
import { citeEquipmentValues, finishEquipmentValues, type EquipmentPaths } from '../../parts/equipment_values.js'
import type { ConsignmentDraft, EquipmentDraft, ItemDraft } from '../drafts.js'
import { appended, NONE } from '../../parts/lists.js'
import { newEquipment } from '../segments/equipment_segments.js'
import type { Citations } from '../../parts/citations.js'
import type { ReadingState } from '../state.js'

/** One equipment in canonical terms; its Problems belong to the message, since several consignments may share it. */
export const finishEquipment = (state: ReadingState, draft: EquipmentDraft): Equipment => ({
  number: draft.number,
  ...finishEquipmentValues(state, draft, { value: draft.number, at: draft.at }),
})

export const citeEquipment = (draft: EquipmentDraft, paths: EquipmentPaths, cited: Citations): void => {
  cited.cite(paths.number, draft.at)
  citeEquipmentValues(draft, paths, cited)
}

/** What the goods of a consignment are stowed in, those ahead of the items last. */
const stowedOf = ({ items, ahead }: ConsignmentDraft): ItemDraft['stowed'] => {
  const [first] = items
  if (!ahead && items.length < 2) return first?.stowed ?? []
  return (ahead ? [...items, ahead] : items).flatMap(({ stowed }) => stowed)
}

/** Makes equipment that only a SGP of this consignment names known to the message, and hands it on. */
export const addUndeclared = (state: ReadingState, draft: ConsignmentDraft): readonly EquipmentDraft[] => {
  let added: readonly EquipmentDraft[] = NONE
  for (const { value, at } of stowedOf(draft)) {
    if (state.equipment.has(value.number)) continue
    const equipment = { ...newEquipment(value.number, '', at), declared: false }
    state.equipment.set(value.number, equipment)
    added = appended(added, equipment)
    state.problems.add('SEM-EQUIPMENT-UNDECLARED', { at, consignment: draft.index, params: { value: value.number } })
  }
  return added
}

/** The only equipment the goods are stowed in, as nearly everywhere; `null` where there are none or several. */
const onlyOne = ({ equipment }: ReadingState, draft: ConsignmentDraft): EquipmentDraft | null => {
  const [item] = draft.items
  if (!item || draft.items.length > 1 || draft.ahead || draft.equipment.length > 0 || item.stowed.length !== 1)
    return null
  return equipment.get(item.stowed[0]?.value.number ?? '') ?? null
}

/** Equipment of a consignment: what its goods are stowed in, what stands under it, else the only one there is. */
export const equipmentOf = (state: ReadingState, draft: ConsignmentDraft): readonly EquipmentDraft[] => {
  const only = onlyOne(state, draft)
  if (only) return [only]
  const own = new Set(draft.equipment)
  for (const { value } of stowedOf(draft)) {
    const named = state.equipment.get(value.number)
    if (named) own.add(named)
  }
  if (own.size > 0 || state.equipment.size !== 1 || draft.containerised?.value === false) return [...own]
  return [...state.equipment.values()].filter(({ under }) => under.size === 0)
}
