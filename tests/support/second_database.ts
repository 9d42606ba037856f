import db from '@adonisjs/lucid/services/db'
import pg from 'pg'
import { connectionFor, mainDatabase, placements, type DatabaseAddress } from '#platform/database/connections'
import { loadContextKey } from '#platform/database/context_key'
import env from '#start/env'

/** A second database for administrations, known to the running application until `leave` is called. */
export interface SecondDatabase {
  placement: string
  address: DatabaseAddress
  leave(): Promise<void>
}

const TEMPORARY = ['landfall_owner', 'landfall_app']
const ENTERING = ['owner', 'app', 'auth', 'queue', 'control', 'sealer'].map((role) => `landfall_${role}`)

/**
 * Copies the migrated template that the runner names; a suite that is run by hand against a database
 * in use names a template of its own (`LANDFALL_TEST_TEMPLATE`).
 */
export async function enterSecondDatabase(): Promise<SecondDatabase> {
  const template = process.env.LANDFALL_TEST_TEMPLATE
  if (!template) throw new Error('LANDFALL_TEST_TEMPLATE names no migrated database to copy')
  const address = { ...mainDatabase(), database: `${mainDatabase().database}_second` }
  await asOwner('postgres', async (client) => {
    await client.query(`drop database if exists "${address.database}" with (force)`)
    await client.query(`create database "${address.database}" template "${template}"`)
    await client.query(`revoke all on database "${address.database}" from public`)
    await client.query(`grant connect on database "${address.database}" to ${ENTERING.join(', ')}`)
    await client.query(`grant temporary on database "${address.database}" to ${TEMPORARY.join(', ')}`)
  })
  const before = env.get('LANDFALL_PLACEMENTS')
  env.set('LANDFALL_PLACEMENTS', JSON.stringify({ second: address }))
  const added = Object.entries(placements())
  for (const [name, config] of added) db.manager.add(name, config)
  await loadContextKey(db.connection('owner_second'))
  return {
    placement: 'second',
    address,
    async leave() {
      env.set('LANDFALL_PLACEMENTS', before ?? '')
      for (const [name] of added) await db.manager.close(name, true)
      await asOwner('postgres', (client) => client.query(`drop database if exists "${address.database}" with (force)`))
    },
  }
}

async function asOwner(database: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const config = connectionFor(
    'owner',
    env.get('LANDFALL_DB_OWNER_PASSWORD')!,
    { max: 1 },
    { ...mainDatabase(), database }
  ).connection
  const client = new pg.Client(config as pg.ClientConfig)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
