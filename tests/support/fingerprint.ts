import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { connectionFor } from '#platform/database/connections'
import env from '#start/env'
import { enter } from './database_roles.js'
import { tablesOf } from './inventory.js'

/**
 * A refusal is audited, and whoever signs in to attack is noticed, by letter and bell: these move. `routes_rightful`
 * and `denied` say by how much the audit does.
 */
const TRACES = /^(audit_|officer_devices$|officer_letters$)/

/** A count and a checksum of every table of an administration: what an attack may not move. */
export class Fingerprint {
  private constructor(
    private readonly client: pg.Client,
    private readonly sql: string
  ) {}

  static async of(tenant: string): Promise<Fingerprint> {
    const client = new pg.Client(
      connectionFor('owner', env.get('LANDFALL_DB_OWNER_PASSWORD')!, { max: 1 }).connection as pg.ClientConfig
    )
    await client.connect()
    await enter(client, tenant)
    const sum = (name: string, condition: string) =>
      `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as sum from ${name} t where ${condition}`
    const parts = (await tablesOf(client))
      .filter((table) => !TRACES.test(table))
      .map((table) => sum(`tenant.${table}`, table === 'notifications' ? `kind <> 'device_appeared'` : 'true'))
    parts.push(
      sum('control.doorbells', `administration_id = '${tenant}' and room not in ('letters', 'notifications')`),
      sum('control.administrations', `id = '${tenant}'`),
      sum('control.api_token_directory', `administration_id = '${tenant}'`)
    )
    return new Fingerprint(client, parts.join(' union all '))
  }

  async take(): Promise<Map<string, string>> {
    // Named, so that it is planned once: a statement over all tables takes longer to plan than to run.
    const { rows } = await this.client.query<{ name: string; sum: string }>({ name: 'fingerprint', text: this.sql })
    return new Map([...rows.map(({ name, sum }): [string, string] => [name, sum]), ['mail', String(await mailCount())]])
  }

  close(): Promise<void> {
    return this.client.end()
  }
}

const mailCount = async () => (await readdir(join(env.get('LANDFALL_STORAGE_DIR'), 'mail')).catch(() => [])).length

/** Names of what differs. */
export const changed = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] =>
  [...after].filter(([name, sum]) => before.get(name) !== sum).map(([name]) => name)
