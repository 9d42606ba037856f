import type { Fact } from '../facts/catalogue.js'
import { normaliseText } from '../matching/normalise_text.js'
import { inOrder } from './list_index.js'
import type { ReferenceListEdition, ReferenceRow } from './reference_lists.js'
import { compilePhrases, phrasesIn, type Phrases } from './phrases.js'

/** A row that names goods by words of the description, by HS prefixes, or by either. */
export interface GoodsRow {
  readonly row: ReferenceRow
  readonly words: readonly string[]
  readonly hs: readonly string[]
}

export interface GoodsSeen {
  /** Normalised words in sequence; `null` when no description was filed. */
  readonly words: readonly string[] | null
  readonly hs: readonly string[] | null
}

/** A row that the goods are of; `null` when what was filed cannot tell. */
export interface GoodsMatch extends GoodsRow {
  readonly is: true | null
}

interface GoodsTable {
  /** Every row as one that matches, and as one that cannot be told: made once, not for each text. */
  readonly rows: readonly { readonly yes: GoodsMatch; readonly maybe: GoodsMatch }[]
  readonly phrases: Phrases
  readonly byHs: ReadonlyMap<string, readonly number[]>
  readonly prefixLengths: readonly number[]
  /** Rows that an HS code alone can tell. */
  readonly hsAlone: readonly number[]
  /** The answer where no word is found and no code was filed. */
  readonly untold: readonly GoodsMatch[]
  readonly matches: WeakMap<GoodsSeen, readonly GoodsMatch[]>
}

const tables = new WeakMap<ReferenceListEdition, GoodsTable>()
const seen = new WeakMap<Fact<string>, { readonly hs: Fact<readonly string[]>; readonly goods: GoodsSeen }>()

/** What the goods are told by. Made once for the facts of a consignment, however many indicators ask. */
export const goodsSeen = (description: Fact<string>, hs: Fact<readonly string[]>): GoodsSeen => {
  const before = seen.get(description)
  if (before !== undefined && before.hs === hs) return before.goods
  const goods = {
    words: description.known ? normaliseText(description.value).split(' ') : null,
    hs: hs.known ? hs.value : null,
  }
  seen.set(description, { hs, goods })
  return goods
}

/**
 * Rows of a goods table that the goods are of, and those that what was filed cannot tell, in the order
 * of the table. A row with words is told by the description, since most messages carry no HS code: a code
 * adds rows, and its absence is no gap while a description is filed. A row with prefixes alone needs a code.
 */
export const goodsMatches = (list: ReferenceListEdition, goods: GoodsSeen): readonly GoodsMatch[] => {
  const table = tableOf(list)
  const before = table.matches.get(goods)
  if (before !== undefined) return before
  const found = match(table, goods)
  table.matches.set(goods, found)
  return found
}

const match = (table: GoodsTable, goods: GoodsSeen): readonly GoodsMatch[] => {
  const { rows, phrases, byHs, prefixLengths, hsAlone } = table
  const found = new Map<number, true | null>()
  if (goods.words === null) rows.forEach(({ yes }, at) => yes.words.length > 0 && found.set(at, null))
  else for (const at of phrasesIn(phrases, goods.words)) found.set(at, true)
  for (const code of goods.hs ?? [])
    for (const length of prefixLengths) for (const at of byHs.get(code.slice(0, length)) ?? []) found.set(at, true)
  if (goods.hs === null) {
    if (found.size === 0) return table.untold
    for (const at of hsAlone) found.set(at, null)
  }
  return [...found]
    .sort(([a], [b]) => a - b)
    .flatMap(([at, is]) => {
      const row = rows[at]
      return row === undefined ? [] : [is ? row.yes : row.maybe]
    })
}

/** Normalised and indexed once an edition. */
const tableOf = (list: ReferenceListEdition): GoodsTable => {
  const known = tables.get(list)
  if (known) return known
  const rows = inOrder(list.rows).map((row) => ({
    row,
    words: wordsOf(row['words']),
    hs: alternatives(row['hs'])
      .map((code) => code.replace(/\D/g, ''))
      .filter((code) => code !== ''),
  }))
  const byHs = new Map<string, number[]>()
  rows.forEach(({ hs }, at) => {
    for (const prefix of hs) byHs.set(prefix, [...(byHs.get(prefix) ?? []), at])
  })
  const hsAlone = rows.flatMap(({ words, hs }, at) => (words.length === 0 && hs.length > 0 ? [at] : []))
  const told = rows.map((row) => ({ yes: { ...row, is: true as const }, maybe: { ...row, is: null } }))
  const table: GoodsTable = {
    rows: told,
    phrases: compilePhrases(rows.map(({ words }) => words)),
    byHs,
    prefixLengths: [...new Set([...byHs.keys()].map((prefix) => prefix.length))],
    hsAlone,
    untold: hsAlone.flatMap((at) => told[at]?.maybe ?? []),
    matches: new WeakMap(),
  }
  tables.set(list, table)
  return table
}

/** The alternatives of a `words` cell, normalised. */
export const wordsOf = (cell: ReferenceRow[string] | undefined): readonly string[] =>
  alternatives(cell)
    .map(normaliseText)
    .filter((words) => words !== '')

const alternatives = (cell: ReferenceRow[string] | undefined): string[] => String(cell ?? '').split('|')
