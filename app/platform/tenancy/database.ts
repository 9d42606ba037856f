import { createHash } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'
import { connectionName } from '#platform/database/connections'
import { withoutStatement } from '#platform/database/errors'
import { inTransaction } from '#platform/database/in_transaction'
import { tenantStore, tenancy } from './tenant_context.js'

/** The current unit's transaction, else a pooled client of the administration's database. */
export function tenantDb(): QueryClientContract {
  const store = tenantStore.getStore()
  if (store?.unit) return store.unit.transaction
  return db.connection(connectionName('app', tenancy.current().administration.placement))
}

/** Rows of one parameterised statement. `?` is the placeholder; text is never built from input. */
export async function rows<T>(sql: string, bindings: readonly unknown[] = []): Promise<T[]> {
  return (await statement(sql, bindings)).rows as T[]
}

export async function firstRow<T>(sql: string, bindings: readonly unknown[] = []): Promise<T | null> {
  return (await rows<T>(sql, bindings))[0] ?? null
}

/** Rows changed by one parameterised statement. */
export async function execute(sql: string, bindings: readonly unknown[] = []): Promise<number> {
  return (await statement(sql, bindings)).rowCount ?? 0
}

async function statement(
  sql: string,
  bindings: readonly unknown[]
): Promise<{ rows: unknown[]; rowCount: number | null }> {
  try {
    const query = tenantDb().rawQuery(sql, bindings as never)
    const name = tenantStore.getStore()?.unit?.planned ? nameOf(sql) : null
    if (name !== null) query.knexQuery.options({ name })
    return (await query) as { rows: unknown[]; rowCount: number | null }
  } catch (error) {
    throw withoutStatement(error)
  }
}

/** Plans stay in each connection: a text made for the occasion must not fill its memory. */
const MOST_NAMES = 1_000
const names = new Map<string, string>()

/** By its text, so that a connection that was asked before has the plan. */
function nameOf(sql: string): string | null {
  const known = names.get(sql)
  if (known !== undefined) return known
  if (names.size === MOST_NAMES) return null
  const name = createHash('sha256').update(sql).digest('base64url').slice(0, 22)
  names.set(sql, name)
  return name
}

export interface UnitOptions {
  /** Longer than the role's own limit, for drains. */
  statementTimeoutMs?: number
  /**
   * What a power failure takes is done again from the row that waits, so the commit need not wait
   * for the disk. Order is kept: a later commit is never there without an earlier one.
   */
  repeatable?: boolean
  /**
   * For drains, which ask the same over and over: the connection keeps the plan of each statement, which else takes
   * longer than the work for one message. Plans then go by indexes alone, those that check foreign keys too: a plan
   * made while a table was small must stay good when a ship has filled it. A plan for whatever is asked is taken from
   * the first time on: planning anew leaves partitions out that the kept plan leaves out as well, when it runs.
   */
  planned?: boolean
}

/**
 * One action = one unit = one transaction; nested units join. Never across network calls,
 * rendering or streams. A throw rolls back and nothing queued by `afterCommit` happens.
 */
export async function unitOfWork<T>(work: () => Promise<T>, options: UnitOptions = {}): Promise<T> {
  const store = tenantStore.getStore()
  const context = tenancy.current()
  if (store?.unit) return work()
  const client = db.connection(connectionName('app', context.administration.placement))
  const afterCommit: (() => unknown)[] = []
  const result = await inTransaction(client, async (transaction) => {
    await setLocally(transaction, settingsOf(options))
    return tenantStore.run({ context, unit: { transaction, afterCommit, planned: options.planned ?? false } }, work)
  })
  for (const step of afterCommit) await step()
  return result
}

const settingsOf = ({ statementTimeoutMs, repeatable, planned }: UnitOptions): [string, string][] => [
  ...(statementTimeoutMs
    ? ([
        ['statement_timeout', String(statementTimeoutMs)],
        ['idle_in_transaction_session_timeout', String(statementTimeoutMs)],
      ] as [string, string][])
    : []),
  ...(repeatable ? ([['synchronous_commit', 'off']] as [string, string][]) : []),
  ...(planned
    ? ([
        ['enable_seqscan', 'off'],
        ['plan_cache_mode', 'force_generic_plan'],
      ] as [string, string][])
    : []),
]

/** Settings of this transaction, in one round trip. */
async function setLocally(
  transaction: TransactionClientContract,
  settings: readonly [string, string][]
): Promise<void> {
  if (settings.length === 0) return
  await transaction.rawQuery(
    `select set_config(name, value, true) from unnest(?::text[], ?::text[]) as s(name, value)`,
    [settings.map(([name]) => name), settings.map(([, value]) => value)] as never
  )
}

/** Runs after the current unit committed, or at once when there is none. Used for doorbells only: rows are the truth. */
export async function afterCommit(step: () => unknown): Promise<void> {
  const unit = tenantStore.getStore()?.unit
  if (unit) unit.afterCommit.push(step)
  else await step()
}
