import { createReferenceData, type ReferenceTables } from '#core/reference/lookups'
import type { ReferenceData } from '#core/reference/reference_data'
import { datasetReader, type ReadDataset, type Row } from './datasets.js'
import { carrierOf, containerLimitsOf, countryOf, hsHeadingOf, packageTypeOf, placeOf, unitOf } from './rows.js'

const byColumns = <T>(
  rows: readonly Row[],
  columns: readonly number[],
  make: (row: Row) => T
): ReadonlyMap<string, T> => {
  const table = new Map<string, T>()
  for (const row of rows) {
    const value = make(row)
    for (const column of columns) if (row[column]) table.set(row[column], value)
  }
  return table
}
const byFirst = <T>(rows: readonly Row[], make: (row: Row) => T) => byColumns(rows, [0], make)
const aliases = (rows: readonly Row[]) => byFirst(rows, ([, code = '']) => code)

/** How each table is made from the rows of its data files. */
const MAKERS = {
  places: (read) => {
    const twins = aliases(read('place_twins'))
    return byFirst(read('places'), (row) => placeOf(row, twins.get(row[0] ?? '')))
  },
  countries: (read) => byColumns(read('countries'), [0, 1], countryOf),
  packageTypes: (read) => byFirst(read('package_types'), packageTypeOf),
  packageAliases: (read) => aliases(read('package_aliases')),
  units: (read) => byFirst(read('units'), unitOf),
  unitAliases: (read) => aliases(read('unit_aliases')),
  containerLimits: (read) => byFirst(read('container_types'), containerLimitsOf),
  containerAliases: (read) => aliases(read('container_aliases')),
  carriers: (read) => byColumns(read('carriers'), [0, 1], carrierOf),
  hsHeadings: (read) =>
    byFirst(
      read('hs_codes').filter(([code = '']) => code.length === 4),
      hsHeadingOf
    ),
} satisfies { [T in keyof ReferenceTables]: (read: ReadDataset) => ReferenceTables[T] }

/**
 * The reference data of a directory (`database/reference`) in memory. Each table is read when it is
 * first asked for and kept; whoever never asks for places never pays for them.
 * @throws {ReferenceDataDamaged} at that moment, when a file is missing from the manifest or differs from it.
 */
export const loadReferenceData = (directory: string): ReferenceData => {
  const read = datasetReader(directory)
  const tables = {}
  for (const [name, make] of Object.entries(MAKERS)) {
    let table: ReturnType<typeof make> | undefined
    Object.defineProperty(tables, name, { get: () => (table ??= make(read)) })
  }
  return createReferenceData(tables as ReferenceTables)
}
