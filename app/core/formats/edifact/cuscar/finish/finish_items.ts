import type { GoodsItem } from '../../../../cargo/consignment.js'
import type { ConsignmentDraft, ItemDraft } from '../drafts.js'
import { newItem } from '../drafts.js'
import { joinPieces } from '../../../parts/filed.js'
import type { Filed } from '../../parts/filed.js'
import type { Citations } from '../../parts/citations.js'
import { dangerIn } from '../../../texts/dangerous_text.js'
import { HS_IN_TEXT, hsDigits } from '../../../parts/hs_code.js'
import { byPosition } from '../../../parts/paths.js'
import { flagPersonalData } from '../../../parts/party_checks.js'
import type { ReadingState } from '../state.js'

const hsCodes = (
  state: ReadingState,
  { hs }: ItemDraft,
  description: Filed | null,
  consignment: number
): readonly Filed[] => {
  const inText = description && HS_IN_TEXT.exec(description.value)?.[1]
  const filed = inText ? [...hs, { value: inText, at: description.at }] : hs
  const codes: Filed[] = []
  for (const { value, at } of filed) {
    const digits = hsDigits(value)
    if (digits === null) state.problems.add('REF-HS', { at, consignment, params: { value } })
    else if (!codes.some((known) => known.value === digits)) codes.push({ value: digits, at })
  }
  return codes
}

/** Texts in the order filed; a text as long as its field runs on in the next. */
const joined = ({ places }: ReadingState, texts: readonly Filed[]): Filed | null => {
  const [only] = texts
  if (!only || texts.length === 1) return only && only.value !== '' ? only : null
  const at = places.spanOf(texts)
  const value = joinPieces(
    texts.map((text) => text.value),
    Infinity,
    ''
  )
  return value === '' || at === null ? null : { value, at }
}

/** What was filed before the first GID concerns the goods as a whole and goes to the first item. */
const withAhead = ({ items, ahead }: ConsignmentDraft): readonly ItemDraft[] => {
  if (!ahead || isEmpty(ahead)) return items
  const [first = newItem(), ...others] = items
  const only = others.length === 0
  const merged: ItemDraft = {
    texts: [...ahead.texts, ...first.texts],
    hazards: [...ahead.hazards, ...first.hazards],
    marks: first.marks,
    hs: [...ahead.hs, ...first.hs],
    packages: first.packages,
    gross: first.gross ?? (only ? ahead.gross : null),
    volume: first.volume ?? (only ? ahead.volume : null),
    dangerous: [...ahead.dangerous, ...first.dangerous],
    stowed: [...first.stowed, ...ahead.stowed],
  }
  return [merged, ...others]
}

const isEmpty = ({ texts, hazards, hs, dangerous, stowed, gross, volume }: ItemDraft): boolean =>
  texts.length + hazards.length + hs.length + dangerous.length + stowed.length === 0 && !gross && !volume

/** A total repeated on every item is the total of the consignment and the weight of none. */
export const isRepeatedTotal = (items: readonly ItemDraft[], total: number | undefined): boolean =>
  items.length > 1 && total !== undefined && total > 0 && items.every(({ gross }) => gross?.value === total)

/** A volume in cubic metres that is the weight in kilograms was copied from it: no goods are that light. */
const volumeOf = (
  { problems }: ReadingState,
  { gross, volume }: ItemDraft,
  consignment: number
): ItemDraft['volume'] => {
  if (!volume || !gross || volume.value !== gross.value) return volume
  problems.add('REF-UNIT', { at: volume.at, consignment, params: { value: 'MTQ' } })
  return null
}

/** Dangerous goods by DGS, else as the sender puts them into words, else as only the description names them. */
const dangersOf = (
  { problems }: ReadingState,
  { dangerous, hazards }: ItemDraft,
  description: Filed | null,
  consignment: number
): ItemDraft['dangerous'] => {
  if (dangerous.length > 0) return dangerous
  const declared = hazards.flatMap((text) => inWords(text))
  if (declared.length > 0 || description === null) return declared
  const found = dangerIn(description.value)
  if (!found) return []
  problems.add('SEM-DG-TEXT', { at: description.at, consignment, params: { value: found.words } })
  return inWords(description)
}

const inWords = ({ value, at }: Filed): ItemDraft['dangerous'] => {
  const found = dangerIn(value)
  return found ? [{ value: { unNumber: found.unNumber, class: found.class }, at }] : []
}

export const finishItems = (state: ReadingState, draft: ConsignmentDraft, cited: Citations): readonly GoodsItem[] => {
  const drafts = withAhead(draft)
  const repeated = isRepeatedTotal(drafts, draft.counts.grossWeight?.value)
  if (repeated) {
    const params = { value: draft.counts.grossWeight?.value ?? 0, items: drafts.length }
    state.problems.add('TOT-REPEATED', { at: drafts[0]?.gross?.at, consignment: draft.index, params })
  }
  return drafts.map((item, sequence) => finishItem(state, item, sequence, repeated, draft.index, cited))
}

const PATHS = byPosition((at) => ({
  description: `items.${at}.description`,
  marks: `items.${at}.marks`,
  packages: `items.${at}.packages`,
  grossWeightKg: `items.${at}.grossWeightKg`,
  volumeM3: `items.${at}.volumeM3`,
  hsCodes: byPosition((code) => `items.${at}.hsCodes.${code}`),
  dangerousGoods: byPosition((goods) => `items.${at}.dangerousGoods.${goods}`),
  stowedIn: byPosition((stowed) => `items.${at}.stowedIn.${stowed}`),
}))

const finishItem = (
  state: ReadingState,
  item: ItemDraft,
  sequence: number,
  isRepeated: boolean,
  consignment: number,
  cited: Citations
): GoodsItem => {
  const paths = PATHS(sequence)
  const description = joined(state, item.texts)
  const type = item.packages?.value.type ?? ''
  const known = type === '' ? null : state.reference.packageType(type)
  if (type !== '' && !known) {
    state.problems.add('REF-PACKAGE', { at: item.packages?.at, consignment, params: { value: type } })
  }
  flagPersonalData(state, description, consignment)
  const dangerous = dangersOf(state, item, description, consignment)
  const packages = cited.take(paths.packages, item.packages)
  return {
    sequence,
    description: cited.take(paths.description, description),
    marks: cited.take(paths.marks, joined(state, item.marks)),
    hsCodes: takeAll(cited, paths.hsCodes, hsCodes(state, item, description, consignment)),
    packages: packages && { count: packages.count, type: known?.code ?? null, typeAsFiled: type || null },
    grossWeightKg: cited.take(paths.grossWeightKg, isRepeated ? null : item.gross),
    volumeM3: cited.take(paths.volumeM3, volumeOf(state, item, consignment)),
    dangerousGoods: takeAll(cited, paths.dangerousGoods, dangerous),
    stowedIn: takeAll(cited, paths.stowedIn, item.stowed),
  }
}

const takeAll = <T>(cited: Citations, pathAt: (at: number) => string, values: readonly Filed<T>[]): readonly T[] =>
  values.length === 0
    ? []
    : values.map(({ value, at }, index) => {
        cited.cite(pathAt(index), at)
        return value
      })
