import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

const PATIENCE_MS = 120_000

/** Asks the database of another installation, as its application would, and again while it is away. */
export class Witness {
  #client: pg.Client | null = null

  private constructor(
    private readonly storage: string,
    private readonly tenant: string
  ) {}

  static async of(storage: string, code: string): Promise<Witness> {
    const client = await connect(storage, 'control')
    const { rows } = await client.query<{ id: string }>('select id from control.administrations where code = $1', [
      code,
    ])
    await client.end()
    return new Witness(storage, rows[0]!.id)
  }

  async rows<T extends pg.QueryResultRow>(sql: string): Promise<T[]> {
    const until = performance.now() + PATIENCE_MS
    for (;;) {
      try {
        this.#client ??= await this.#enter()
        return (await this.#client.query<T>(sql)).rows
      } catch (error) {
        await this.close()
        if (performance.now() > until) throw error
        await sleep(50)
      }
    }
  }

  /** Tries one statement; the state it was refused with, or `null` when it went through. */
  async attempt(sql: string): Promise<string | null> {
    try {
      this.#client ??= await this.#enter()
      await this.#client.query(sql)
      return null
    } catch (error) {
      await this.close()
      return (error as { code?: string }).code ?? 'unknown'
    }
  }

  /** Messages not read to their end, and revisions not weighed. */
  async inFlight(): Promise<number> {
    const [found] = await this.rows<{ count: number }>(
      `select (select count(*) from tenant.received_messages where state in ('received', 'reading'))::int
            + (select count(*) from tenant.assessment_requests)::int as count`
    )
    return found!.count
  }

  /** Audit entries of the administration that no chain holds yet. */
  async unsealed(): Promise<number> {
    const [found] = await this.rows<{ count: number }>(`select count(*)::int as count from control.audit_queue`)
    return found!.count
  }

  async close(): Promise<void> {
    const client = this.#client
    this.#client = null
    await client?.end().catch(() => {})
  }

  async #enter(): Promise<pg.Client> {
    const client = await connect(this.storage, 'app')
    const key = Buffer.from(secretsOf(this.storage, 'keys').context!, 'base64')
    const { rows } = await client.query<{ pid: number }>('select pg_catalog.pg_backend_pid() as pid')
    const mac = createHmac('sha256', key).update(`${this.tenant}:${rows[0]!.pid}:app`).digest('hex')
    await client.query(
      `select pg_catalog.set_config('app.tenant_id', $1, false), pg_catalog.set_config('app.tenant_mac', $2, false)`,
      [this.tenant, mac]
    )
    return client
  }
}

const secretsOf = (storage: string, file: string): Record<string, string> =>
  JSON.parse(readFileSync(join(storage, `secrets/${file}.json`), 'utf8'))

async function connect(storage: string, role: 'app' | 'control'): Promise<pg.Client> {
  const client = new pg.Client({
    host: readFileSync(join(storage, 'pg/data/postmaster.pid'), 'utf8').split('\n')[4]!,
    port: 5432,
    database: 'landfall',
    user: `landfall_${role}`,
    password: secretsOf(storage, 'database')[role]!,
  })
  client.on('error', () => {})
  await client.connect()
  return client
}
