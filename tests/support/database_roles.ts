import pg from 'pg'
import { connectionFor, mainDatabase, type DatabaseAddress, type DatabaseRole } from '#platform/database/connections'
import { signContext } from '#platform/tenancy/signed_checkout'
import env from '#start/env'

const PASSWORDS = {
  owner: 'LANDFALL_DB_OWNER_PASSWORD',
  app: 'LANDFALL_DB_APP_PASSWORD',
  auth: 'LANDFALL_DB_AUTH_PASSWORD',
  queue: 'LANDFALL_DB_QUEUE_PASSWORD',
  control: 'LANDFALL_DB_CONTROL_PASSWORD',
  sealer: 'LANDFALL_DB_SEALER_PASSWORD',
} as const

export const DATABASE_ROLES = Object.keys(PASSWORDS) as DatabaseRole[]

/** A connection of its own under this role, outside every pool and guard, closed afterwards. */
export async function connectedAs<T>(
  role: DatabaseRole,
  work: (client: pg.Client) => Promise<T>,
  address: DatabaseAddress = mainDatabase()
): Promise<T> {
  const config = connectionFor(role, env.get(PASSWORDS[role])!, { max: 1 }, address).connection as pg.ClientConfig
  const client = new pg.Client(config)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export const backendOf = async (client: pg.Client): Promise<number> =>
  (await client.query<{ pid: number }>('select pg_catalog.pg_backend_pid() as pid')).rows[0]!.pid

export async function setContext(client: pg.Client, tenant: string, mac: string): Promise<void> {
  await client.query(
    `select pg_catalog.set_config('app.tenant_id', $1, false), pg_catalog.set_config('app.tenant_mac', $2, false)`,
    [tenant, mac]
  )
}

/** Gives a connection the context that the pool would give it. */
export async function enter(client: pg.Client, tenant: string): Promise<void> {
  await setContext(client, tenant, signContext(tenant, await backendOf(client)))
}

/** The SQLSTATE a statement is refused with, or `null` and what it touched. */
export async function attempt(
  client: pg.Client,
  sql: string,
  values: readonly unknown[] = []
): Promise<{ code: string | null; touched: number }> {
  await client.query('begin')
  try {
    const done = await client.query(sql, [...values])
    return { code: null, touched: done.rowCount ?? 0 }
  } catch (error) {
    return { code: (error as { code?: string }).code ?? 'unknown', touched: 0 }
  } finally {
    await client.query('rollback')
  }
}
