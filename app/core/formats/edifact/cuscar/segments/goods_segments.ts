import { equipmentNumber } from '../../parts/equipment_values.js'
import { joinPieces, type Filed } from '../../../parts/filed.js'
import { filedPieces, filedText } from '../../parts/filed_at.js'
import { rounded } from '../../../parts/number.js'
import { newItem, type EquipmentDraft, type ItemDraft } from '../drafts.js'
import type { MeasureRule } from '../reading.js'
import type { ReadingState } from '../state.js'

/** Quantity and type of packages where an element holds them as in C213. */
const packagesAt = (
  state: ReadingState,
  element: number,
  typeElement: number,
  typeComponent: number
): ItemDraft['packages'] => {
  const count = state.number(element, 1)
  return count === null
    ? null
    : {
        value: { count: rounded(count), type: state.cursor.code(typeElement, typeComponent) },
        at: [state.cursor.ref(element)],
      }
}

export const readGid = (state: ReadingState): void => {
  const { consignment, cursor } = state
  state.openEquipment = state.party = state.leg = null
  if (!consignment) return
  state.target = 'item'
  const item = newItem()
  item.packages = packagesAt(state, 2, 2, 2)
  // Guatemala's senders put the code of the load (9, 10) where the description of the package belongs.
  const description = filedText(cursor, 2, 5)
  if (description && /\p{L}{2}/u.test(description.value)) item.texts.push(description)
  consignment.items.push(item)
  state.item = item
}

/** Packages of an item whose GID names none. */
export const readPac = (state: ReadingState): void => {
  if (state.item) state.item.packages ??= packagesAt(state, 1, 3, 1)
}

export const readPci = ({ cursor, item }: ReadingState): void => {
  const pieces = filedPieces(cursor, 2)
  if (item && pieces) item.marks.push({ value: joinPieces(pieces.value, 10, ':'), at: pieces.at })
}

export const readCst = ({ cursor, item, consignment }: ReadingState): void => {
  const goods = item ?? consignment?.ahead
  for (let element = 2; element <= cursor.elements; element++) {
    const filed = filedText(cursor, element)
    if (goods && filed) goods.hs.push(filed)
  }
}

export const readDgs = ({ cursor, item, consignment }: ReadingState): void => {
  const goods = item ?? consignment?.ahead
  const [hazard, number] = [cursor.code(2), cursor.code(3).replace(/^UN/, '')]
  if (!goods || (!hazard && !number)) return
  goods.dangerous.push({ value: { unNumber: number || null, class: hazard || null }, at: [cursor.ref()] })
}

export const readSgp = (state: ReadingState): void => {
  const { cursor, item, consignment } = state
  const goods = item ?? consignment?.ahead
  const number = equipmentNumber(cursor.text(1))
  if (goods && number) goods.stowed.push({ value: { number, packages: state.number(2, 1) }, at: [cursor.ref(1, 1)] })
}

const rankOf = (rules: readonly MeasureRule[], purpose: string, dimension: string): number =>
  rules.findIndex((rule) => rule.purpose === purpose && (rule.dimension === undefined || rule.dimension === dimension))

type Ranked = Filed<number> & { readonly rank: number }

/** Weights and volumes of the item, the equipment or the goods as a whole, by the segment opened last. */
export const readMea = (state: ReadingState): void => {
  const { cursor, reading } = state
  const [purpose, dimension] = [cursor.code(1), cursor.code(2)]
  const read = (kind: 'mass' | 'volume', rank: number): Ranked | null => {
    const found = state.measured(kind)
    return found && { ...found, rank }
  }
  if (state.target === 'equipment' && state.openEquipment) {
    readEquipmentMeasure(state, state.openEquipment, read)
    return
  }
  const goods = state.item ?? state.consignment?.ahead
  if (!goods) return
  const weight = rankOf(reading.grossWeight, purpose, dimension)
  const volume = rankOf(reading.volume, purpose, dimension)
  if (weight >= 0) goods.gross = better(goods.gross, read('mass', weight))
  else if (volume >= 0) goods.volume = better(goods.volume, read('volume', volume))
}

const better = (known: Ranked | null, found: Ranked | null): Ranked | null =>
  found && (!known || found.rank < known.rank) ? found : known

const readEquipmentMeasure = (
  { cursor, reading }: ReadingState,
  equipment: EquipmentDraft,
  read: (kind: 'mass', rank: number) => Ranked | null
): void => {
  const [purpose, dimension] = [cursor.code(1), cursor.code(2)]
  if (rankOf(reading.equipmentTare, purpose, dimension) >= 0) equipment.tareKg ??= read('mass', 0)
  else if (rankOf(reading.equipmentGross, purpose, dimension) >= 0) equipment.grossKg ??= read('mass', 0)
}
