import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { test } from '@japa/runner'
import { compile } from '#core/engine/compile'
import { Engine } from '#core/engine/engine'
import { builtinRegistry } from '#core/indicators/registry'
import { compileAside } from '#app/targeting/engine/compile_aside'
import { liveProfilesAfter } from '#app/targeting/engine/live_profiles'
import { Renewal } from '#app/targeting/engine/renewal'
import { consignments } from '../../../../bench/rules/consignments.js'
import { settings } from '../../../../bench/rules/landfall.js'
import { profiles } from '../../../../bench/rules/profiles.js'

const live = profiles(7, 1200, 'realistic')
const threadOf = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`)
const standing = { base: { revisions: live, places: new Map() }, changes: new Map() }
const until = async (isSo: () => boolean) => {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5))
}

test.group('Compiling in a thread of its own', () => {
  test('gives what compiling here gives, and an engine that weighs', async ({ assert }) => {
    const sample = consignments(8, 50, 'realistic')
    const compiled = await compileAside(live, sample, true)
    assert.deepEqual(compiled, compile(live, sample))
    assert.notDeepEqual(compiled.groups, compile(live).groups, 'the sample is heard')
    const [facts] = consignments(7, 1, 'realistic')
    assert.deepEqual(
      new Engine(compiled, live, builtinRegistry).assess({ ...settings, facts: facts! }),
      new Engine(compile(live), live, builtinRegistry).assess({ ...settings, facts: facts! })
    )
  }).timeout(60_000)

  test('a thread that fails, or ends without an answer, is an error and nothing more', async ({ assert }) => {
    await assert.rejects(() => compileAside(live, [], true, threadOf('throw new Error("no room")')), 'no room')
    await assert.rejects(() => compileAside(live, [], true, threadOf('process.exit(3)')), /without an answer/)
    assert.isObject(await compileAside(live.slice(0, 5), [], true))
  }).timeout(60_000)

  test('a document that cannot be compiled is an error of its own', async ({ assert }) => {
    const broken = [{ document: { ...live[0]!.document, all: null as never } }]
    await assert.rejects(() => compileAside(broken, [], true))
  }).timeout(60_000)

  test('a process that ends does not wait for it', async ({ assert }) => {
    const main = new URL('../../../support/compiling_process.ts', import.meta.url).pathname
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', '@poppinss/ts-exec', main], {
      timeout: 50_000,
    })
    assert.equal(stdout, 'begun\n')
  }).timeout(60_000)
})

test.group('A renewal', () => {
  test('that fails is counted and made again after a pause, never twice at once', async ({ assert }) => {
    const renewal = new Renewal()
    let tries = 0
    const failing = () => {
      tries += 1
      return Promise.reject(new Error('no room'))
    }
    const told: Readonly<Record<string, number>>[] = []
    const upkeep = { compileWith: failing, failed: (_error: unknown, what: (typeof told)[number]) => told.push(what) }
    renewal.begin(standing, [], upkeep)
    renewal.begin(standing, [], upkeep)
    await until(() => renewal.failures === 1)
    renewal.begin(standing, [], upkeep)
    assert.equal(tries, 1, 'not at once')
    assert.deepEqual(told, [{ profiles: live.length, failures: 1, againInMs: 5000 }])
    assert.isNull(renewal.made)
  })

  test('that succeeds is counted out and waits to be taken up', async ({ assert }) => {
    const renewal = new Renewal()
    renewal.begin(standing, [], { compileWith: async (each) => compile(each), failed: () => {} })
    await until(() => renewal.made !== null)
    assert.equal(renewal.failures, 0)
    assert.lengthOf(renewal.made!.revisions, live.length)
  })

  test('many profiles whose thread fails are compiled here', async ({ assert }) => {
    let failures = 0
    const upkeep = {
      few: 10,
      renewedFrom: 5,
      mostBeside: 20,
      compileWith: () => Promise.reject(new Error('no room')),
      sample: () => Promise.resolve([]),
      failed: () => (failures += 1),
    }
    const all = new Map(live.slice(0, 40).map((each) => [each.profile, each]))
    const loaded = await liveProfilesAfter(null, all, builtinRegistry, upkeep)
    assert.lengthOf(loaded.base.revisions, 40)
    assert.equal(failures, 1)
    const news = new Map(live.slice(40, 50).map((each) => [each.profile, each]))
    const next = await liveProfilesAfter(loaded, news, builtinRegistry, upkeep)
    await until(() => next.base.renewal.failures === 1)
    const [facts] = consignments(7, 1, 'realistic')
    const whole = live.slice(0, 50)
    assert.deepEqual(
      next.evaluator.assess({ ...settings, facts: facts! }),
      new Engine(compile(whole), whole, builtinRegistry).assess({ ...settings, facts: facts! })
    )
  })
})
