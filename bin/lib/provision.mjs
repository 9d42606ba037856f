import { createHash, randomBytes } from 'node:crypto'
import { chownSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { Failure } from './failure.mjs'
import { startCluster, singleUser, stopCluster } from './postgres/cluster.mjs'
import { clearLeftovers, livingPostmaster } from './postgres/leftovers.mjs'
import { databaseSql, rolesSql } from './roles.mjs'
import { scramVerifier } from './scram.mjs'

export const DATABASE = 'landfall'
const OLDEST_SERVER = 180_000

async function connected(options, work) {
  const client = new pg.Client(options)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function createDatabase(client, name) {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
  if (rowCount === 0)
    await client.query(`create database "${name}" owner landfall_owner template template0 encoding 'UTF8'`)
}

/** Changes when the passwords or what this release wants to find in the cluster change. */
function fingerprint(passwords) {
  const hash = createHash('sha256')
  for (const file of ['roles.mjs', 'provision.mjs']) hash.update(readFileSync(join(import.meta.dirname, file)))
  for (const [name, password] of Object.entries(passwords)) hash.update(`${name}=${password.reveal()}\n`)
  return hash.digest('hex')
}

/**
 * Starts the embedded cluster with its roles in place. The superuser has no password: when there is
 * something to prepare, the stopped cluster is opened in single-user mode, given a password for the
 * next moments, and loses it again at the end. A mark inside the data directory says what was done.
 */
export async function startEmbedded(place, passwords, { disposable }) {
  const mark = join(place.data, 'landfall.provisioned')
  const wanted = fingerprint(passwords)
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return startCluster(place, { disposable })
  if (livingPostmaster(place.data)) await stopCluster(place)
  const { data, sockets } = place
  await clearLeftovers(data, sockets)
  const password = randomBytes(24).toString('base64url')
  singleUser(place, `alter role postgres password '${scramVerifier(password)}'`)
  const server = await startCluster(place, { disposable })
  const superuser = { host: sockets, port: server.port, user: 'postgres', password, options: '-c log_statement=none' }
  await connected({ ...superuser, database: 'postgres' }, async (client) => {
    await client.query(rolesSql(passwords))
    await createDatabase(client, DATABASE)
    await client.query('revoke all on database postgres, template1 from public')
    // Somewhere to stand while copying a database that nobody may be connected to.
    await client.query('grant connect on database postgres to landfall_owner')
  })
  await connected({ ...superuser, database: DATABASE }, (client) => client.query(databaseSql(DATABASE)))
  await connected({ ...superuser, database: 'postgres' }, (client) => client.query('alter role postgres password null'))
  writeFileSync(mark, wanted, { mode: 0o600 })
  if (place.account) chownSync(mark, place.account.uid, place.account.gid)
  return server
}

/** Refusals of a database that was handed to us, each with its reason. */
async function examine(client) {
  const { rows } = await client.query(
    `select current_setting('server_version_num')::int as version, current_setting('server_version') as label,
            rolsuper or (rolcreaterole and rolbypassrls) as able, current_user as name from pg_roles where rolname = current_user`
  )
  const [{ version, label, able, name }] = rows
  if (version < OLDEST_SERVER)
    throw new Failure(`DATABASE_URL is PostgreSQL ${label}; Landfall needs 18 or newer (uuidv7(), role memberships).`)
  if (!able)
    throw new Failure(
      `DATABASE_URL signs in as "${name}", which may not create Landfall's roles.\nGive it CREATEROLE and BYPASSRLS (or use a superuser) for the start.`
    )
}

const unreachable = (error) => {
  throw error instanceof Failure
    ? error
    : new Failure(`The database of DATABASE_URL cannot be prepared: ${error.message}`)
}

/** Puts roles and schemas into the PostgreSQL of DATABASE_URL. */
export function prepareExternal(url, passwords) {
  const options = { connectionString: url }
  return connected(options, async (client) => {
    await examine(client)
    await client.query(rolesSql(passwords))
    await client.query('grant landfall_owner, landfall_definer to current_user')
    const database = client.database
    await client.query(`alter database "${database}" owner to landfall_owner`)
    await client.query(databaseSql(database))
    return { host: client.host, port: client.port, database, ssl: new URL(url).searchParams.get('sslmode') }
  }).catch(unreachable)
}
