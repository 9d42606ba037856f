import { test } from '@japa/runner'
import { cuscar } from '#tests/support/fixtures/cuscar_message'
import { ask, file } from '#tests/support/intake'
import { Visitor } from '#tests/support/visitor'
import { makePlace, type Place } from '#tests/support/world'

const input = {
  mode: 'sea',
  means: 'CORAL HERON',
  imo: '9074729',
  voyage: '118N',
  port: 'jmkin',
  berth: '',
  lastPort: 'COCTG',
  eta: '2026-12-01T06:00',
}
const calls = (place: Place) =>
  ask<{ id: string; port: string; eta: Date }>(place, `select id, port, eta from tenant.calls`)
const stranger = async (place: Place) => {
  const visitor = new Visitor()
  await visitor.get(`${place.path}/sign-in`)
  return visitor
}

test.group('Calls by hand', () => {
  test('need a signed-in officer who may record them', async ({ assert }) => {
    const place = await makePlace()
    assert.equal((await (await stranger(place)).post(`${place.path}/conveyances`, input)).status, 401)
    assert.equal((await (await place.as('analyst')).post(`${place.path}/conveyances`, input)).status, 403)
    assert.lengthOf(await calls(place), 0)
  })

  test('say what is wrong with each field', async ({ assert }) => {
    const place = await makePlace()
    const steward = await place.as('data_steward')
    const answer = await steward.post(`${place.path}/conveyances`, {
      ...input,
      imo: '9074720',
      port: 'Kingston',
      eta: 'tomorrow',
      voyage: '',
    })
    assert.equal(answer.status, 422)
    assert.sameMembers(Object.keys(answer.json.errors), ['imo', 'port', 'eta', 'voyage'])
    assert.isFalse(
      Object.values(answer.json.errors as Record<string, string>).some((text) => text.includes('{') || text === 'imo')
    )
    assert.lengthOf(await calls(place), 0)
  })

  test('are registered in the time of the administration', async ({ assert }) => {
    const place = await makePlace()
    const steward = await place.as('data_steward')
    const form = await steward.page(`${place.path}/conveyances/new`)
    assert.deepEqual(form.json.props.ports, [{ code: 'JMKIN', name: 'Kingston' }])
    const answer = await steward.post(`${place.path}/conveyances`, input)
    assert.equal(answer.status, 303)
    const [call] = await calls(place)
    assert.equal(answer.location, `${place.path}/conveyances/${call!.id}`)
    assert.equal(call!.port, 'JMKIN')
    assert.equal(call!.eta.toISOString(), '2026-12-01T11:00:00.000Z')
  })

  test('have events: a new ETA is kept and weighs again what arrives by it', async ({ assert }) => {
    const place = await makePlace()
    await file(place, cuscar({ eta: '202612010600', bills: [{ number: 'A' }] }))
    const [call] = await calls(place)
    const events = `${place.path}/conveyances/${call!.id}/events`
    const event = { kind: 'eta_change', at: '2026-12-02T09:30', note: 'Told by the agent' }
    const kept = () =>
      ask<{ kind: string; note: string }>(place, `select kind, note from tenant.call_events where source = 'page'`)
    assert.equal((await (await stranger(place)).post(events, event)).status, 401)
    assert.equal((await (await place.as('analyst')).post(events, event)).status, 403)
    const steward = await place.as('data_steward')
    assert.equal((await steward.post(events, { ...event, kind: 'sunk' })).status, 422)
    assert.lengthOf(await kept(), 0)
    assert.equal((await steward.post(events, event)).status, 303)
    assert.deepEqual(await kept(), [{ kind: 'eta_change', note: 'Told by the agent' }])
    assert.equal((await calls(place))[0]!.eta.toISOString(), '2026-12-02T14:30:00.000Z')
    assert.lengthOf(await ask(place, `select 1 from tenant.assessment_requests where because = 'call_changed'`), 1)
  })

  test('of another administration are not there', async ({ assert }) => {
    const [here, there] = [await makePlace(), await makePlace()]
    await (await here.as('data_steward')).post(`${here.path}/conveyances`, input)
    const [call] = await calls(here)
    const steward = await there.as('data_steward')
    const answer = await steward.post(`${there.path}/conveyances/${call!.id}/events`, {
      kind: 'arrival',
      at: '2026-12-02T09:30',
      note: '',
    })
    assert.equal(answer.status, 404)
    assert.lengthOf(await ask(here, `select 1 from tenant.call_events where kind = 'arrival'`), 0)
  })
})
