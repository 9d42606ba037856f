import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { gone, isAlive } from './installation.js'
import { databaseScript, discard, postmasterPid, scratchDirectory } from './scratch.js'

// @ts-expect-error A script without types.
const { clearLeftovers } = (await import('../../../bin/lib/postgres/leftovers.mjs')) as {
  clearLeftovers: (data: string, sockets: string, end?: (pid: number, signal: string) => void) => Promise<void>
}

/** A process that works in a directory, as an orphaned backend does, and is not moved by a polite word. */
async function orphanIn(directory: string): Promise<ChildProcess> {
  const orphan = spawn(
    process.execPath,
    ['-e', `process.on('SIGQUIT', () => {}); setInterval(() => {}, 1e3); console.log('up')`],
    {
      cwd: directory,
      stdio: ['ignore', 'pipe', 'inherit'],
    }
  )
  await once(orphan.stdout!, 'data')
  return orphan
}

test.group('Leftovers of a killed database server', (group) => {
  let home: string
  const data = () => join(home, 'data')
  const sockets = () => join(home, 'run')
  const pidFile = () => join(data(), 'postmaster.pid')
  const lock = () => join(sockets(), '.s.PGSQL.5432.lock')
  group.each.setup(() => {
    home = scratchDirectory()
    for (const directory of [data(), sockets()]) mkdirSync(directory)
    for (const file of [pidFile(), lock()]) writeFileSync(file, '1\n')
    return () => rmSync(home, { recursive: true })
  })

  test('postmaster.pid and the stale socket lock go when nobody uses the files', async ({ assert }) => {
    await clearLeftovers(data(), sockets())
    assert.isFalse(existsSync(pidFile()))
    assert.isFalse(existsSync(lock()))
  })

  test('processes that outlived it are ended first', async ({ assert }) => {
    const orphan = await orphanIn(data())
    await clearLeftovers(data(), sockets())
    assert.isFalse(isAlive(orphan.pid!))
    assert.isFalse(existsSync(pidFile()))
  }).timeout(30_000)

  test('while one cannot be ended nothing is deleted, and it is named', async ({ assert, cleanup }) => {
    const orphan = await orphanIn(data())
    cleanup(() => void orphan.kill('SIGKILL'))
    const powerless = () => {}
    await assert.rejects(
      () => clearLeftovers(data(), sockets(), powerless),
      new RegExp(`processes ${orphan.pid} still use`)
    )
    assert.isTrue(existsSync(pidFile()))
    assert.isTrue(existsSync(lock()))
  }).timeout(30_000)
})

test.group('A database server that is killed while it works', () => {
  test('its backends are gone before the next one starts, and what was committed is there', async ({
    assert,
    cleanup,
  }) => {
    const storage = scratchDirectory()
    cleanup(() => discard(storage))
    assert.equal(databaseScript(storage).code, 0)
    const before = postmasterPid(storage)
    const orphan = await orphanIn(join(storage, 'pg/data'))
    process.kill(before, 'SIGKILL')
    await gone(before)
    const { code, output } = databaseScript(storage)
    assert.equal(code, 0, output)
    assert.isFalse(isAlive(orphan.pid!))
    assert.notEqual(postmasterPid(storage), before)
  }).timeout(90_000)
})
