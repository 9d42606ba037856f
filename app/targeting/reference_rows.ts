import type { ReferenceListDefinition } from '#core/indicators/lists/definition'
import type { ReferenceRow } from '#core/indicators/reference_lists'
import { err, ok, type Result } from '#core/kernel/result'
import type { ReferenceData } from '#core/reference/reference_data'
import type { Sentence } from '../../resources/props/shared.js'
import { sentence } from './authoring_failure.js'
import { readCell } from './reference_cell.js'

type Cells = Readonly<Record<string, unknown>>
type Faults = Record<string, Sentence>

/**
 * The rows of an edition as its list defines them, codes in their canonical form. Columns the list
 * does not have are left out; every fault is told by its place, `rows.3.country`.
 */
export function readReferenceRows(
  list: ReferenceListDefinition,
  given: readonly Cells[],
  reference: ReferenceData
): Result<ReferenceRow[], Faults> {
  const faults: Faults = {}
  const seen = new Map<string, number>()
  const rows = given.map((cells, index) => {
    const row = readRow(list, cells, reference, (column, fault) => (faults[`rows.${index}.${column}`] = fault))
    const key = JSON.stringify(list.key.map((column) => String(row[column]).toUpperCase()))
    const twin = seen.get(key)
    if (twin !== undefined)
      faults[`rows.${index}.${list.key[0]}`] ??= sentence('authoring.row_twice', { row: twin + 1 })
    else seen.set(key, index)
    return row
  })
  return Object.keys(faults).length === 0 ? ok(rows) : err(faults)
}

function readRow(
  list: ReferenceListDefinition,
  cells: Cells,
  reference: ReferenceData,
  fault: (column: string, why: Sentence) => void
): ReferenceRow {
  const row = Object.fromEntries(
    list.columns.map((column) => {
      const cell = readCell(column, cells[column.name], reference)
      if (!cell.ok) fault(column.name, cell.error)
      return [column.name, cell.ok ? cell.value : null]
    })
  )
  // Goods are told by words or by HS prefixes: a row with neither would never be found.
  const tellsGoods = list.columns.some(({ kind }) => kind === 'words')
  if (tellsGoods && isEmpty(cells['words']) && isEmpty(cells['hs']))
    fault('words', sentence('authoring.cell_words_or_hs'))
  return row
}

const isEmpty = (cell: unknown) => String(cell ?? '').trim() === ''
