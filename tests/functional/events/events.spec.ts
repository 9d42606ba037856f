import { issueToken, type TokenScope } from '#app/intake/actions/issue_token'
import { test } from '@japa/runner'
import { makeAlert } from '#tests/support/alerts'
import { makeOrder, makeSite, stateOf } from '#tests/support/casework'
import { ask } from '#tests/support/intake'
import { Visitor } from '#tests/support/visitor'
import { makePlace, type Place } from '#tests/support/world'

const stranger = async (place: Place) => {
  const visitor = new Visitor()
  await visitor.get(`${place.path}/sign-in`)
  return visitor
}
/** An hour ago on the clock of Jamaica. */
const local = () => new Date(Date.now() - 6 * 3_600_000).toISOString().slice(0, 16)
const told = (more: object = {}) => ({ kind: 'gate_out', at: local(), equipment: '', site: '', note: '', ...more })
const events = (place: Place) =>
  ask<{ kind: string; source: string; at: Date | null }>(
    place,
    `select kind, source, at from tenant.cargo_events order by recorded_at, id`
  )
const alertState = async (place: Place, id: string) =>
  (await ask<{ state: string }>(place, `select state from tenant.alerts where id = ?`, [id]))[0]!.state

test.group('Events of cargo by hand', () => {
  test('a gate-out is noted by who may, and what nobody looked at is missed', async ({ assert }) => {
    const place = await makePlace()
    const site = await makeSite(place)
    const [left, other] = [await makeAlert(place), await makeAlert(place)]
    const order = await makeOrder(place, { consignmentId: left.consignment, siteId: site })
    const path = `${place.path}/consignments/${left.consignment}/events`
    assert.equal((await (await stranger(place)).post(path, told())).status, 401)
    assert.equal((await (await place.as('analyst')).post(path, told())).status, 403)
    const steward = await place.as('data_steward')
    assert.equal((await steward.post(path, told({ kind: 'arrival' }))).status, 422)
    assert.equal((await steward.post(path, told({ at: '2099-01-01T10:00' }))).status, 422)
    assert.equal((await steward.post(path, told({ kind: 'release' }))).status, 403)
    assert.lengthOf(await events(place), 0)

    assert.equal((await steward.post(path, told())).status, 303)
    assert.equal(await stateOf(place, order), 'missed')
    assert.equal(await alertState(place, left.alert), 'expired')
    assert.equal(await alertState(place, other.alert), 'new')
    const page = await (await place.as('analyst')).page(`${place.path}/consignments/${left.consignment}`)
    assert.deepInclude(page.json.props.timeline[0], { kind: 'gate_out', source: 'page', by: 'data_steward person' })
    const step = (name: string) => page.json.props.steps.find((each: { name: string }) => each.name === name)
    assert.equal(step('inspection').state, 'refused')
    assert.equal(step('gate_out').state, 'done')
    const again = await (
      await place.as('analyst')
    ).post(`${place.path}/consignments/${left.consignment}/inspections`, {
      site,
      type: 'scan',
      until: '2030-01-01T10:00',
    })
    assert.equal(again.status, 409)
  })

  test('an inspection under way, and an alert that was dismissed, are not missed', async ({ assert }) => {
    const place = await makePlace()
    const site = await makeSite(place)
    const cargo = await makeAlert(place)
    const order = await makeOrder(place, { consignmentId: cargo.consignment, siteId: site })
    const inspector = await place.as('inspector')
    for (const act of ['accept', 'start']) await inspector.post(`${place.path}/inspections/${order}/${act}`)
    const supervisor = await place.as('supervisor')
    await supervisor.post(`${place.path}/consignments/${cargo.consignment}/events`, told({ kind: 'release' }))
    assert.equal(await stateOf(place, order), 'in_progress')
    assert.equal(await alertState(place, cargo.alert), 'ordered')
  })

  test('a correction replaces a word and leaves it in the record', async ({ assert }) => {
    const place = await makePlace()
    const { consignment } = await makeAlert(place)
    const steward = await place.as('data_steward')
    const path = `${place.path}/consignments/${consignment}/events`
    await steward.post(path, told({ kind: 'discharge' }))
    const [event] = await ask<{ id: string }>(place, `select id from tenant.cargo_events`)
    const correct = `${path}/${event!.id}/correction`
    assert.equal((await (await stranger(place)).post(correct, { at: '', note: 'other box' })).status, 401)
    assert.equal((await (await place.as('analyst')).post(correct, { at: '', note: 'other box' })).status, 403)
    assert.equal((await steward.post(correct, { at: '', note: '' })).status, 422)
    assert.equal((await steward.post(correct, { at: '', note: 'other box' })).status, 303)
    assert.equal((await steward.post(correct, { at: '', note: 'other box' })).status, 409)
    assert.deepEqual(
      (await events(place)).map(({ at }) => at === null),
      [false, true]
    )
  })

  test('of a whole ship are all or none', async ({ assert }) => {
    const place = await makePlace()
    const { consignment, number } = await makeAlert(place)
    const [call] = await ask<{ id: string }>(place, `select call_id as id from tenant.consignments where id = ?`, [
      consignment,
    ])
    const path = `${place.path}/conveyances/${call!.id}/cargo-events`
    const many = (numbers: string) => ({ kind: 'discharge', at: local(), numbers, note: '' })
    assert.equal((await (await stranger(place)).post(path, many(''))).status, 401)
    assert.equal((await (await place.as('analyst')).post(path, many(''))).status, 403)
    const steward = await place.as('data_steward')
    const wrong = await steward.post(path, many(`BILL${number}\nBILL000`))
    assert.equal(wrong.status, 422)
    assert.include(wrong.json.errors.numbers, 'BILL000')
    assert.lengthOf(await events(place), 0)
    assert.equal((await steward.post(path, many(`BILL${number}`))).status, 303)
    assert.equal((await steward.post(path, many(''))).status, 303)
    assert.lengthOf(await events(place), 2)
  })
})

test.group('Events from a file', () => {
  test('are taken line by line; what is wrong has its line and column; the same file changes nothing', async ({
    assert,
  }) => {
    const place = await makePlace()
    const { number } = await makeAlert(place)
    const steward = await place.as('data_steward')
    const at = local()
    const file = (lines: string[]) => Buffer.from(['kind,at,bill,site', ...lines, ''].join('\n'))
    const upload = (bytes: Uint8Array) => steward.upload(`${place.path}/events`, 'events.csv', bytes)
    const good = [`discharge,${at},BILL${number},`]
    const bad = [
      `sunk,${at},BILL${number},`,
      `gate_out,yesterday,BILL${number},`,
      `gate_out,${at},BILL000,`,
      `gate_out,${at},BILL${number},NOWHERE`,
      `release,${at},BILL${number},`,
      `gate_out,,BILL${number},`,
    ]
    assert.equal((await (await stranger(place)).upload(`${place.path}/events`, 'e.csv', file(good))).status, 401)
    assert.equal((await (await place.as('analyst')).upload(`${place.path}/events`, 'e.csv', file(good))).status, 403)
    const answer = await upload(file([...good, ...bad]))
    assert.equal(answer.status, 200)
    assert.deepEqual(answer.json, {
      recorded: 1,
      known: 0,
      refused: [
        { line: 3, problems: [{ field: 'kind', problem: 'not_understood' }] },
        { line: 4, problems: [{ field: 'at', problem: 'not_understood' }] },
        { line: 5, problems: [{ field: 'bill', problem: 'unknown' }] },
        { line: 6, problems: [{ field: 'site', problem: 'unknown' }] },
        { line: 7, problems: [{ field: 'kind', problem: 'not_allowed' }] },
        { line: 8, problems: [{ field: 'at', problem: 'missing' }] },
      ],
    })
    assert.deepInclude((await upload(file(good))).json, { recorded: 0, known: 1 })
    assert.lengthOf(await events(place), 1)
    const column = await upload(Buffer.from(`kind,when\ndischarge,${at}\n`))
    assert.equal(column.status, 422)
    assert.deepEqual(column.json.refused, [{ line: 1, problems: [{ field: null, problem: 'unknown_column' }] }])
    const torn = await upload(Buffer.from(`kind,at,bill\ndischarge,"${at}\n`))
    assert.equal(torn.json.refused[0].problems[0].problem, 'no_csv')
    assert.equal((await steward.post(`${place.path}/events`, {})).status, 422)
    assert.lengthOf(await events(place), 1)
  })
})

test.group('Events from machines', () => {
  const tokenOf = (place: Place, scopes: readonly TokenScope[]) =>
    place.run(() =>
      issueToken({ name: 'terminal', sender: null, scopes, days: 30, createdBy: place.officers.administrator!.id })
    )
  const send = (token: string, body: unknown, type = 'application/json') =>
    new Visitor().send('POST', '/api/v1/events', {
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': type, ...(token ? { authorization: `Bearer ${token}` } : {}) },
    })

  test('need their scope, JSON and a reference; the same again is known, other content refused', async ({ assert }) => {
    const place = await makePlace()
    const { number, alert } = await makeAlert(place)
    const { token } = await tokenOf(place, ['events'])
    const event = { reference: 'T-1', kind: 'gate_out', at: `${local()}:00-05:00`, bill: `BILL${number}` }
    assert.equal((await send('', event)).status, 401)
    assert.equal((await send((await tokenOf(place, ['messages:submit'])).token, event)).json.code, 'scope_missing')
    assert.equal((await send(token, event, 'text/plain')).status, 415)
    assert.equal((await send(token, '{')).status, 400)
    assert.equal((await send(token, { events: Array.from({ length: 501 }, () => event) })).status, 413)
    const unnamed = await send(token, { ...event, reference: undefined })
    assert.equal(unnamed.status, 422)
    assert.deepEqual(unnamed.json.problems, [{ code: 'missing', place: '/reference', reference: null }])
    assert.lengthOf(await events(place), 0)

    assert.deepInclude((await send(token, event)).json, { recorded: 1, known: 0, refused: 0 })
    assert.deepInclude((await send(token, event)).json, { recorded: 0, known: 1, refused: 0 })
    const reused = await send(token, { ...event, kind: 'discharge' })
    assert.equal(reused.status, 422)
    assert.equal(reused.json.problems[0].code, 'reference_reused')
    assert.equal(await alertState(place, alert), 'expired')
    assert.deepEqual(
      (await events(place)).map(({ source }) => source),
      ['api']
    )
  })

  test('of a batch the good ones are taken and the others have code and place', async ({ assert }) => {
    const place = await makePlace()
    await makeAlert(place)
    const { token } = await tokenOf(place, ['events'])
    const at = new Date(Date.now() - 3_600_000).toISOString()
    const answer = await send(token, {
      events: [
        { reference: 'A', kind: 'discharge', at, container: 'NRCU4832072' },
        { reference: 'B', kind: 'discharge', at, bill: 'BILL0' },
        { reference: 'C', kind: 'arrival', at, voyage: 'NOSUCH', port: 'JMKIN' },
        { reference: 'D', kind: 'gate_out', at, bill: 7 },
        { reference: 'E', kind: 'discharge', replaces: 'A', note: 'the crane took another' },
      ],
    })
    assert.equal(answer.status, 207)
    assert.deepInclude(answer.json, { recorded: 2, refused: 3 })
    assert.deepEqual(
      answer.json.problems.map(({ code, place: where }: Record<string, string>) => `${code} ${where}`),
      ['unknown /events/1/bill', 'unknown /events/2/voyage', 'not_understood /events/3/bill']
    )
  })

  test('twice at once record once', async ({ assert }) => {
    const place = await makePlace()
    const { number } = await makeAlert(place)
    const { token } = await tokenOf(place, ['events'])
    const event = { reference: 'R', kind: 'discharge', at: new Date().toISOString(), bill: `BILL${number}` }
    const answers = await Promise.all(Array.from({ length: 6 }, () => send(token, event)))
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]))
    assert.lengthOf(await events(place), 1)
  })
})
