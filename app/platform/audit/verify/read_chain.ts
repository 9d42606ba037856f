import db from '@adonisjs/lucid/services/db'
import { rows, unitOfWork } from '#platform/tenancy/database'
import type { Administration } from '#platform/tenancy/tenant_context'
import { isPlatform } from '../chain/chain.js'
import type { StoredEntry } from '../chain/canonical.js'
import { statementsOf } from '../chain/statements.js'

const PAGE = 2_000

export interface ChainRow {
  seq: number
  hash: string
  /** `null`: sealed, and gone. */
  entry: StoredEntry | null
}

type Row = { seq: number; hash: string } & (StoredEntry | { id: null })

/** What an administration's own role reads of itself, and the control plane's of the platform. */
async function read<T>(administration: Administration, sql: string, bindings: readonly unknown[]): Promise<T[]> {
  if (!isPlatform(administration)) return rows<T>(sql, bindings)
  return ((await db.connection('control').rawQuery(sql, bindings as never)) as { rows: T[] }).rows
}

/** The chain after a number, in its order, in pages. */
export async function* chainPages(
  administration: Administration,
  after = 0,
  until = Infinity
): AsyncGenerator<ChainRow[]> {
  for (let from = after; ;) {
    const page = await read<Row>(administration, statementsOf(administration).page, [administration.id, from, PAGE])
    const wanted = page.filter(({ seq }) => seq <= until)
    if (wanted.length > 0)
      yield wanted.map(({ seq, hash, ...entry }) => ({ seq, hash, entry: entry.id === null ? null : entry }))
    if (page.length < PAGE || wanted.length < page.length) return
    from = page.at(-1)!.seq
  }
}

/** Entries that are not chained; one that is not queued either was put in past the trigger. */
export async function unsealedEntries(
  administration: Administration
): Promise<{ entry: StoredEntry; queued: boolean }[]> {
  const found = await unitOfWork(
    () =>
      read<StoredEntry & { queued: boolean }>(administration, statementsOf(administration).unsealed, [
        administration.id,
      ]),
    { statementTimeoutMs: 300_000 }
  )
  return found.map(({ queued, ...entry }) => ({ entry, queued }))
}
