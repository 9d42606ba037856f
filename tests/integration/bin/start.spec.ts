import { once } from 'node:events'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { ROLE_TEMPLATES } from '#platform/access/role_templates'
import {
  addressOf,
  answer,
  eventually,
  gone,
  isAlive,
  orderOfDeath,
  partsOf,
  processesOf,
  start,
  type Start,
  startThroughNpm,
  variablesOf,
} from './installation.js'
import { discard, postmasterPid, scratchDirectory } from './scratch.js'

test.group('npm start', (group) => {
  let storage = ''
  let running: Start
  let url = ''
  let busyPort = 0

  group.setup(async () => {
    storage = scratchDirectory()
    const occupant = createServer().listen(0, '127.0.0.1')
    await once(occupant, 'listening')
    busyPort = (occupant.address() as AddressInfo).port
    running = start(storage, `--port=${busyPort}`)
    url = await addressOf(running)
    return async () => {
      running.process.kill('SIGTERM')
      await gone(running.process.pid!)
      occupant.close()
      discard(storage)
    }
  })

  test('ends with an address that answers, on another port than the busy one', async ({ assert }) => {
    assert.include(running.output(), `port ${busyPort} is busy`)
    assert.notEqual(Number(new URL(url).port), busyPort)
    assert.isBelow((await answer(url)) ?? 599, 400)
  })

  test('prints a sign-in for each role and keeps the list to its own account', ({ assert }) => {
    const file = join(storage, 'secrets/demo_sign_ins.json')
    const signIns: { administration: string; role: string; email: string; password: string }[] = JSON.parse(
      readFileSync(file, 'utf8')
    )
    const inJamaica = signIns.filter(({ administration }) => administration === 'JM').map(({ role }) => role)
    assert.includeMembers(
      inJamaica,
      ROLE_TEMPLATES.map(({ code }) => code)
    )
    for (const { email, password } of signIns) {
      assert.include(running.output(), email)
      assert.include(running.output(), password)
    }
    assert.equal(statSync(file).mode & 0o777, 0o600)
  })

  test('gives web and worker only the secrets they need', ({ assert }) => {
    const { web, worker } = partsOf(storage)
    assert.include(variablesOf(web.pid), 'LANDFALL_DB_APP_PASSWORD')
    assert.notInclude(variablesOf(web.pid), 'LANDFALL_DB_OWNER_PASSWORD')
    for (const name of ['OWNER', 'AUTH']) assert.notInclude(variablesOf(worker.pid), `LANDFALL_DB_${name}_PASSWORD`)
    assert.notInclude(variablesOf(worker.pid), 'LANDFALL_PEPPER')
  })

  test('says so when it is already running here', async ({ assert }) => {
    const second = start(storage)
    const [code] = await once(second.process, 'exit')
    assert.equal(code, 0)
    assert.include(second.output(), `already running here: ${url}`)
  })

  test('brings a killed web back at the same address', async ({ assert }) => {
    const { web } = partsOf(storage)
    process.kill(web.pid, 'SIGKILL')
    await gone(web.pid)
    assert.isBelow(await eventually('an answer', () => answer(url)), 400)
    assert.notEqual(partsOf(storage).web.pid, web.pid)
  })

  test('brings a killed worker back', async ({ assert }) => {
    const { worker } = partsOf(storage)
    process.kill(worker.pid, 'SIGKILL')
    const pid = await eventually('a new worker', () => {
      const now = partsOf(storage).worker.pid
      return now === worker.pid ? null : now
    })
    assert.isTrue(isAlive(pid))
  })

  test('brings a killed database server back', async ({ assert }) => {
    const before = postmasterPid(storage)
    process.kill(before, 'SIGKILL')
    await eventually('a new server', () => (running.output().includes('has been started again') ? true : null))
    assert.notEqual(postmasterPid(storage), before)
    assert.isBelow(await eventually('an answer', () => answer(url)), 400)
  })

  test('takes web and worker along when it is killed itself, and starts again over what is left', async ({
    assert,
  }) => {
    const { web, worker } = partsOf(storage)
    const server = postmasterPid(storage)
    running.process.kill('SIGKILL')
    await gone(web.pid)
    await gone(worker.pid)
    assert.isTrue(isAlive(server))
    running = start(storage, `--port=${busyPort}`)
    url = await addressOf(running)
    assert.include(running.output(), 'adopted')
    assert.equal(postmasterPid(storage), server)
    assert.isBelow((await answer(url)) ?? 599, 400)
  })

  test('stops web, then worker, then the database server when asked by {$self}, and leaves nothing')
    .with(['SIGTERM', 'SIGINT'] as const)
    .run(async ({ assert }, signal) => {
      if (running.process.exitCode !== null) {
        running = start(storage, `--port=${busyPort}`)
        url = await addressOf(running)
      }
      const { web, worker } = partsOf(storage)
      const parts = { web: web.pid, worker: worker.pid, server: postmasterPid(storage) }
      const deaths = orderOfDeath(parts)
      const exit = once(running.process, 'exit')
      running.process.kill(signal)
      assert.deepEqual(await deaths, ['web', 'worker', 'server'])
      const [code] = await exit
      assert.equal(code, 0)
      assert.isFalse(existsSync(join(storage, 'landfall.lock')))
      assert.deepEqual(processesOf(storage), [])
    })

  test('ends with the npm that started it, though that was killed without a word', async ({ assert }) => {
    running = startThroughNpm(storage, `--port=${busyPort}`)
    url = await addressOf(running)
    const { supervisor, web, worker } = partsOf(storage)
    const server = postmasterPid(storage)
    assert.notEqual(supervisor, running.process.pid, 'npm stands between')
    running.process.kill('SIGKILL')
    for (const pid of [web.pid, worker.pid, server, supervisor]) await gone(pid)
    assert.deepEqual(processesOf(storage), [])
  })

  test('refuses to turn a demo installation into an empty one', async ({ assert }) => {
    const refused = start(storage, '--empty')
    const [code] = await once(refused.process, 'exit')
    assert.equal(code, 1)
    assert.include(refused.output(), 'holds a demo installation')
  })
})
