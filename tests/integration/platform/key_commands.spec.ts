import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ace from '@adonisjs/core/services/ace'
import { test } from '@japa/runner'
import { blobs } from '#platform/blobs/service'
import { listKeys } from '#platform/crypto/list_keys'
import { mastersToWrap, wrapMasters } from '#platform/crypto/rotate_keys'
import { rows } from '#platform/tenancy/database'
import env from '#start/env'
import { makePlace, type Place } from '#tests/support/world'

const keep = (place: Place, text: string) =>
  place.run(() =>
    blobs.put(
      place.administration.id,
      (async function* () {
        yield Buffer.from(text)
      })()
    )
  )
const read = (place: Place, address: string) =>
  place.run(async () => Buffer.concat(await Array.fromAsync(blobs.read(place.administration.id, address))).toString())
const command = async (name: string, ...args: string[]) => (await ace.exec(name, args)).exitCode ?? 0
const audited = (place: Place, action: string) =>
  place.run(() =>
    rows<{ data: Record<string, number> }>(`select data from tenant.audit_entries where action = ? order by id`, [
      action,
    ])
  )
const wrapsOf = (place: Place) =>
  place.run(async () =>
    (
      await rows<{ by_kid: string }>(
        `select w.by_kid from tenant.key_wraps w join tenant.keys k on k.id = w.key_id where k.class = 'master' order by 1`
      )
    ).map(({ by_kid: kid }) => kid)
  )

/** A key file of this test's own; `restart` is what a process learns from it. */
function keyFile(cleanup: (work: () => void) => void) {
  const names = ['LANDFALL_SECRETS_DIR', 'LANDFALL_KEK_ID', 'LANDFALL_KEK', 'LANDFALL_KEK_FORMER'] as const
  const before = names.map((name) => [name, env.get(name)] as const)
  const directory = mkdtempSync(join(tmpdir(), 'landfall-keys-'))
  const path = join(directory, 'keys.json')
  // An id that no other spec makes: their wraps stay beside those of this one.
  writeFileSync(
    path,
    JSON.stringify({ other: 'kept', keyEncryption: { id: 'k900', key: randomBytes(32).toString('base64') } })
  )
  env.set('LANDFALL_SECRETS_DIR', directory)
  cleanup(() => {
    for (const [name, value] of before) env.set(name, value ?? (name === 'LANDFALL_KEK_FORMER' ? '{}' : ''))
    rmSync(directory, { recursive: true })
  })
  const content = () =>
    JSON.parse(readFileSync(path, 'utf8')) as {
      other: string
      keyEncryption: { id: string; key: string }
      formerKeyEncryption?: Record<string, string>
    }
  const [kid, key] = [env.get('LANDFALL_KEK_ID'), env.get('LANDFALL_KEK')]
  const restart = () => {
    const { keyEncryption, formerKeyEncryption } = content()
    env.set('LANDFALL_KEK_ID', keyEncryption.id)
    env.set('LANDFALL_KEK', keyEncryption.key)
    env.set('LANDFALL_KEK_FORMER', JSON.stringify({ ...formerKeyEncryption, [kid]: key }))
  }
  return { directory, path, content, restart, kid }
}

test.group('Key commands', () => {
  test('keys:rotate gives one administration a new master key and says so in its audit', async ({ assert }) => {
    const [place, neighbour] = [await makePlace(), await makePlace()]
    const { address } = await keep(place, 'KEPT')
    await keep(neighbour, 'THEIRS')
    assert.equal(await command('keys:rotate', `--administration=${place.administration.code}`), 0)
    assert.equal(await read(place, address), 'KEPT')
    const masters = (each: Place) =>
      each.run(async () =>
        (await listKeys()).filter(({ kid }) => kid.startsWith('tmk-')).map(({ kid, state }) => `${kid} ${state}`)
      )
    assert.sameMembers(await masters(place), ['tmk-1 destroyed', 'tmk-2 live'])
    assert.deepEqual(await masters(neighbour), ['tmk-1 live'])
    assert.deepEqual(
      (await audited(place, 'keys.rotated')).map(({ data }) => data),
      [{ wrapped: 1 }]
    )
    assert.equal(await command('keys:list', `--administration=${place.administration.code}`), 0)
  })

  test('keys:rotate --kek writes the key file whole, goes on after an interruption, and retires nothing too early', async ({
    assert,
    cleanup,
  }) => {
    const [first, second] = [await makePlace(), await makePlace()]
    const { address } = await keep(first, 'FIRST')
    const other = await keep(second, 'SECOND')
    const file = keyFile(cleanup)

    assert.equal(await command('keys:rotate', '--kek'), 0)
    const { keyEncryption, formerKeyEncryption, other: kept } = file.content()
    assert.equal(keyEncryption.id, 'k901')
    assert.deepEqual(Object.keys(formerKeyEncryption ?? {}), ['k900'])
    assert.equal(kept, 'kept', 'what else stands in the file')
    assert.deepEqual(readdirSync(file.directory), ['keys.json'], 'no draft is left')
    assert.equal(statSync(file.path).mode & 0o777, 0o600)

    file.restart()
    assert.equal(await first.run(wrapMasters), 1)
    // Here the power failed: one administration is wrapped, the others wait.
    assert.lengthOf(await second.run(mastersToWrap), 1)
    assert.equal(await read(second, other.address), 'SECOND')
    assert.equal(await command('keys:rotate', `--retire=${file.kid}`), 1, 'the former key is still needed')
    assert.deepEqual(await wrapsOf(first), [file.kid, 'k901'].sort())

    assert.equal(await command('keys:rotate', '--kek'), 0)
    assert.equal(file.content().keyEncryption.id, 'k901', 'what was begun is finished; nothing new is made')
    for (const place of [first, second]) assert.deepEqual(await wrapsOf(place), [file.kid, 'k901'].sort())
    assert.lengthOf(await audited(second, 'keys.rotated'), 1)
    env.set('LANDFALL_KEK_FORMER', '{}')
    assert.equal(await read(first, address), 'FIRST')
    assert.equal(await read(second, other.address), 'SECOND')
  }).timeout(60_000)

  test('keys:destroy asks for the code twice, and then leaves nothing to read', async ({ assert }) => {
    const place = await makePlace()
    const { code } = place.administration
    const { address } = await keep(place, 'GONE')
    assert.equal(await command('keys:destroy', `--administration=${code}`), 1)
    assert.equal(await command('keys:destroy', `--administration=${code}`, '--confirm=OTHER'), 1)
    assert.equal(await read(place, address), 'GONE')
    assert.equal(await command('keys:destroy', `--administration=${code}`, `--confirm=${code}`), 0)
    const refused = await read(place, address).catch((error: { code?: string }) => error.code)
    assert.equal(refused, 'E_KEY_DESTROYED')
    assert.deepEqual(
      (await audited(place, 'keys.destroyed')).map(({ data }) => data),
      [{ masters: 1 }]
    )
  })
})
