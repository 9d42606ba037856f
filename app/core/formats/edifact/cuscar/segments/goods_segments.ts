import { equipmentNumber } from '../../parts/equipment_values.js'
import type { Filed } from '../../parts/filed.js'
import { filedJoined, filedText } from '../../parts/filed.js'
import { rounded } from '../../../parts/number.js'
import { goodsOf, newItem, type ItemDraft } from '../drafts.js'
import type { MeasureRule } from '../reading.js'
import { appended } from '../../parts/lists.js'
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
        at: state.cursor.cite(element),
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
  if (description && /\p{L}{2}/u.test(description.value)) item.texts = appended(item.texts, description)
  consignment.items = appended(consignment.items, item)
  state.item = item
}

/** Packages of an item whose GID names none. */
export const readPac = (state: ReadingState): void => {
  if (state.item) state.item.packages ??= packagesAt(state, 1, 3, 1)
}

export const readPci = ({ cursor, item }: ReadingState): void => {
  const filed = filedJoined(cursor, 2, 10)
  if (item && filed) item.marks = appended(item.marks, filed)
}

export const readCst = ({ cursor, item, consignment }: ReadingState): void => {
  if (!consignment) return
  const goods = goodsOf(item, consignment)
  for (let element = 2; element <= cursor.elements; element++) {
    const filed = filedText(cursor, element)
    if (filed) goods.hs = appended(goods.hs, filed)
  }
}

export const readDgs = ({ cursor, item, consignment }: ReadingState): void => {
  const [hazard, number] = [cursor.code(2), cursor.code(3).replace(/^UN/, '')]
  if (!consignment || (!hazard && !number)) return
  const goods = goodsOf(item, consignment)
  const value = { unNumber: number || null, class: hazard || null }
  goods.dangerous = appended(goods.dangerous, { value, at: cursor.cite() })
}

export const readSgp = (state: ReadingState): void => {
  const { cursor, item, consignment } = state
  const number = equipmentNumber(cursor.text(1))
  if (!consignment || !number) return
  const goods = goodsOf(item, consignment)
  const value = { number, packages: state.number(2, 1) }
  goods.stowed = appended(goods.stowed, { value, at: cursor.cite(1, 1) })
}

const rankOf = (rules: readonly MeasureRule[], purpose: string, dimension: string): number => {
  for (let at = 0; at < rules.length; at++) {
    const rule = rules[at]
    if (rule?.purpose === purpose && (rule.dimension === undefined || rule.dimension === dimension)) return at
  }
  return -1
}

type Ranked = Filed<number> & { readonly rank: number }

/** Weights and volumes of the item, the equipment or the goods as a whole, by the segment opened last. */
export const readMea = (state: ReadingState): void => {
  const { cursor, reading } = state
  const purpose = cursor.code(1)
  const dimension = cursor.code(2)
  if (state.target === 'equipment' && state.openEquipment) {
    const { openEquipment } = state
    if (rankOf(reading.equipmentTare, purpose, dimension) >= 0) openEquipment.tareKg ??= state.measured('mass')
    else if (rankOf(reading.equipmentGross, purpose, dimension) >= 0) openEquipment.grossKg ??= state.measured('mass')
    return
  }
  if (!state.consignment) return
  const goods = goodsOf(state.item, state.consignment)
  const weight = rankOf(reading.grossWeight, purpose, dimension)
  const volume = rankOf(reading.volume, purpose, dimension)
  if (weight >= 0) goods.gross = better(goods.gross, state.measured('mass'), weight)
  else if (volume >= 0) goods.volume = better(goods.volume, state.measured('volume'), volume)
}

const better = (known: Ranked | null, found: Filed<number> | null, rank: number): Ranked | null =>
  found && (!known || rank < known.rank) ? { value: found.value, at: found.at, rank } : known
