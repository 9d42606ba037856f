import type { EquipmentDraft } from './drafts.js'
import { filedText } from './filed.js'
import { equipmentNumber } from './goods_segments.js'
import { temperatureElement } from './repair.js'
import { rounded, type ReadingState } from './state.js'

export const newEquipment = (number: string, type: string, at: EquipmentDraft['at']): EquipmentDraft => ({
  number,
  type,
  at,
  declared: true,
  sizeType: null,
  fullness: null,
  seals: [],
  tareKg: null,
  grossKg: null,
  temperatureC: null,
  under: new Set(),
})

const FULLNESS: Readonly<Record<string, 'full' | 'empty'>> = { 4: 'empty', 5: 'full', 7: 'full', 8: 'full' }

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
  const equipment = known ?? newEquipment(number, cursor.code(1), [cursor.ref(2, 1)])
  if (!known) state.equipment.set(number, equipment)
  else if (state.consignment === null || known.under.has(state.consignment.index)) {
    state.report('SYN-DUP-REF', { at: cursor.ref(2, 1), params: { value: number } })
  }
  if (state.consignment) {
    equipment.under.add(state.consignment.index)
    state.consignment.equipment.push(equipment)
  }
  equipment.sizeType ??= filedText(cursor, 3)
  const fullness = FULLNESS[cursor.code(6)]
  if (fullness) equipment.fullness ??= { value: fullness, at: [cursor.ref(6)] }
  state.openEquipment = equipment
}

const NO_SEAL: ReadonlySet<string> = new Set([
  '',
  'NA',
  'N/A',
  'NIL',
  'NONE',
  'NO',
  'NOSEAL',
  'SINSELLO',
  'S/N',
  'SN',
  'XXX',
  'TBA',
])

/** Seals: several in one field are split, maker's prefixes go, and words for "none" are no seals. */
export const readSel = (state: ReadingState): void => {
  const { cursor, openEquipment } = state
  if (!openEquipment) return
  for (const part of cursor
    .text(1)
    .toUpperCase()
    .split(/[,;]+|(?<=\w{4})\/(?=\w{4})/)) {
    const seal = part
      .trim()
      .replace(/^ML[-\s]+(?=\S)/, '')
      .replaceAll(' ', '')
    if (NO_SEAL.has(seal) || /^0+$/.test(seal)) {
      if (seal !== '') state.report('REF-SEAL', { at: cursor.ref(1), params: { value: seal } })
    } else openEquipment.seals.push({ value: seal, at: [cursor.ref(1)] })
  }
}

/** Set point of the equipment before, in degrees Celsius. */
export const readTmp = (state: ReadingState): void => {
  const { cursor, openEquipment } = state
  if (!openEquipment) {
    state.problems.repeat('SYN-UNKNOWN-TAG', { at: cursor.ref(), params: { tag: 'TMP' } })
    return
  }
  const element = temperatureElement(state)
  const value = state.number(element, 1)
  if (value === null) return
  const unit = cursor.code(element, 2) || 'CEL'
  const at = [cursor.ref(element)]
  if (unit === 'CEL') openEquipment.temperatureC ??= { value, at }
  else if (unit === 'FAH') openEquipment.temperatureC ??= { value: rounded(((value - 32) * 5) / 9), at }
  else state.report('REF-UNIT', { at: cursor.ref(element, 2), params: { value: unit } })
}
