import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { connectionName } from '#platform/database/connections'
import { inTransaction } from '#platform/database/in_transaction'
import { tenancy, type Administration } from '#platform/tenancy/tenant_context'

/** The platform's own chain stands in the place of an administration that nobody has. */
export const PLATFORM: Administration = {
  id: '00000000-0000-0000-0000-000000000000',
  code: 'platform',
  name: 'platform',
  country: '',
  timezone: 'UTC',
  locale: 'en',
  currency: '',
  placement: 'main',
  state: 'live',
  demo: false,
}

export const isPlatform = ({ id }: Administration): boolean => id === PLATFORM.id

/**
 * One transaction of the sealer, inside this administration: its connections carry the signed
 * context like those of the application, so it can read and chain one administration at a time only.
 */
export function asSealer<T>(
  administration: Administration,
  work: (client: TransactionClientContract) => Promise<T>
): Promise<T> {
  const context = { administration, actor: { kind: 'system' as const, id: 'sealer' }, correlationId: randomUUID() }
  return tenancy.run(context, () =>
    inTransaction(db.connection(connectionName('sealer', administration.placement)), work)
  )
}

/** One sealer an administration at a time; `false` when another has it. Held to the end of the transaction. */
export async function takeTurn(
  client: TransactionClientContract,
  task: 'seal' | 'anchor',
  administration: Administration
): Promise<boolean> {
  const { rows } = await client.rawQuery(
    `select pg_catalog.pg_try_advisory_xact_lock(pg_catalog.hashtextextended(?, 0)) as mine`,
    [`audit/${task}/${administration.id}`]
  )
  return rows[0].mine
}
