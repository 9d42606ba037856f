import { createHmac } from 'node:crypto'
import env from '#start/env'
import { tenantStore } from './tenant_context.js'

/** What we use of a pooled pg connection. */
interface PooledConnection {
  processID: number
  query(sql: string, values?: unknown[]): Promise<unknown>
  /** What pg believes the server has prepared. */
  connection?: { parsedStatements?: Record<string, string> }
  __tenant?: string | undefined
}
interface KnexClient {
  acquireConnection(): Promise<PooledConnection>
  releaseConnection(connection: PooledConnection): Promise<void>
}

/** HMAC over tenant, backend and purpose: an injected `set_config` alone opens nothing (SECURITY T09). */
export function signContext(tenant: string, backend: number): string {
  return createHmac('sha256', Buffer.from(env.get('LANDFALL_CONTEXT_KEY'), 'base64'))
    .update(`${tenant}:${backend}:app`)
    .digest('hex')
}

/**
 * Sets the tenant with its signature at every pool checkout, so that a connection carries the
 * administration of the work that holds it and of nobody before. Needs session pooling.
 */
export function setTenantAtCheckout(client: KnexClient): void {
  const acquire = client.acquireConnection.bind(client)
  client.acquireConnection = async () => {
    const connection = await acquire()
    const wanted = tenantStore.getStore()?.context.administration.id ?? ''
    if (connection.__tenant === wanted) return connection
    const switching = connection.__tenant !== undefined
    connection.__tenant = undefined
    try {
      // Temporary tables, cursors, locks, subscriptions and settings outlive a switch of tenant (T12).
      if (switching) {
        await connection.query('discard all')
        if (connection.connection) connection.connection.parsedStatements = {}
      }
      await connection.query(`select set_config('app.tenant_id', $1, false), set_config('app.tenant_mac', $2, false)`, [
        wanted,
        wanted ? signContext(wanted, connection.processID) : '',
      ])
      connection.__tenant = wanted
      return connection
    } catch (error) {
      await client.releaseConnection(connection)
      throw error
    }
  }
}
