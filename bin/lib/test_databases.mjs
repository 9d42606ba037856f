import pg from 'pg'
import { entrySql } from './roles.mjs'

/** Copies of the migrated database, one for each suite; made by the owner, who may create databases. */
export async function copyDatabase(system, name) {
  const { host, port, database } = system.database
  const password = system.secrets.passwords.owner.reveal()
  const client = new pg.Client({ host, port, database: 'postgres', user: 'landfall_owner', password })
  await client.connect()
  try {
    await client.query(`create database "${name}" template "${database}"`)
    await client.query(entrySql(name))
  } finally {
    await client.end()
  }
}
