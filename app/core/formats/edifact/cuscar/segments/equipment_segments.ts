import type { EquipmentDraft } from '../drafts.js'
import {
  equipmentNumber,
  fullnessAt,
  newEquipmentValues,
  sealsAt,
  temperatureAt,
} from '../../parts/equipment_values.js'
import { filedText } from '../../parts/filed.js'
import { appended } from '../../parts/lists.js'
import type { ReadingState } from '../state.js'

export const newEquipment = (number: string, type: string, at: EquipmentDraft['at']): EquipmentDraft => ({
  ...newEquipmentValues(type),
  number,
  at,
  declared: true,
  under: new Set(),
})

/** Equipment comes before the consignments, under one, or behind them; the same number twice is one. */
export const readEqd = (state: ReadingState): void => {
  const { cursor } = state
  const number = equipmentNumber(cursor.text(2))
  state.target = 'equipment'
  state.party = state.item = null
  if (number === '') {
    state.openEquipment = null
    return
  }
  const known = state.equipment.get(number)
  const equipment = known ?? newEquipment(number, cursor.code(1), cursor.cite(2, 1))
  if (!known) state.equipment.set(number, equipment)
  else if (state.consignment === null || known.under.has(state.consignment.index)) {
    state.report('SYN-DUP-REF', { at: cursor.ref(2, 1), params: { value: number } })
  }
  if (state.consignment) {
    equipment.under.add(state.consignment.index)
    state.consignment.equipment = appended(state.consignment.equipment, equipment)
  }
  equipment.sizeType ??= filedText(cursor, 3)
  equipment.fullness ??= fullnessAt(cursor)
  state.openEquipment = equipment
}

export const readSel = (state: ReadingState): void => {
  if (state.openEquipment) state.openEquipment.seals.push(...sealsAt(state))
}

/** Set point of the equipment before, in degrees Celsius. */
export const readTmp = (state: ReadingState): void => {
  const { cursor, openEquipment } = state
  if (openEquipment) openEquipment.temperatureC ??= temperatureAt(state)
  else state.problems.repeat('SYN-UNKNOWN-TAG', { at: cursor.ref(), params: { tag: 'TMP' } })
}
