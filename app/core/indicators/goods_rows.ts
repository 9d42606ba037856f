import type { Fact } from '../facts/catalogue.js'
import { holdsWords, normaliseText } from '../matching/normalise_text.js'
import { inOrder } from './list_index.js'
import type { ReferenceListEdition, ReferenceRow } from './reference_lists.js'

/** A row that names goods by words of the description, by HS prefixes, or by either. */
export interface GoodsRow {
  readonly row: ReferenceRow
  readonly words: readonly string[]
  readonly hs: readonly string[]
}

const compiled = new WeakMap<ReferenceListEdition, readonly GoodsRow[]>()

/** Rows of a goods table, their words normalised once an edition. */
export const goodsRows = (list: ReferenceListEdition): readonly GoodsRow[] => {
  const known = compiled.get(list)
  if (known) return known
  const rows = inOrder(list.rows).map((row) => ({
    row,
    words: split(row['words'])
      .map(normaliseText)
      .filter((words) => words !== ''),
    hs: split(row['hs'])
      .map((code) => code.replace(/\D/g, ''))
      .filter((code) => code !== ''),
  }))
  compiled.set(list, rows)
  return rows
}

const split = (value: ReferenceRow[string] | undefined): string[] => String(value ?? '').split('|')

export interface GoodsSeen {
  /** Normalised; `null` when no description was filed. */
  readonly text: string | null
  readonly hs: readonly string[] | null
}

export const goodsSeen = (description: Fact<string>, hs: Fact<readonly string[]>): GoodsSeen => ({
  text: description.known ? normaliseText(description.value) : null,
  hs: hs.known ? hs.value : null,
})

/**
 * Whether the goods are those of the row; `null` when what was filed cannot tell. A row with words
 * is told by the description, since most messages carry no HS code; a row with prefixes alone needs one.
 */
export const isOfRow = ({ words, hs }: GoodsRow, seen: GoodsSeen): boolean | null => {
  if (seen.hs?.some((code) => hs.some((prefix) => code.startsWith(prefix)))) return true
  if (words.length === 0) return seen.hs === null && hs.length > 0 ? null : false
  if (seen.text === null) return null
  return words.some((each) => holdsWords(seen.text ?? '', each))
}
