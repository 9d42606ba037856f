import { spawn } from 'node:child_process'
import { lstatSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'
import pg from 'pg'
import {
  databaseScript,
  discard,
  killedDatabaseScript,
  postmasterPid,
  scratchDirectory,
  writtenEnvironment,
} from './scratch.js'

async function connect(storage: string, role: string, password?: string) {
  const env = writtenEnvironment(storage)
  const client = new pg.Client({
    host: env.LANDFALL_DB_HOST!,
    port: Number(env.LANDFALL_DB_PORT),
    database: env.LANDFALL_DB_NAME!,
    user: role,
    password: password ?? env[`LANDFALL_DB_${role.replace('landfall_', '').toUpperCase()}_PASSWORD`],
  })
  client.on('error', () => {})
  await client.connect()
  return client
}

async function query(storage: string, role: string, sql: string) {
  const client = await connect(storage, role)
  return client.query(sql).finally(() => client.end())
}

const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)

test.group('Embedded database', (group) => {
  let storage = ''
  group.setup(() => {
    storage = scratchDirectory()
    const { code, output } = databaseScript(storage)
    if (code !== 0) throw new Error(output)
    return () => discard(storage)
  })

  test('answers on its socket alone, in a directory closed to others', async ({ assert }) => {
    const { rows } = await query(storage, 'landfall_app', 'show listen_addresses')
    assert.deepEqual(rows, [{ listen_addresses: '' }])
    assert.equal(mode(join(storage, 'pg/run')), '700')
    assert.equal(mode(join(storage, 'pg/data')), '700')
  })

  test('keeps secrets to its own account and never prints them', async ({ assert }) => {
    for (const name of ['keys.json', 'database.json']) assert.equal(mode(join(storage, 'secrets', name)), '600')
    assert.equal(mode(join(storage, 'secrets')), '700')
    const { output } = databaseScript(storage)
    const passwords = Object.values(JSON.parse(readFileSync(join(storage, 'secrets/database.json'), 'utf8')))
    assert.isNotEmpty(passwords)
    for (const password of passwords as string[]) assert.notInclude(output, password)
  })

  test('lets nobody in as superuser', async ({ assert }) => {
    await assert.rejects(() => connect(storage, 'postgres', 'postgres'), /authentication failed/)
    const { rows } = await query(
      storage,
      'landfall_app',
      `select count(*) from pg_roles where rolname like 'landfall_%' and (rolsuper or rolcreaterole or rolreplication
         or rolbypassrls and rolcanlogin)`
    )
    assert.deepEqual(rows, [{ count: '0' }])
  })

  test('gives each role its own doors', async ({ assert }) => {
    await assert.rejects(() => query(storage, 'landfall_app', 'create table tenant.t ()'), /permission denied/)
    await assert.rejects(() => query(storage, 'landfall_queue', 'select * from tenant.anything'), /permission denied/)
    await assert.rejects(() => query(storage, 'landfall_control', 'create temp table t ()'), /permission denied/)
    await assert.rejects(() => query(storage, 'landfall_app', 'select * from sec.context_keys'), /permission denied/)
    await assert.rejects(() => query(storage, 'landfall_owner', 'create table t ()'), /no schema/)
  })

  test('is adopted by the next start', ({ assert }) => {
    const before = postmasterPid(storage)
    assert.include(databaseScript(storage).output, 'adopted')
    assert.equal(postmasterPid(storage), before)
  })

  test('recovers what was committed after its server was killed', async ({ assert }) => {
    await query(storage, 'landfall_owner', 'create table control.kept as select 7 as number')
    const before = postmasterPid(storage)
    process.kill(before, 'SIGKILL')
    assert.equal(databaseScript(storage).code, 0)
    assert.notEqual(postmasterPid(storage), before)
    const { rows } = await query(storage, 'landfall_owner', 'select number from control.kept')
    assert.deepEqual(rows, [{ number: 7 }])
  })

  test('is not fooled by a process id that now belongs to another program', async ({ assert, cleanup }) => {
    databaseScript(storage, 'stop')
    const other = spawn('sleep', ['60'], { stdio: 'ignore' })
    cleanup(() => void other.kill())
    const lines = [other.pid, join(storage, 'pg/data'), 1, 5432, join(storage, 'pg/run'), '', '', 'ready', '']
    writeFileSync(join(storage, 'pg/data/postmaster.pid'), lines.join('\n'))
    assert.equal(databaseScript(storage).code, 0)
    assert.notEqual(postmasterPid(storage), other.pid)
    assert.isNull(other.exitCode)
  })

  test('refuses to replace the keys of existing data', ({ assert }) => {
    const path = join(storage, 'secrets/keys.json')
    const keys = readFileSync(path)
    rmSync(path)
    const { code, output } = databaseScript(storage)
    writeFileSync(path, keys, { mode: 0o600 })
    assert.equal(code, 1)
    assert.include(output, 'is missing, but this installation already has a database')
  })

  test('gives the roles new passwords when only those were lost', async ({ assert }) => {
    const path = join(storage, 'secrets/database.json')
    const old = writtenEnvironment(storage).LANDFALL_DB_APP_PASSWORD!
    rmSync(path)
    assert.equal(databaseScript(storage).code, 0)
    await assert.rejects(() => connect(storage, 'landfall_app', old), /authentication failed/)
    const { rows } = await query(storage, 'landfall_app', 'select 1 as one')
    assert.deepEqual(rows, [{ one: 1 }])
  })
})

test.group('Embedded database in awkward places', () => {
  test('starts after a first start that was killed at {$self} ms')
    .with([150, 300, 450, 700, 1000])
    .run(async ({ assert, cleanup }, milliseconds) => {
      const storage = scratchDirectory()
      cleanup(() => discard(storage))
      await killedDatabaseScript(storage, milliseconds)
      const { code, output } = databaseScript(storage)
      assert.equal(code, 0, output)
      const { rowCount } = await query(storage, 'landfall_app', 'select')
      assert.equal(rowCount, 1)
    })

  test('moves its socket when the path is too long for one', ({ assert, cleanup }) => {
    const outer = scratchDirectory()
    const storage = join(outer, 'a-directory-name-of-some-length/'.repeat(4), 'storage')
    let socketDirectory = ''
    cleanup(() => {
      discard(storage)
      for (const path of [outer, socketDirectory]) rmSync(path, { recursive: true, force: true })
    })
    const { code, output } = databaseScript(storage)
    assert.equal(code, 0, output)
    socketDirectory = writtenEnvironment(storage).LANDFALL_DB_HOST!
    assert.isBelow(`${socketDirectory}/.s.PGSQL.5432`.length, 104)
    assert.isTrue(lstatSync(join(socketDirectory, '.s.PGSQL.5432')).isSocket())
  })

  test('moves to a system directory, and says so, where root closed the checkout', ({ assert, cleanup }) => {
    const closed = scratchDirectory(0o700)
    const storage = join(closed, 'storage')
    const { code, output } = databaseScript(storage)
    const home = /cluster in (\S+)/.exec(output)?.[1]
    cleanup(() => {
      discard(storage)
      for (const path of [closed, home]) if (path) rmSync(path, { recursive: true, force: true })
    })
    assert.equal(code, 0, output)
    if (process.getuid!() === 0) assert.match(home ?? '', /^\/var\/lib\/landfall\//)
    else assert.isUndefined(home)
  })
})
