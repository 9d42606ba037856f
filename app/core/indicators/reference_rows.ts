import type { MessageKey } from './definition.js'
import type { ReferenceColumn, ReferenceListDefinition } from './reference_list_catalogue.js'
import type { ReferenceRow } from './reference_lists.js'

/** Something wrong in a row of a table; `row` counts from 0, `column` is empty when the row as a whole is meant. */
export interface RowProblem {
  readonly because: MessageKey
  readonly row: number
  readonly column: string
  readonly params: Readonly<Record<string, string | number>>
}

/** Rows of an edition from text, as a CSV file or a form gives them. Rows with a problem are left out of `rows` and named. */
export const readReferenceRows = (
  list: ReferenceListDefinition,
  records: readonly Readonly<Record<string, string>>[]
): { readonly rows: readonly ReferenceRow[]; readonly problems: readonly RowProblem[] } => {
  const rows: ReferenceRow[] = []
  const problems: RowProblem[] = []
  const keys = new Set<string>()
  records.forEach((record, index) => {
    const found = checkRecord(list, record, index)
    const row = Object.fromEntries(
      list.columns.map((column) => [column.name, valueOf(column, record[column.name] ?? '')])
    )
    const key = JSON.stringify(list.key.map((name) => row[name]))
    if (keys.has(key))
      found.push({
        because: 'targeting.row_twice',
        row: index,
        column: '',
        params: { key: list.key.map((name) => String(row[name])).join(', ') },
      })
    keys.add(key)
    problems.push(...found)
    if (found.length === 0) rows.push(row)
  })
  return { rows, problems }
}

const checkRecord = (
  list: ReferenceListDefinition,
  record: Readonly<Record<string, string>>,
  row: number
): RowProblem[] => [
  ...Object.keys(record)
    .filter((name) => !list.columns.some((column) => column.name === name))
    .map((name): RowProblem => ({ because: 'targeting.row_column_unknown', row, column: name, params: { name } })),
  ...list.columns.flatMap((column): RowProblem[] => {
    const value = (record[column.name] ?? '').trim()
    if (value === '')
      return column.required
        ? [{ because: 'targeting.row_missing', row, column: column.name, params: { labelKey: column.label } }]
        : []
    return fits(column, value)
      ? []
      : [{ because: 'targeting.row_value', row, column: column.name, params: { labelKey: column.label, value } }]
  }),
]

const SHAPES: Readonly<Record<ReferenceColumn['kind'], RegExp>> = {
  text: /^/,
  words: /[^|\s]/,
  country: /^[A-Za-z]{2}$/,
  place: /^[A-Za-z]{2}[A-Za-z2-9]{3}$/,
  hs: /^\d{2,12}(\|\d{2,12})*$/,
  code: /^/,
  flag: /^(true|false)$/i,
}

const fits = (column: ReferenceColumn, value: string): boolean =>
  (column.any === true && value === '*') || (SHAPES[column.kind].test(value) && (column.codes?.includes(value) ?? true))

const valueOf = (column: ReferenceColumn, text: string): string | boolean | null => {
  const value = text.trim()
  if (value === '') return null
  if (column.kind === 'flag') return value.toLowerCase() === 'true'
  return column.kind === 'country' || column.kind === 'place' ? value.toUpperCase() : value
}
