import { Readable } from 'node:stream'
import { test } from '@japa/runner'
import { changeSettings } from '#app/administration/actions/plugins/change_settings'
import { disablePlugin } from '#app/administration/actions/plugins/disable_plugin'
import { enablePlugin } from '#app/administration/actions/plugins/enable_plugin'
import { loadCallsFile } from '#app/cargo_register/published'
import { pluginRegistry } from '#platform/plugins/registry'
import { uuidv7 } from '#platform/database/uuid'
import { execute } from '#platform/tenancy/database'
import { cuscarGuatemala } from '#tests/support/fixtures/cuscar_guatemala'
import { ask, file } from '#tests/support/intake'
import { drainTargeting, weighingsOf } from '#tests/support/weighed_consignment'
import { makePlace, type Place } from '#tests/support/world'

const GUATEMALA = pluginRegistry.get('guatemala')!
const NIT = 'guatemala:consignee_nit_valid'
const office = (plugins: readonly string[] = []) =>
  makePlace({ country: 'GT', timezone: 'America/Guatemala', ports: ['GTPRQ'], plugins })
const condition = (id: string, indicator: string, version: number) => ({
  id,
  kind: 'indicator',
  indicator,
  version,
  args: {},
  points: 15,
})

/** A live profile that adds points by these indicators, and nothing else that is live. */
async function weighBy(place: Place, ...conditions: object[]): Promise<void> {
  const [tenant, id] = [place.administration.id, uuidv7()]
  await place.run(async () => {
    await execute(`update tenant.profiles set state = 'retired'`)
    await execute(
      `insert into tenant.profiles (tenant_id, id, code, name, threat, state, live_revision) values (?, ?, ?, 'Only', 'REV', 'live', 1)`,
      [tenant, id, id]
    )
    await execute(
      `insert into tenant.profile_revisions (tenant_id, id, profile_id, revision, document, document_hash, published_at) values (?, ?, ?, 1, ?::jsonb, '', now())`,
      [tenant, uuidv7(), id, JSON.stringify({ threat: 'REV', all: [], any: [], adds: conditions })]
    )
  })
}

/** One moment for all: when something was filed is a fact too. */
const FILED_AT = Date.now()

/** Reads and weighs one house; what came of it, without what differs between any two administrations. */
async function outcome(place: Place, house: string) {
  await file(place, cuscarGuatemala({ voyage: '135EW', document: `DOC-${house}`, houses: [house] }), {
    filedAt: FILED_AT,
  })
  await drainTargeting(place)
  const [message] = await ask<{ profile: string; document: object; problems: string }>(
    place,
    `select m.profile, r.document, (select string_agg(p.code, ' ' order by p.code) from tenant.problems p where p.message_id = m.id) as problems
       from tenant.consignments c join tenant.consignment_revisions r on r.id = c.revision_id join tenant.messages m on m.id = r.message_id
      where c.reference = ?`,
    [house]
  )
  const weighing = (await weighingsOf(place, house)).at(-1)!
  return comparable({ ...message!, facts: weighing.facts, result: weighing.result })
}

/** Ids of rows are an administration's own. */
const comparable = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value).replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, 'id')) as T

const enable = (place: Place) => place.run(() => enablePlugin(GUATEMALA, place.officers.administrator!.id))
const disable = (place: Place) => place.run(() => disablePlugin(GUATEMALA, place.officers.administrator!.id))
const chooseHours = (place: Place, seaHours: number, seen: number) =>
  place.run(() => changeSettings(GUATEMALA, { values: { seaHours }, seen }, place.officers.administrator!.id))

test.group('A plugin of one administration', () => {
  test('enabled, set up and disabled, it changes no reading and no assessment of another', async ({ assert }) => {
    const neighbours = await Promise.all([office(), office(), office()])
    for (const place of neighbours) await weighBy(place, condition('c03', 'C03', 1))
    const other = await office()
    const before = await outcome(neighbours[0]!, 'SAME1')
    assert.isTrue((await enable(other)).ok)
    assert.isTrue((await chooseHours(other, 48, 1)).ok)
    await weighBy(other, condition('nit', 'guatemala.invalid_nit', 1))
    const elsewhere = await outcome(other, 'SAME1')
    assert.deepEqual(await outcome(neighbours[1]!, 'SAME1'), before)
    await weighBy(other)
    assert.isTrue((await disable(other)).ok)
    assert.deepEqual(await outcome(neighbours[2]!, 'SAME1'), before)

    assert.notEqual(elsewhere.profile, before.profile, 'the comparison can tell them apart')
    assert.notDeepEqual(elsewhere.document, before.document)
    assert.notProperty(before.facts, NIT)
    assert.deepEqual(elsewhere.facts[NIT], { known: true, value: false, from: ['parties.1.identifiers.0'] })
    assert.deepEqual(
      elsewhere.result.reasons.map(({ code, counted }) => [code, counted]),
      [['guatemala.invalid_nit', 15]]
    )
  })

  test('what it brings is gone from the next reading and weighing once it is disabled', async ({ assert }) => {
    const place = await office(['guatemala'])
    await weighBy(place, condition('nit', 'guatemala.invalid_nit', 1), condition('c03', 'C03', 1))
    const enabled = await outcome(place, 'HOUSE1')
    assert.equal(enabled.profile, 'guatemala.d01a@1')
    assert.isFalse((await disable(place)).ok, 'a live profile asks it')
    await weighBy(place, condition('c03', 'C03', 1))
    assert.isTrue((await disable(place)).ok)
    await drainTargeting(place)
    const weighings = await weighingsOf(place, 'HOUSE1')
    assert.lengthOf(weighings, 2, 'open cargo was weighed again')
    assert.property(weighings[0]!.facts, NIT)
    assert.notProperty(weighings[1]!.facts, NIT)
    const [first, second] = await ask<{ plugins: object }>(
      place,
      `select v.versions -> 'plugins' as plugins from tenant.assessments a join tenant.engine_versions v on v.hash = a.versions_hash order by a.id`
    )
    assert.deepEqual(first!.plugins, { guatemala: { version: GUATEMALA.version, settings: { seaHours: 24 } } })
    assert.deepEqual(second!.plugins, {})
    assert.equal((await outcome(place, 'HOUSE2')).profile, 'cuscar.generic@1')
  })

  test('its deadline decides what is late, as the administration set it', async ({ assert }) => {
    const place = await office(['guatemala'])
    await weighBy(place, condition('late', 'D01', 2))
    const arrival = new Date(Date.now() + 30 * 3_600_000).toISOString().slice(0, 16)
    await place.run(() =>
      loadCallsFile(
        Readable.from([
          `mode,means_name,imo,voyage,port,eta\nsea,CORAL HERON,9074729,135EW,GTPRQ,${arrival}:00+00:00\n`,
        ])
      )
    )
    const inTime = await outcome(place, 'LATE1')
    assert.deepEqual(inTime.facts['filing.deadlineHours'], { known: true, value: 24, from: [] })
    assert.deepEqual(inTime.result.reasons, [])
    const late = async () => {
      const { groups } = (await (await place.as('analyst')).page(`${place.path}/arrivals`)).json.props
      return groups.flatMap((group: { rows: { late: boolean }[] }) => group.rows.map((row) => row.late))
    }
    assert.deepEqual(await late(), [false])
    assert.isTrue((await chooseHours(place, 48, 1)).ok)
    await drainTargeting(place)
    const again = (await weighingsOf(place, 'LATE1')).at(-1)!
    assert.deepEqual(again.facts['filing.deadlineHours'], { known: true, value: 48, from: [] })
    assert.deepEqual(
      again.result.reasons.map(({ code, version }) => [code, version]),
      [['D01', 2]]
    )
    assert.deepEqual(await late(), [true])
  })
})
