import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

type Cells = Readonly<Record<string, string>>

/** A reference list that an administration starts with and then edits as its own. */
export interface DefaultList {
  readonly code: string
  readonly edition: string
  readonly source: string
  readonly rows: readonly Readonly<Record<string, string | boolean | null>>[]
}

/** An invented entry of a demo administration's watch lists; `list` groups entries, `kind` says what is compared. */
export interface DemoWatchListEntry {
  readonly list: string
  readonly kind: string
  readonly value: string
  readonly reason: string
  /** `2026-01-01`, first day of validity in the administration's zone; `null` = open. */
  readonly validFrom: string | null
  /** Last day of validity. */
  readonly validUntil: string | null
}

const readCsv = (directory: string, file: string): readonly Cells[] =>
  parse(readFileSync(join(directory, file)), { columns: true }) as Cells[]

/** Default reference lists of a directory (`database/defaults`), as its `lists.json` names them. */
export const readDefaultLists = (directory: string): readonly DefaultList[] => {
  const lists = JSON.parse(readFileSync(join(directory, 'lists.json'), 'utf8')) as Omit<DefaultList, 'rows'>[]
  return lists.map(({ code, edition, source }) => ({
    code,
    edition,
    source,
    rows: readCsv(directory, `${code}.csv`).map(rowOf),
  }))
}

const rowOf = (cells: Cells): DefaultList['rows'][number] =>
  Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, valueOf(cell)]))

/** An empty cell is null; `true` and `false` are flags. Codes stay text: `0801` is no number. */
const valueOf = (cell: string): string | boolean | null => {
  if (cell === '') return null
  if (cell === 'true') return true
  return cell === 'false' ? false : cell
}

/** Entries for the demo administration with this code (`GT`, `JM`). */
export const readDemoWatchList = (directory: string, administration: string): readonly DemoWatchListEntry[] =>
  readCsv(directory, `demo_watch_lists_${administration}.csv`).map((cells) => ({
    list: cells['list'] ?? '',
    kind: cells['kind'] ?? '',
    value: cells['value'] ?? '',
    reason: cells['reason'] ?? '',
    validFrom: cells['valid_from'] || null,
    validUntil: cells['valid_until'] || null,
  }))
