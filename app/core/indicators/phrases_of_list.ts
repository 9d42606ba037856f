import { normaliseText } from '../matching/normalise_text.js'
import { wordsOf } from './goods_rows.js'
import { inOrder } from './list_index.js'
import { compilePhrases, phrasesIn, type Phrases } from './phrases.js'
import type { ReferenceListEdition, ReferenceRow } from './reference_lists.js'

const compiled = new WeakMap<ReferenceListEdition, { rows: readonly ReferenceRow[]; phrases: Phrases }>()

/** Rows of a table whose `words` stand in a text such as an address or a name. */
export const rowsNamedIn = (list: ReferenceListEdition, text: string): readonly ReferenceRow[] => {
  const known = compiled.get(list)
  const rows = known?.rows ?? inOrder(list.rows)
  const table = known ?? { rows, phrases: compilePhrases(rows.map((row) => wordsOf(row['words']))) }
  if (known === undefined) compiled.set(list, table)
  return [...phrasesIn(table.phrases, normaliseText(text).split(' '))]
    .sort((a, b) => a - b)
    .flatMap((at) => (table.rows[at] === undefined ? [] : [table.rows[at]]))
}

/** The words of a row that stand in the text. */
export const wordsFound = (row: ReferenceRow, text: string): string => {
  const words = ` ${normaliseText(text)} `
  return wordsOf(row['words']).find((each) => words.includes(` ${each} `)) ?? ''
}
