import { test } from '@japa/runner'
import { execute, firstRow } from '#platform/tenancy/database'
import { makeAlert } from '#tests/support/alerts'
import { signedInUnitOfficer, type Unit } from '#tests/support/unit_officers'
import { makePlace, type Place } from '#tests/support/world'

const KINGSTON: Unit = { ports: ['JMKIN'] }
const MONTEGO_BAY: Unit = { ports: ['JMMBJ'] }
const PORTS = ['JMKIN', 'JMMBJ']

async function cargoAt(place: Place) {
  const { alert, consignment, number } = await makeAlert(place)
  const row = await place.run(() =>
    firstRow<{ call: string; received: string }>(
      `select c.call_id as call, m.received_message_id as received from tenant.consignments c
         join tenant.messages m on m.manifest_id = c.manifest_id where c.id = ?`,
      [consignment]
    )
  )
  return { alert, consignment, number, ...row! }
}

/** Statuses of everything that shows this cargo, and of acts on it. */
async function seenBy(place: Place, units: readonly Unit[], cargo: Awaited<ReturnType<typeof cargoAt>>) {
  const visitor = await signedInUnitOfficer(place, 'supervisor', units)
  const page = async (path: string) => (await visitor.page(`${place.path}${path}`)).status
  const board = (await visitor.page(`${place.path}/arrivals`)).json.props
  const queue = (await visitor.page(`${place.path}/triage`)).json.props
  const log = (await visitor.page(`${place.path}/messages`)).json.props
  const found = await visitor.get(`${place.path}/find?q=BILL${cargo.number}`)
  // Soon enough to stay on the board.
  const event = { kind: 'eta_change', at: new Date(Date.now() + 48 * 3_600_000).toISOString().slice(0, 16), note: '' }
  return {
    board: board.groups.length,
    queue: queue.counts.all,
    log: log.total,
    found: found.json.results.length,
    call: await page(`/conveyances/${cargo.call}`),
    consignment: await page(`/consignments/${cargo.consignment}`),
    alert: await page(`/triage/${cargo.alert}`),
    message: await page(`/messages/${cargo.received}`),
    raw: (await visitor.get(`${place.path}/messages/${cargo.received}/raw`)).status,
    event: (await visitor.post(`${place.path}/conveyances/${cargo.call}/events`, event)).status,
    claim: (await visitor.post(`${place.path}/alerts/${cargo.alert}/claim`, {})).status,
  }
}

const ALL = {
  board: 1,
  queue: 1,
  log: 1,
  found: 1,
  call: 200,
  consignment: 200,
  alert: 200,
  message: 200,
  raw: 200,
  event: 303,
  claim: 200,
}
const NOTHING = {
  board: 0,
  queue: 0,
  log: 0,
  found: 0,
  call: 404,
  consignment: 404,
  alert: 404,
  message: 404,
  raw: 404,
  event: 404,
  claim: 404,
}

test.group('Unit scope', () => {
  test('cargo of a port is seen and touched by the units that look there, and by nobody else', async ({ assert }) => {
    const place = await makePlace({ ports: PORTS })
    const cargo = await cargoAt(place)
    assert.deepEqual(await seenBy(place, [MONTEGO_BAY], cargo), NOTHING, 'another port')
    const events = await place.run(() =>
      firstRow<{ n: number }>(`select count(*)::int as n from tenant.call_events where kind = 'eta_change'`)
    )
    assert.equal(events!.n, 0)
    assert.deepEqual(await seenBy(place, [KINGSTON], cargo), ALL, 'its port')
    assert.deepEqual(await seenBy(place, [], cargo), { ...ALL, claim: 409 }, 'no unit')
    assert.deepEqual(await seenBy(place, [{}], cargo), { ...ALL, claim: 409 }, 'a unit without limits')
    assert.deepEqual(await seenBy(place, [MONTEGO_BAY, KINGSTON], cargo), { ...ALL, claim: 409 }, 'two units')
    assert.deepEqual(
      await seenBy(place, [{ ...MONTEGO_BAY, closed: true }], cargo),
      { ...ALL, claim: 409 },
      'a closed unit'
    )
  })

  test('an alert is of a port and a threat of one unit: two units do not make a third', async ({ assert }) => {
    const place = await makePlace({ ports: PORTS })
    const cargo = await cargoAt(place)
    const withoutAlert = { ...ALL, queue: 0, alert: 404, claim: 404 }
    assert.deepEqual(await seenBy(place, [{ ports: ['JMKIN'], threats: ['WPN'] }], cargo), withoutAlert)
    assert.deepEqual(
      await seenBy(
        place,
        [
          { ports: ['JMKIN'], threats: ['WPN'] },
          { ports: ['JMMBJ'], threats: ['NAR'] },
        ],
        cargo
      ),
      withoutAlert
    )
    assert.deepEqual(await seenBy(place, [{ threats: ['NAR'] }], cargo), ALL)
  })

  test('what has no known port is seen by every unit', async ({ assert }) => {
    const place = await makePlace({ ports: PORTS })
    const cargo = await cargoAt(place)
    await place.run(async () => {
      await execute(`update tenant.consignments set call_id = null`)
      await execute(`update tenant.manifests set port = null, call_id = null, call_key = null`)
    })
    const seen = await seenBy(place, [MONTEGO_BAY], cargo)
    assert.deepEqual({ ...seen, call: 0, event: 0 }, { ...ALL, call: 0, event: 0 })
    const board = (await (await signedInUnitOfficer(place, 'analyst', [MONTEGO_BAY])).page(`${place.path}/arrivals`))
      .json.props
    assert.equal(board.groups[0].rows[0].call.portCode, '')
    assert.deepEqual(
      board.ports.map(({ code }: { code: string }) => code),
      ['JMMBJ']
    )
  })

  test('dismissals of another unit are refused one by one, and a call is recorded at an own port only', async ({
    assert,
  }) => {
    const place = await makePlace({ ports: PORTS })
    const cargo = await cargoAt(place)
    const visitor = await signedInUnitOfficer(place, 'supervisor', [MONTEGO_BAY])
    const answer = await visitor.post(`${place.path}/alerts/dismissals`, {
      alerts: [cargo.alert],
      reason: 'other',
      note: 'looked at',
    })
    assert.deepEqual([answer.json.done, answer.json.refused[0].key], [[], 'triage.refused_missing'])
    const call = {
      mode: 'sea',
      means: 'NORTHERN EXAMPLE',
      imo: '',
      voyage: '9N',
      berth: '',
      lastPort: '',
      eta: '2030-11-25T10:00',
    }
    await visitor.post(`${place.path}/conveyances`, { ...call, port: 'JMKIN' })
    const made = () =>
      place.run(() => firstRow<{ n: number }>(`select count(*)::int as n from tenant.calls where voyage = '9N'`))
    assert.equal((await made())!.n, 0)
    await visitor.post(`${place.path}/conveyances`, { ...call, port: 'JMMBJ' })
    assert.equal((await made())!.n, 1)
    const shared = (await visitor.page(`${place.path}/arrivals`)).json.props.administration
    assert.equal(shared.place, 'Montego Bay')
  })
})
