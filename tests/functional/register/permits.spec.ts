import { test } from '@japa/runner'
import { issueToken } from '#app/intake/published'
import { execute } from '#platform/tenancy/database'
import { cuscar } from '#tests/support/alerts'
import { ask, drainIntake, file } from '#tests/support/intake'
import { Visitor } from '#tests/support/visitor'
import { declarationXml } from '#tests/support/webhooks/asycuda'
import { permitXml } from '#tests/support/webhooks/asycuda_records'
import { NationalSystems } from '#tests/support/webhooks/connected'
import { makePlace, type Place } from '#tests/support/world'

let serial = 0
const jamaica = () => makePlace({ plugins: ['jamaica'] })
const kept = (place: Place) =>
  ask<Record<string, unknown>>(place, `select number, version, status, state from tenant.permits order by id`)
const consignmentOf = async (place: Place, bill: string) =>
  (await ask<{ id: string }>(place, `select id from tenant.consignments where reference = ?`, [bill]))[0]!.id

test.group('Permits of a national system over HTTP', (group) => {
  const systems = new NationalSystems()
  group.setup(() => systems.listen())
  const connected = systems.connected.bind(systems)
  const permitsOf = async (place: Place, consignment: string) =>
    (await (await place.as('analyst')).page(`${place.path}/consignments/${consignment}`)).json.props.permits
  const listed = async (place: Place, query = '') =>
    (await (await place.as('analyst')).page(`${place.path}/permits${query}`)).json.props

  test('a permit waits for its cargo, is joined when that comes, and each amendment is a version', async ({
    assert,
  }) => {
    const place = await jamaica()
    const system = await connected(place)
    const number = `81${++serial}`
    const bill = `BILL${number}`
    const first = await system.tell('permits', permitXml({ number: '114', bill }), 'k1')
    assert.deepEqual([first.status, first.body.duplicate], [202, false])
    await drainIntake(place)
    assert.deepInclude(await system.stateOf(first.body.id, 'permits'), { status: 200, state: 'read', problems: [] })
    const waiting = await listed(place, '?view=unlinked')
    assert.deepInclude(waiting.permits[0], {
      number: 'PQ 114',
      standing: 'valid',
      holderName: 'BLUE HILLS PRODUCE LTD',
    })
    assert.deepEqual(waiting.permits[0].names, [{ kind: 'document', filed: bill, consignments: [] }])

    await file(place, cuscar(number))
    const consignment = await consignmentOf(place, bill)
    assert.equal((await listed(place, '?view=unlinked')).total, 0, 'joined without anybody doing anything')
    const ofCargo = await permitsOf(place, consignment)
    assert.equal(ofCargo.permits[0].number, 'PQ 114')
    assert.deepEqual(ofCargo.cover, [], 'no code of these goods is known: nothing can be said of what is covered')
    await system.declare(declarationXml({ number: '1', bill, hs: '08039010' }))
    await system.declare(declarationXml({ number: '2', bill, hs: '61091000' }))
    await drainIntake(place)
    assert.deepEqual((await permitsOf(place, consignment)).cover, [
      { hsCode: '08039010', standing: 'valid', by: ['PQ 114'] },
      { hsCode: '61091000', standing: 'none', by: [] },
    ])

    const again = await system.tell('permits', permitXml({ number: '114', bill }), 'k1')
    assert.deepEqual([again.status, again.body.id, again.body.duplicate], [202, first.body.id, true])
    const other = await system.tell('permits', permitXml({ number: '114', bill, status: 'REVOKED' }), 'k1')
    assert.equal(other.status, 409, 'one key, one message')
    await system.tell('permits', permitXml({ number: '114', bill, status: 'REVOKED' }), 'k2')
    await drainIntake(place)
    const revoked = await permitsOf(place, consignment)
    assert.deepEqual(
      revoked.permits.map(({ standing, version }: { standing: string; version: number }) => [standing, version]),
      [['revoked', 2]]
    )
    assert.equal(revoked.cover[0].standing, 'revoked')
    assert.equal((await listed(place, '?view=ended')).total, 1)
    await system.tell('permits', permitXml({ number: '114', bill, status: 'CANCELLED' }))
    await drainIntake(place)
    assert.deepEqual(
      (await kept(place)).map(({ version, state }) => [version, state]),
      [
        [1, 'replaced'],
        [2, 'cancelled'],
      ]
    )
    const audited = await ask(place, `select 1 from tenant.audit_entries where action = 'permit.registered'`)
    assert.lengthOf(audited, 3)
  })

  test('cargo is found by a declaration that names its bill, by a container alone, and not by one beside a bill', async ({
    assert,
  }) => {
    const place = await jamaica()
    const system = await connected(place)
    const number = `82${++serial}`
    const bill = `BILL${number}`
    await file(place, cuscar(number))
    const consignment = await consignmentOf(place, bill)
    const numbers = async () =>
      (await permitsOf(place, consignment)).permits.map((each: { number: string }) => each.number).sort()
    await system.tell('permits', permitXml({ number: 'BY-DECLARATION', declaration: 'JMKCT 2026 C77' }))
    await system.tell('permits', permitXml({ number: 'BY-BOX', box: 'NRCU4832072' }))
    await system.tell('permits', permitXml({ number: 'ELSEWHERE', bill: 'OTHERBILL', box: 'NRCU4832072' }))
    await drainIntake(place)
    assert.deepEqual(await numbers(), ['PQ BY-BOX'])
    await system.declare(declarationXml({ number: '77', bill }))
    await drainIntake(place)
    assert.deepEqual(await numbers(), ['PQ BY-BOX', 'PQ BY-DECLARATION'])
    await place.run(() =>
      execute(`update tenant.permits set filed_at = filed_at - interval '91 days' where number = 'PQ BY-BOX'`)
    )
    assert.deepEqual(await numbers(), ['PQ BY-DECLARATION'], 'the box may carry other goods by now')
  })

  test('what holds, what ended and what is not known stand apart, and are found by words', async ({ assert }) => {
    const place = await jamaica()
    const system = await connected(place)
    for (const permit of [
      { number: 'HOLDS' },
      { number: 'OVER', until: '2026-01-31' },
      { number: 'SOON', from: '2098-01-01' },
      { number: 'OPEN', until: '' },
      { number: 'REFUSED', status: 'REFUSED', holder: '100% PURE LTD' },
      { number: 'ODD', status: 'PENDING' },
    ])
      await system.tell('permits', permitXml(permit))
    await drainIntake(place)
    const of = async (query: string) =>
      Object.fromEntries(
        (await listed(place, query)).permits.map((each: { number: string; standing: string }) => [
          each.number.replace('PQ ', ''),
          each.standing,
        ])
      )
    assert.deepEqual(await of(''), {
      HOLDS: 'valid',
      OVER: 'expired',
      SOON: 'not_yet',
      OPEN: 'granted',
      REFUSED: 'refused',
      ODD: 'unknown',
    })
    assert.deepEqual(await of('?view=expired'), { OVER: 'expired' })
    assert.deepEqual(await of('?view=ended'), { REFUSED: 'refused' })
    assert.deepEqual(await of('?view=unknown'), { ODD: 'unknown' })
    assert.deepEqual(await of('?search=100%25%20pure'), { REFUSED: 'refused' })
    assert.deepEqual(await of('?search=%25'), { REFUSED: 'refused' }, 'no letter stands for others')
    assert.deepEqual(await of('?search=nobody'), {})
  })

  test('what is wrong is told with its place; only the national system tells; who may not read cargo sees none', async ({
    assert,
  }) => {
    const [place, there] = [await jamaica(), await jamaica()]
    const system = await connected(place)
    const terminal = await connected(place, { kind: 'terminal', hears: ['hold'] })
    const [neighbour, second] = [await connected(there), await connected(place)]
    const dirty = await system.tell('permits', permitXml({ number: '7', kind: 'SEEDS', hs: '080' }))
    const nameless = await system.tell('permits', permitXml({ number: '' }))
    await drainIntake(place)
    const told = await system.stateOf(dirty.body.id, 'permits')
    assert.deepEqual(
      told.problems.map(({ code, line }) => [code, line]),
      [
        ['REF-CODE', 5],
        ['REF-HS', 10],
      ]
    )
    assert.deepInclude(await system.stateOf(nameless.body.id, 'permits'), { state: 'quarantined' })
    assert.deepEqual(await kept(place), [{ number: 'PQ 7', version: 1, status: 'granted', state: 'current' }])

    const xml = permitXml({ number: '8' })
    assert.equal((await terminal.tell('permits', xml)).status, 403)
    for (const other of [neighbour, second]) assert.equal((await other.stateOf(dirty.body.id, 'permits')).status, 404)
    const { token } = await place.run(() =>
      issueToken({ name: 'line', sender: 'LINE', scopes: ['messages:submit'], days: 1, createdBy: null })
    )
    await new Visitor().send('POST', '/api/v1/messages', { body: xml, headers: { authorization: `Bearer ${token}` } })
    await drainIntake(place)
    assert.lengthOf(await kept(place), 1, 'a filer says nothing in the name of agencies')
    assert.lengthOf(await kept(there), 0)
    assert.equal((await (await place.as('administrator')).get(`${place.path}/permits`)).status, 403)
  })
})
