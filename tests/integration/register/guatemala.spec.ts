import { Readable } from 'node:stream'
import { test } from '@japa/runner'
import { loadCallsFile } from '#app/cargo_register/published'
import { cuscarGuatemala } from '#tests/support/fixtures/cuscar_guatemala'
import { ask, file } from '#tests/support/intake'
import { makePlace, type Place } from '#tests/support/world'

const guatemala = () =>
  makePlace({ country: 'GT', timezone: 'America/Guatemala', plugins: ['guatemala'], ports: ['GTPRQ'] })
const soon = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
const loadCall = (place: Place, ship: string, voyage: string) =>
  place.run(() =>
    loadCallsFile(
      Readable.from([`mode,means_name,imo,voyage,port,eta\nsea,${ship},9074729,${voyage},GTPRQ,${soon}T08:00-06:00\n`])
    )
  )
const calls = (place: Place) =>
  ask(
    place,
    `select m.profile, c.reference, c.master_reference as master, k.means_name as ship from tenant.consignments c
    join tenant.manifests f on f.id = c.manifest_id join tenant.messages m on m.id = f.last_message_id
    left join tenant.calls k on k.id = c.call_id order by c.reference`
  )

test.group('A manifest of Guatemala', () => {
  test('joins by voyage text and port a call that a file tells of, in either order', async ({ assert }) => {
    const expected = [{ profile: 'guatemala.d01a@1', reference: 'LNAH1', master: 'LNAMASTER1', ship: 'CORAL HERON' }]
    const [before, after] = [await guatemala(), await guatemala()]
    await loadCall(before, 'CORAL HERON', '135EW')
    await file(before, cuscarGuatemala({ voyage: '135EW', houses: ['LNAH1'] }))
    assert.deepEqual(await calls(before), expected)
    await file(after, cuscarGuatemala({ voyage: 'CORAL HERON 135EW', houses: ['LNAH1'] }))
    assert.deepEqual(await calls(after), [{ ...expected[0], ship: null }])
    await loadCall(after, 'CORAL HERON', '135EW')
    assert.deepEqual(await calls(after), expected)
  })

  test('stays where it is when the call is at another port', async ({ assert }) => {
    const place = await guatemala()
    await loadCall(place, 'CORAL HERON', '135EW')
    await file(place, cuscarGuatemala({ voyage: '135EW', port: 'GTSTC', houses: ['LNAH1'] }))
    assert.deepEqual(
      (await calls(place)).map((each) => (each as { ship: string | null }).ship),
      [null]
    )
  })

  test('is changed by messages with numbers of their own, by the number they change', async ({ assert }) => {
    const place = await guatemala()
    const lines = () =>
      ask<{ line: string }>(
        place,
        `select concat_ws(' ', reference, state, revision) as line from tenant.consignments order by reference`
      ).then((found) => found.map(({ line }) => line))
    await file(place, cuscarGuatemala({ voyage: '135EW', houses: ['LNAH1', 'LNAH2'] }))
    await file(
      place,
      cuscarGuatemala({ voyage: '135EW', document: 'LNA26000002', changes: 'LNA26000001', fn: '2', houses: ['LNAH3'] })
    )
    assert.deepEqual(await lines(), ['LNAH1 filed 1', 'LNAH2 filed 1', 'LNAH3 filed 1'])
    await file(
      place,
      cuscarGuatemala({ voyage: '135EW', document: 'LNA26000003', changes: 'LNA26000002', fn: '3', houses: ['LNAH2'] })
    )
    assert.deepEqual(await lines(), ['LNAH1 filed 1', 'LNAH2 removed 2', 'LNAH3 filed 1'])
    await file(
      place,
      cuscarGuatemala({ voyage: '135EW', document: 'LNA26000004', changes: 'LNA26000001', fn: '20', houses: ['LNAH1'] })
    )
    assert.deepEqual(await lines(), ['LNAH1 filed 1', 'LNAH2 removed 2', 'LNAH3 removed 2'])
    assert.lengthOf(await ask(place, `select 1 from tenant.manifests`), 1)
  })
})
