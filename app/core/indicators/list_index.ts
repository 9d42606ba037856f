import type { ReferenceListEdition, ReferenceRow } from './reference_lists.js'

type Index = ReadonlyMap<string, readonly ReferenceRow[]>
const indexes = new WeakMap<ReferenceListEdition, Map<string, Index>>()

const text = (row: ReferenceRow, column: string): string => String(row[column] ?? '').toUpperCase()

/** Rows of an edition whose column has the value, case apart. Indexed once an edition; rows in an order of their own. */
export const rowsWhere = (list: ReferenceListEdition, column: string, value: string): readonly ReferenceRow[] =>
  indexOf(list, column).get(value.toUpperCase()) ?? []

const indexOf = (list: ReferenceListEdition, column: string): Index => {
  const columns = indexes.get(list) ?? new Map<string, Index>()
  indexes.set(list, columns)
  const made = columns.get(column) ?? build(list, column)
  columns.set(column, made)
  return made
}

const build = (list: ReferenceListEdition, column: string): Index => {
  const index = new Map<string, ReferenceRow[]>()
  for (const row of inOrder(list.rows)) {
    const key = text(row, column)
    const same = index.get(key)
    if (same) same.push(row)
    else index.set(key, [row])
  }
  return index
}

/** By what they say, so that the order in which an edition was written changes no verdict. */
export const inOrder = (rows: readonly ReferenceRow[]): readonly ReferenceRow[] =>
  rows
    .map((row) => ({ row, key: JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ row }) => row)
