import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { readOptions } from '#app/intake/read_options'
import { readFacts, unpackJson } from '#app/targeting/published'
import { canonicalJson } from '#core/assessment/canonical'
import { enablePlugins } from '#platform/plugins/enable_plugins'
import { ask, file } from '#tests/support/intake'
import { drainTargeting } from '#tests/support/weighed_consignment'
import { makePlace, type Place } from '#tests/support/world'

const PLUGINS = join(import.meta.dirname, '../../../plugins')
const FILED_AT = Date.UTC(2026, 10, 20, 12)
const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

const guatemala = () =>
  makePlace({
    country: 'GT',
    timezone: 'America/Guatemala',
    plugins: ['guatemala'],
    ports: ['GTPRQ', 'GTSTC', 'GTPBR'],
  })
const jamaica = (plugins: readonly string[]) => makePlace({ plugins, ports: ['JMKIN', 'JMMBJ'] })
const enable = (place: Place, plugin: string) => place.run(() => enablePlugins([plugin]))

/** Files every fixture of a plugin, in the order of their names, and weighs what came of them. */
async function fileFixtures(place: Place, plugin: string): Promise<void> {
  const folder = join(PLUGINS, plugin, 'fixtures/messages')
  for (const [at, name] of readdirSync(folder).sort().entries())
    await file(place, readFileSync(join(folder, name)), { filename: name, filedAt: FILED_AT + at * 60_000 })
  await drainTargeting(place)
}

/** Everything an administration has read and weighed, without the ids, which are its own. */
async function pictureOf(place: Place) {
  const messages = await ask(
    place,
    `select m.type, m.profile, m.function, m.document_reference, m.state, m.effect, m.consignments, m.usable
       from tenant.messages m join tenant.received_messages r on r.id = m.received_message_id order by r.filed_at, m.position`
  )
  const problems = await ask(
    place,
    `select r.filename, p.code, p.severity from tenant.problems p join tenant.received_messages r on r.id = p.received_message_id
      order by r.filename, p.code, p.severity`
  )
  const consignments = await ask(
    place,
    `select reference, master_reference, level, nature, state, revision, content_hash, first_filer from tenant.consignments
      order by reference, master_reference, content_hash`
  )
  const weighed = await ask<{ id: string; reference: string; revision: number; result: Buffer }>(
    place,
    `select a.id, c.reference, a.revision, a.result from tenant.assessments a
       join tenant.consignments c on c.id = a.consignment_id order by c.reference, c.content_hash, a.revision, a.because`
  )
  const assessments = await place.run(() =>
    Promise.all(
      weighed.map(async ({ id, ...each }) => {
        const facts = (await readFacts(id))!.facts!
        return canonicalJson({ ...each, result: unpackJson(each.result), facts }).replace(ID, '<id>')
      })
    )
  )
  return { messages, problems, consignments, assessments }
}

const pictured = async (place: Place, plugin: string) => {
  await fileFixtures(place, plugin)
  return pictureOf(place)
}

test.group('Two countries in one installation', () => {
  test('enabling Jamaica changes nothing of what Guatemala reads and weighs', async ({ assert }) => {
    const neighbour = await jamaica([])
    const standing = await guatemala()
    const before = await pictured(standing, 'guatemala')
    assert.isAbove(before.assessments.length, 5)
    await enable(neighbour, 'jamaica')
    await fileFixtures(neighbour, 'jamaica')
    assert.deepEqual(await pictureOf(standing), before)
    assert.deepEqual(await pictured(await guatemala(), 'guatemala'), before)
  }).timeout(120_000)

  test('enabling Guatemala changes nothing of what Jamaica reads and weighs', async ({ assert }) => {
    const neighbour = await makePlace({ country: 'GT', timezone: 'America/Guatemala', ports: ['GTPRQ'] })
    const before = await pictured(await jamaica(['jamaica']), 'jamaica')
    assert.isAbove(before.assessments.length, 5)
    await enable(neighbour, 'guatemala')
    await fileFixtures(neighbour, 'guatemala')
    assert.deepEqual(await pictured(await jamaica(['jamaica']), 'jamaica'), before)
  }).timeout(120_000)

  test('each reads with its own profiles, and knows its own facts alone', async ({ assert }) => {
    const [here, there] = [await guatemala(), await jamaica(['jamaica'])]
    const profiles = (place: Place) =>
      place.run(async () => (await readOptions()).profiles.map(({ code }) => code.split('.')[0]))
    assert.deepEqual([await profiles(here), await profiles(there)], [['guatemala'], ['jamaica']])
    // Each gets the other's messages: they are read as from anywhere, and no fact of the other country is asked.
    await fileFixtures(here, 'jamaica')
    await fileFixtures(there, 'guatemala')
    const [strange, stranger] = [await pictureOf(here), await pictureOf(there)]
    assert.isAbove(strange.assessments.length * stranger.assessments.length, 0)
    for (const each of strange.assessments) assert.notInclude(each, '"jamaica:')
    for (const each of stranger.assessments) assert.notInclude(each, '"guatemala:')
    const named = (picture: typeof strange) => JSON.stringify(picture.messages)
    assert.notInclude(named(strange), 'jamaica.asycuda')
    assert.notInclude(named(stranger), 'guatemala.d01a')
  }).timeout(120_000)
})
