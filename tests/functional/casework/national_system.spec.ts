import { test } from '@japa/runner'
import InstructionsDrain from '#app/casework/instructions/jobs/instructions_drain'
import { cancelOrder } from '#app/casework/inspections/actions/move_order'
import { findSender, issueToken } from '#app/intake/published'
import { execute } from '#platform/tenancy/database'
import { cuscar } from '#tests/support/alerts'
import { makeOrder, makeSite } from '#tests/support/casework'
import { ask, drainIntake, file } from '#tests/support/intake'
import { Visitor } from '#tests/support/visitor'
import { declarationXml } from '#tests/support/webhooks/asycuda'
import { NationalSystems } from '#tests/support/webhooks/connected'
import { makePlace, type Place } from '#tests/support/world'

let serial = 0

test.group('A national system over HTTP', (group) => {
  const systems = new NationalSystems()
  group.setup(() => systems.listen())
  const connected = systems.connected.bind(systems)

  const jamaica = () => makePlace({ plugins: ['jamaica'] })
  const declared = (place: Place) =>
    ask<Record<string, unknown>>(place, `select number, lane, state from tenant.declarations order by id`)
  const consignmentOf = async (place: Place, bill: string) =>
    (await ask<{ id: string }>(place, `select id from tenant.consignments where reference = ?`, [bill]))[0]!.id

  test('a declaration waits for its cargo, is joined when that comes, replaced and cancelled', async ({ assert }) => {
    const place = await jamaica()
    const system = await connected(place)
    const number = `88${++serial}`
    const bill = `BILL${number}`
    const first = await system.declare(declarationXml({ number: '10234', bill }), 'k1')
    assert.deepEqual([first.status, first.body.duplicate], [202, false])
    await drainIntake(place)
    assert.deepInclude(await system.stateOf(first.body.id), { status: 200, state: 'read', problems: [] })
    const analyst = await place.as('analyst')
    const unlinked = async () => (await analyst.page(`${place.path}/declarations?view=unlinked`)).json.props
    assert.equal((await unlinked()).declarations[0].number, 'JMKCT 2026 C10234')
    assert.deepEqual((await unlinked()).declarations[0].documents, [{ filed: bill, consignments: [] }])

    await file(place, cuscar(number))
    const consignment = await consignmentOf(place, bill)
    assert.equal((await unlinked()).total, 0, 'joined without anybody doing anything')
    const page = async () => (await analyst.page(`${place.path}/consignments/${consignment}`)).json.props.declarations
    assert.deepInclude((await page())[0], {
      number: 'JMKCT 2026 C10234',
      lane: 'green',
      importerIdentifier: '101234567',
    })
    assert.equal((await page())[0].items[0].value, '9450.00')

    const again = await system.declare(declarationXml({ number: '10234', bill }), 'k1')
    assert.deepEqual([again.status, again.body.id, again.body.duplicate], [202, first.body.id, true])
    const other = await system.declare(declarationXml({ number: '10234', bill, color: 'RED' }), 'k1')
    assert.equal(other.status, 409, 'one key, one message')
    await system.declare(declarationXml({ number: '10234', bill, color: 'RED' }), 'k2')
    await drainIntake(place)
    assert.deepEqual(
      (await page()).map(({ lane }: { lane: string }) => lane),
      ['red']
    )
    await system.declare(declarationXml({ number: '10234', bill, status: 'CANCELLED' }))
    await drainIntake(place)
    assert.deepEqual(
      (await declared(place)).map(({ state }) => state),
      ['replaced', 'cancelled', 'cancelled']
    )
  })

  test('what is wrong is told with its place; without a number nothing is registered', async ({ assert }) => {
    const place = await jamaica()
    const system = await connected(place)
    const dirty = await system.declare(declarationXml({ number: '7', bill: 'B1', hs: '6109', color: 'PURPLE' }))
    const nameless = await system.declare(declarationXml({ number: '', bill: 'B2' }))
    await drainIntake(place)
    const told = await system.stateOf(dirty.body.id)
    assert.equal(told.state, 'read')
    assert.deepEqual(
      told.problems.map(({ code, line }) => [code, line]),
      [
        ['REF-CODE', 8],
        ['REF-HS', 11],
      ]
    )
    const refused = await system.stateOf(nameless.body.id)
    assert.equal(refused.state, 'quarantined')
    assert.deepEqual(
      refused.problems.map(({ code }) => code),
      ['SEM-FIELD-MISSING']
    )
    assert.deepEqual(await declared(place), [{ number: 'JMKCT 2026 C7', lane: null, state: 'current' }])
  })

  test('after a crash between two records of a file the second is read too: what the first named binds nothing', async ({
    assert,
  }) => {
    const place = await jamaica()
    const system = await connected(place)
    const both = ['21', '22'].map((number) => declarationXml({ number, bill: `B${number}` })).join('')
    const sent = await system.declare(both)
    await place.run(async () => {
      // As the first record leaves its message: the sender that it named is known.
      const sender = await findSender('ASYCUDA')
      await execute(`update tenant.received_messages set sender_id = ? where id = ?`, [sender.id, sent.body.id])
    })
    await drainIntake(place)
    assert.deepEqual(
      (await declared(place)).map(({ number }) => number),
      ['JMKCT 2026 C21', 'JMKCT 2026 C22']
    )
  })

  test('only the national system declares: no filer, no terminal, nobody of a neighbour', async ({ assert }) => {
    const [place, there] = [await jamaica(), await jamaica()]
    const system = await connected(place)
    const terminal = await connected(place, { kind: 'terminal', hears: ['hold'] })
    const [neighbour, second] = [await connected(there), await connected(place)]
    const xml = declarationXml({ number: '5', bill: 'B5' })
    assert.equal((await terminal.declare(xml)).status, 403)
    const { token } = await place.run(() =>
      issueToken({ name: 'line', sender: 'LINE', scopes: ['messages:submit'], days: 1, createdBy: null })
    )
    await new Visitor().send('POST', '/api/v1/messages', { body: xml, headers: { authorization: `Bearer ${token}` } })
    await drainIntake(place)
    assert.lengthOf(await declared(place), 0, 'a filer says nothing in the name of importers')
    const problems = await ask<{ code: string }>(place, `select code from tenant.problems`)
    assert.deepEqual(problems, [{ code: 'SEM-TYPE-NOT-READ' }])

    const own = await system.declare(declarationXml({ number: '6', bill: 'B6' }))
    await drainIntake(place)
    assert.equal((await system.stateOf(own.body.id)).status, 200)
    for (const other of [neighbour, second]) assert.equal((await other.stateOf(own.body.id)).status, 404)
    assert.lengthOf(await declared(there), 0)
  })

  test('a selection is told, fetched in its own form, acknowledged, and taken back when the order ends', async ({
    assert,
  }) => {
    const place = await jamaica()
    const system = await connected(place)
    const number = `99${++serial}`
    await file(place, cuscar(number))
    await system.declare(declarationXml({ number: '42', bill: `BILL${number}` }))
    await drainIntake(place)
    const order = await makeOrder(place, {
      consignmentId: await consignmentOf(place, `BILL${number}`),
      siteId: await makeSite(place),
    })
    const drain = () => place.run(() => new InstructionsDrain().drain(new Date()))
    await drain()
    assert.deepEqual(
      system.heard.map(({ taken }) => taken),
      ['taken']
    )
    const notice = await system.carryOut()
    assert.deepInclude(notice, {
      act: 'SELECT',
      color: 'RED',
      bills: [`BILL${number}`],
      declarations: ['JMKCT 2026 C42'],
    })
    for (const word of ['TEST EXPORTS', 'TEST IMPORTS', 'analyst', 'score', 'NAR']) assert.notInclude(notice.xml, word)
    const [delivery] = await ask<{ answer: string }>(place, `select answer from tenant.instruction_deliveries`)
    assert.equal(delivery!.answer, 'acknowledged')

    const cancelled = await place.run(
      () => cancelOrder(order, place.officers.supervisor!.id, 'not needed'),
      'supervisor'
    )
    assert.isTrue(cancelled.ok)
    await drain()
    assert.deepInclude(await system.carryOut(), { act: 'DESELECT', bills: [`BILL${number}`] })
  })

  test('JSON tells the same, and what nobody hears of is not written', async ({ assert }) => {
    const place = await jamaica()
    const system = await connected(place, { hears: ['select'] })
    const number = `77${++serial}`
    await file(place, cuscar(number))
    const consignmentId = await consignmentOf(place, `BILL${number}`)
    const siteId = await makeSite(place)
    await makeOrder(place, { consignmentId, siteId, type: 'documentary' })
    await place.run(() => new InstructionsDrain().drain(new Date()))
    const told = JSON.parse(system.heard[0]!.body).data.instruction
    const { json } = await new Visitor().send('GET', `/api/v1/instructions/${told}`, {
      headers: { authorization: `Bearer ${system.token}` },
    })
    assert.equal(json.kind, 'select')
    assert.deepInclude(json.selection, { lane: 'yellow', examination: 'documentary', site: 'KIN-YARD' })
    assert.notProperty(json, 'orderId')
    const deaf = await jamaica()
    await file(deaf, cuscar(number))
    await makeOrder(deaf, { consignmentId: await consignmentOf(deaf, `BILL${number}`), siteId: await makeSite(deaf) })
    assert.lengthOf(await ask(deaf, `select 1 from tenant.instructions`), 0)
  })
})
