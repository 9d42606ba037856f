import type { ClientBase } from 'pg'
import { datasetReader, readManifest, type Dataset, type Row } from './datasets.js'
import { RELATIONS, type Relation } from './relations.js'

export interface LoadedRelation {
  readonly table: string
  /** Rows written; 0 when the editions stored are those of the files. */
  readonly written: number
}

const ROWS_PER_STATEMENT = 20_000

/**
 * Brings schema `reference` to the editions of a directory, in one transaction: readers see the old
 * edition whole or the new one whole. Files whose checksum is already stored are not even opened.
 * Needs the owner role and the migrated schema; two callers at once wait for one another.
 */
export const loadReferenceIntoDatabase = async (
  client: ClientBase,
  directory: string
): Promise<readonly LoadedRelation[]> => {
  await client.query('begin')
  try {
    await client.query(`select pg_advisory_xact_lock(hashtext('landfall.reference'))`)
    const manifest = readManifest(directory)
    const changed = await changedDatasets(client, manifest)
    const loaded: LoadedRelation[] = []
    for (const relation of RELATIONS) {
      const stale = relation.datasets.some((dataset) => changed.has(dataset))
      loaded.push({ table: relation.table, written: stale ? await replace(client, relation, directory) : 0 })
    }
    if (changed.size > 0) await recordDatasets(client, manifest)
    await client.query('commit')
    return loaded
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** Datasets of the manifest that are not stored, or stored from other bytes. */
const changedDatasets = async (client: ClientBase, manifest: readonly Dataset[]): Promise<ReadonlySet<string>> => {
  const { rows } = await client.query<Pick<Dataset, 'dataset' | 'sha256'>>(
    'select dataset, sha256 from reference.datasets'
  )
  const stored = new Map(rows.map(({ dataset, sha256 }) => [dataset, sha256]))
  return new Set(manifest.flatMap(({ dataset, sha256 }) => (stored.get(dataset) === sha256 ? [] : [dataset])))
}

const replace = async (client: ClientBase, relation: Relation, directory: string): Promise<number> => {
  const rows = relation.rows(datasetReader(directory))
  await client.query(relation.clear)
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    await client.query(relation.insert, transpose(rows.slice(from, from + ROWS_PER_STATEMENT)))
  }
  return rows.length
}

/** One array a column; an empty cell is null. */
const transpose = (rows: readonly Row[]): (string | null)[][] =>
  Array.from({ length: rows[0]?.length ?? 0 }, (_, column) => rows.map((row) => row[column] || null))

const recordDatasets = async (client: ClientBase, manifest: readonly Dataset[]): Promise<void> => {
  await client.query('delete from reference.datasets')
  await client.query(
    `insert into reference.datasets (dataset, file, edition, rows, sha256, source, licence, note)
     select dataset, file, edition, rows, sha256, source, licence, note
     from jsonb_populate_recordset(null::reference.datasets, $1)`,
    [JSON.stringify(manifest)]
  )
}
