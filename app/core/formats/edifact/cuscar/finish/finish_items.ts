import type { GoodsItem } from '../../../../cargo/consignment.js'
import type { ConsignmentDraft, ItemDraft } from '../drafts.js'
import { newItem } from '../drafts.js'
import { joinPieces, type Filed } from '../../../parts/filed.js'
import type { ProvenanceBuilder } from '../../../parts/provenance_builder.js'
import { dangerIn } from '../../../texts/dangerous_text.js'
import { HS_IN_TEXT, hsDigits } from '../../../parts/hs_code.js'
import { flagPersonalData } from '../../../parts/party_checks.js'
import type { ReadingState } from '../state.js'

const hsCodes = (
  state: ReadingState,
  item: ItemDraft,
  description: Filed | null,
  consignment: number
): readonly Filed[] => {
  const inText = description && HS_IN_TEXT.exec(description.value)?.[1]
  const filed = inText ? [...item.hs, { value: inText, at: description.at }] : item.hs
  const codes = new Map<string, Filed>()
  for (const { value, at } of filed) {
    const digits = hsDigits(value)
    if (digits === null) state.problems.add('REF-HS', { at: at[0], consignment, params: { value } })
    else if (!codes.has(digits)) codes.set(digits, { value: digits, at })
  }
  return [...codes.values()]
}

/** Texts in the order filed; a text as long as its field runs on in the next. */
const joined = (texts: readonly Filed[]): Filed | null => {
  const value = joinPieces(
    texts.map((text) => text.value),
    Infinity,
    ''
  )
  return value === '' ? null : { value, at: texts.flatMap((text) => text.at) }
}

/** What was filed before the first GID concerns the goods as a whole and goes to the first item. */
const withAhead = ({ items, ahead }: ConsignmentDraft): readonly ItemDraft[] => {
  const filed =
    ahead.texts.length + ahead.hazards.length + ahead.hs.length + ahead.dangerous.length + ahead.stowed.length > 0
  if (!filed && !ahead.gross && !ahead.volume) return items
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
  problems.add('REF-UNIT', { at: volume.at[0], consignment, params: { value: 'MTQ' } })
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
  problems.add('SEM-DG-TEXT', { at: description.at[0], consignment, params: { value: found.words } })
  return inWords(description)
}

const inWords = ({ value, at }: Filed): ItemDraft['dangerous'] => {
  const found = dangerIn(value)
  return found ? [{ value: { unNumber: found.unNumber, class: found.class }, at }] : []
}

export const finishItems = (
  state: ReadingState,
  draft: ConsignmentDraft,
  cited: ProvenanceBuilder
): readonly GoodsItem[] => {
  const drafts = withAhead(draft)
  const repeated = isRepeatedTotal(drafts, draft.counts.grossWeight?.value)
  if (repeated) {
    const params = { value: draft.counts.grossWeight?.value ?? 0, items: drafts.length }
    state.problems.add('TOT-REPEATED', { at: drafts[0]?.gross?.at[0], consignment: draft.index, params })
  }
  return drafts.map((item, sequence) => {
    const path = `items.${sequence}`
    const description = joined(item.texts)
    const type = item.packages?.value.type ?? ''
    const known = type === '' ? null : state.reference.packageType(type)
    if (type !== '' && !known) {
      state.problems.add('REF-PACKAGE', { at: item.packages?.at[0], consignment: draft.index, params: { value: type } })
    }
    flagPersonalData(state, description, draft.index)
    const dangerous = dangersOf(state, item, description, draft.index)
    const packages = cited.take(`${path}.packages`, item.packages)
    return {
      sequence,
      description: cited.take(`${path}.description`, description),
      marks: cited.take(`${path}.marks`, joined(item.marks)),
      hsCodes: hsCodes(state, item, description, draft.index).map(
        (code, at) => cited.take(`${path}.hsCodes.${at}`, code) ?? ''
      ),
      packages: packages && { count: packages.count, type: known?.code ?? null, typeAsFiled: type || null },
      grossWeightKg: cited.take(`${path}.grossWeightKg`, repeated ? null : item.gross),
      volumeM3: cited.take(`${path}.volumeM3`, volumeOf(state, item, draft.index)),
      dangerousGoods: dangerous.flatMap((goods, at) => cited.take(`${path}.dangerousGoods.${at}`, goods) ?? []),
      stowedIn: item.stowed.flatMap((stowed, at) => cited.take(`${path}.stowedIn.${at}`, stowed) ?? []),
    }
  })
}
