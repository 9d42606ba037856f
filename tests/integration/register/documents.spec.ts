import { test } from '@japa/runner'
import { compareStowage } from '#app/cargo_register/published'
import { cuscar } from '#tests/support/fixtures/cuscar_message'
import { ask, file } from '#tests/support/intake'
import { makePlace, type Place } from '#tests/support/world'
import { BAPLIE_2, COARRI, CUSREP, DOCUMENT_TEXTS, edifact } from '../../unit/core/formats/document_texts.js'

const ship = { name: 'NORTHERN EXAMPLE', imo: '9074729' }
const manifest = (document: string, ...boxes: string[]) =>
  cuscar({
    document,
    reference: document,
    voyage: '026W',
    ship,
    eta: '202611250600',
    bills: boxes.map((container, at) => ({ number: `${document}${at}`, container })),
  })
const plan = (...changed: [string, string][]) =>
  Buffer.from(
    changed.reduce((text, [from, to]) => text.replaceAll(from, to), edifact('BAPLIE:D:95B:UN:SMDG20', ...BAPLIE_2))
  )
const stored = (place: Place) =>
  ask<Record<string, unknown>>(
    place,
    `select d.kind, d.state, d.direction, d.port, d.records, k.means_name as means, m.state as message
       from tenant.reported_documents d left join tenant.calls k on k.id = d.call_id
       join tenant.messages m on m.id = d.message_id order by d.id`
  )
const compared = async (place: Place) => {
  const [call] = await ask<{ id: string }>(place, `select id from tenant.calls`)
  return place.run(() => compareStowage(call!.id))
}

test.group('Documents beside manifests', () => {
  test('a bay plan brings its call, its lines, and meets the manifest there, both ways', async ({ assert }) => {
    const place = await makePlace()
    await file(place, plan())
    assert.deepEqual(await stored(place), [
      {
        kind: 'stowage_plan',
        state: 'current',
        direction: 'inbound',
        port: 'JMKIN',
        records: 2,
        means: 'NORTHERN EXAMPLE',
        message: 'registered',
      },
    ])
    assert.isNull(await compared(place), 'nothing is manifested yet')
    await file(place, manifest('MANA', 'TEMU9544485'))
    const found = await compared(place)
    assert.deepEqual([found?.aboard, found?.manifested, found?.plan.direction], [1, 1, 'inbound'])
    assert.deepEqual(
      found?.notManifested.boxes.map(({ equipment, cell, fullness }) => [equipment, cell, fullness]),
      [['MSKU1234565', '0380882', 'full']]
    )
    assert.deepEqual(
      found?.notAboard.boxes.map(({ equipment, bill }) => [equipment, bill]),
      [['TEMU9544485', 'MANA0']],
      'aboard for another port is not aboard for this one'
    )
    await file(place, manifest('MANB', 'MSKU1234565'))
    assert.lengthOf((await compared(place))!.notManifested.boxes, 0)
  })

  test('a later plan with the same number takes the place of the earlier, a cancelled one is kept', async ({
    assert,
  }) => {
    const place = await makePlace()
    await file(place, manifest('MANA', 'MSKU1234565'))
    await file(place, plan())
    await file(place, plan(['MSKU1234565', 'TGHU1234562'], ["+77'", "+78'"]))
    assert.deepEqual(
      (await stored(place)).map(({ state }) => state),
      ['replaced', 'current']
    )
    assert.deepEqual(
      (await compared(place))?.notManifested.boxes.map(({ equipment }) => equipment),
      ['TGHU1234562']
    )
    await file(place, plan(['PLAN0001+9', 'PLAN0001+1'], ["+77'", "+79'"]))
    assert.deepEqual(
      (await stored(place)).map(({ state }) => state),
      ['replaced', 'cancelled', 'cancelled']
    )
    assert.isNull(await compared(place))
  })

  test('what a terminal discharged is an event of the cargo in it, once', async ({ assert }) => {
    const place = await makePlace()
    await file(place, manifest('MANA', 'MSKU1234565'))
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')
    const text = edifact('COARRI:D:95B:UN:SMDG20', ...COARRI).replace(
      'DTM+203:202611250913',
      `DTM+203:${yesterday}0913`
    )
    await file(place, Buffer.from(text))
    await file(place, Buffer.from(text.replaceAll("+77'", "+78'")))
    assert.deepEqual(await ask(place, `select kind, equipment, source from tenant.cargo_events`), [
      { kind: 'discharge', equipment: 'MSKU1234565', source: 'message' },
    ])
  })

  test('the report of a conveyance brings its call, with crew and passengers counted', async ({ assert }) => {
    const place = await makePlace()
    await file(place, Buffer.from(edifact('CUSREP:D:99B:UN', ...CUSREP)))
    assert.deepEqual(await ask(place, `select voyage, imo, port from tenant.calls`), [
      { voyage: '026W', imo: '9074729', port: 'JMKIN' },
    ])
    assert.deepEqual(await ask(place, `select kind, crew, passengers from tenant.reported_documents`), [
      { kind: 'conveyance_report', crew: 21, passengers: 2 },
    ])
  })

  test('every other document is stored, a list of persons is only named', async ({ assert }) => {
    const place = await makePlace()
    for (const text of Object.values(DOCUMENT_TEXTS)) await file(place, Buffer.from(text))
    const types = await ask<{ type: string }>(place, `select type from tenant.reported_documents order by id`)
    assert.deepEqual(
      types.map(({ type }) => type),
      ['BAPLIE', 'BAPLIE', 'MOVINS', 'COARRI', 'COPRAR', 'CODECO', 'IFTSTA', 'CUSREP']
    )
    const [named] = await ask(place, `select type, state, manifest_id from tenant.messages where type = 'PAXLST'`)
    assert.deepEqual(named, { type: 'PAXLST', state: 'status_only', manifest_id: null })
  })

  test('a test message and another administration leave nothing', async ({ assert }) => {
    const [here, there] = [await makePlace(), await makePlace({ country: 'GT', ports: ['GTPBR'] })]
    await file(here, plan(['PLAN0001+9', 'PLAN0001+53']))
    assert.deepEqual(await stored(here), [])
    await file(there, plan())
    assert.deepEqual(
      (await stored(there)).map(({ direction, port, means }) => [direction, port, means]),
      [[null, null, null]],
      'no port of theirs is named'
    )
    assert.deepEqual(await ask(here, `select 1 from tenant.reported_records`), [])
  })

  test('a document without a ship waits for its call', async ({ assert }) => {
    const place = await makePlace()
    await file(place, Buffer.from(DOCUMENT_TEXTS['IFTSTA']!))
    await file(
      place,
      Buffer.from(
        edifact(
          'COPRAR:D:95B:UN:SMDG20',
          'BGM+43+ORDER9+9',
          'TDT+20+026W+1++XCAR:172:20',
          'LOC+11+JMKIN:139:6',
          'EQD+CN+MSKU1234565+45R1:102:5++3+5'
        )
      )
    )
    assert.isNull((await stored(place)).at(-1)!.means)
    await file(place, manifest('MANA', 'MSKU1234565'))
    assert.equal((await stored(place)).at(-1)!.means, 'NORTHERN EXAMPLE')
  })
})
