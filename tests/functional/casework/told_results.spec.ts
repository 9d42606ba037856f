import { test } from '@japa/runner'
import InstructionsDrain from '#app/casework/instructions/jobs/instructions_drain'
import { acceptOrder, cancelOrder, reviewOrder, startOrder } from '#app/casework/inspections/actions/move_order'
import { recordOutcome } from '#app/casework/inspections/actions/record_outcome'
import { issueToken } from '#app/intake/published'
import { execute } from '#platform/tenancy/database'
import { cuscar, makeAlert } from '#tests/support/alerts'
import { makeOrder, makeSite, stateOf } from '#tests/support/casework'
import { ask, drainIntake, file } from '#tests/support/intake'
import { Visitor } from '#tests/support/visitor'
import type { NationalSystem } from '#tests/support/webhooks/asycuda'
import { inspectionActXml } from '#tests/support/webhooks/asycuda_records'
import { NationalSystems } from '#tests/support/webhooks/connected'
import { makePlace, type Place } from '#tests/support/world'

interface Selected {
  place: Place
  system: NationalSystem
  consignment: string
  bill: string
  order: string
  /** As the system was told. */
  number: string
}

test.group('Results of examinations of a national system over HTTP', (group) => {
  const systems = new NationalSystems()
  group.setup(() => systems.listen())

  /** Cargo that answers an alert, selected for a look, and told to the national system. */
  async function selected(order: Partial<Parameters<typeof makeOrder>[1]> = {}): Promise<Selected> {
    const place = await makePlace({ plugins: ['jamaica'] })
    const system = await systems.connected(place)
    const { consignment, number: serial } = await makeAlert(place)
    const id = await makeOrder(place, { consignmentId: consignment, siteId: await makeSite(place), ...order })
    await place.run(() => new InstructionsDrain().drain(new Date()))
    const [told] = await ask<{ number: string }>(place, `select number::text from tenant.inspection_orders`)
    return { place, system, consignment, bill: `BILL${serial}`, order: id, number: told!.number }
  }

  const tell = async ({ place, system }: Selected, act: Parameters<typeof inspectionActXml>[0]) => {
    const sent = await system.tell('examinations', inspectionActXml(act))
    await drainIntake(place)
    return sent
  }
  const pageOf = async ({ place, order }: Selected, role = 'supervisor') =>
    (await (await place.as(role)).page(`${place.path}/inspections/${order}`)).json.props
  const standings = ({ place }: Selected) =>
    ask<{ number: string; standing: string }>(
      place,
      `select r.number, e.standing from tenant.examinations r join tenant.examination_orders e on e.examination_id = r.id order by r.id`
    )
  const counted = async ({ place }: Selected) =>
    (
      await ask<{ hits: number; examined: number }>(
        place,
        `select coalesce(sum(hits), 0)::int as hits, coalesce(sum(examined), 0)::int as examined from tenant.reason_outcomes`
      )
    )[0]!

  test('the result of a selection becomes its outcome; a reviewer confirms it, and what fired counts a hit', async ({
    assert,
  }) => {
    const told = await selected()
    const { place, order, bill, number } = told
    assert.equal(
      (await tell(told, { number: '1', order: number, bill, result: 'FOUND', found: ['NARCOTICS'] })).status,
      202
    )
    assert.equal(await stateOf(place, order), 'done')
    assert.deepEqual(await standings(told), [{ number: 'JMKCT 1', standing: 'taken' }])
    const page = await pageOf(told)
    assert.deepInclude(page.outcomes[0], { result: 'resultant', judgement: 'confirmed_risk', minutes: 95, told: true })
    assert.deepInclude(page.findings[0], { what: 'narcotics', place: 'reefer_unit', quantity: '12.4', unit: 'kg' })
    assert.deepInclude(page.told[0], { examinerName: 'J. BROWN', differences: [] })
    assert.isNull(page.order.inspector)
    assert.deepEqual(await counted(told), { hits: 0, examined: 0 }, 'nothing counts before a reviewer says so')
    const supervisor = await place.as('supervisor')
    await supervisor.post(`${place.path}/inspections/${order}/review`, {})
    assert.equal(await stateOf(place, order), 'reviewed')
    assert.isAbove((await counted(told)).hits, 0)
    const [kept] = await ask<{ result: string; found: string[] }>(
      place,
      `select result, found from tenant.history_checks`
    )
    assert.deepEqual(kept, { result: 'resultant', found: ['narcotics'] })
    const audited = await ask(place, `select 1 from tenant.audit_entries where action = 'inspection.result_told'`)
    assert.lengthOf(audited, 1)
  })

  test('who was drawn, and who examined by the system’s words, does not review it', async ({ assert }) => {
    const told = await selected()
    const { place, order, number } = told
    const supervisor = place.officers.supervisor!
    await tell(told, { number: '1', order: number, mail: supervisor.email.toUpperCase() })
    const visitor = await place.as('supervisor')
    assert.isFalse((await pageOf(told)).may.review)
    await visitor.post(`${place.path}/inspections/${order}/review`, {})
    assert.equal(await stateOf(place, order), 'done', 'by mail')
    assert.isFalse((await place.run(() => reviewOrder(order, supervisor.id, null))).ok, 'the act refuses it too')
    await place.run(() =>
      execute(`update tenant.examinations set examiner_identifier = null, examiner_name = ?`, ['X'])
    )
    const drawn = place.officers.inspector!.id
    assert.isFalse((await place.run(() => reviewOrder(order, drawn, null))).ok, 'who was drawn')
    assert.isTrue((await place.run(() => reviewOrder(order, supervisor.id, null))).ok)
  })

  test('what an inspector here began or found is not overwritten: the reviewer sees the difference', async ({
    assert,
  }) => {
    const told = await selected()
    const { place, order, number, bill } = told
    const inspector = place.officers.inspector!.id
    await place.run(async () => {
      await acceptOrder(order, inspector)
      await startOrder(order, inspector)
    })
    await tell(told, { number: '1', order: number, bill, result: 'FOUND', found: ['CURRENCY'] })
    assert.equal(await stateOf(place, order), 'in_progress')
    const clean = { result: 'not_resultant', judgement: 'nothing_found', enforcement: 'none', minutes: 5 } as const
    const nothing = { revenueMinor: null, people: null, costMinor: null, reason: null, note: null }
    await place.run(() => recordOutcome(order, inspector, { ...clean, ...nothing }))
    const page = await pageOf(told)
    assert.deepInclude(page.outcomes[0], { result: 'not_resultant', told: false })
    assert.deepEqual(page.told[0].differences, ['result', 'findings'])
    assert.deepEqual(page.told[0].order.standing, 'beside')
    assert.deepEqual((await pageOf(told, 'inspector')).told, [], 'who inspects sees what they found themselves')
  })

  test('sent back, the order waits again; what the system told since is taken then', async ({ assert }) => {
    const told = await selected()
    const { place, order, number } = told
    await tell(told, { number: '1', order: number, result: 'FOUND', found: ['WASTE'] })
    await tell(told, { number: '1', order: number, result: 'FOUND', found: ['WASTE', 'WILDLIFE'] })
    const before = await pageOf(told)
    assert.deepEqual(
      before.told.map(({ version, differences }: { version: number; differences: string[] }) => [version, differences]),
      [
        [2, ['findings']],
        [1, ['replaced']],
      ]
    )
    const supervisor = await place.as('supervisor')
    await supervisor.post(`${place.path}/inspections/${order}/return`, { note: 'the second act says more' })
    const page = await pageOf(told)
    assert.equal(page.order.state, 'done')
    assert.sameMembers(
      page.findings.map(({ what }: { what: string }) => what),
      ['waste', 'wildlife']
    )
    await supervisor.post(`${place.path}/inspections/${order}/return`, { note: 'look yourselves' })
    assert.equal(await stateOf(place, order), 'ordered')
    assert.deepEqual((await pageOf(told)).findings, [])
    const inspector = place.officers.inspector!.id
    assert.isTrue((await place.run(() => acceptOrder(order, inspector))).ok, 'who was drawn may look now')
    await tell(told, { number: '1', order: number, status: 'CANCELLED', result: '' })
    assert.equal((await pageOf(told)).told[0].state, 'cancelled')
  })

  test('without a number of ours it is matched by its cargo and kind, never by a guess', async ({ assert }) => {
    const told = await selected()
    const { place, order, bill } = told
    await tell(told, { number: 'PAPERS', bill, type: 'DOCUMENTARY' })
    await tell(told, { number: 'EARLY', bill, date: '2020-01-01' })
    await tell(told, { number: 'BOX', bill, box: 'OTHR1234567' })
    const second = await makeOrder(place, {
      consignmentId: told.consignment,
      siteId: (await ask<{ id: string }>(place, `select id from tenant.sites`))[0]!.id,
      equipment: 'NRCU4832072',
    })
    await place.run(() => new InstructionsDrain().drain(new Date()))
    await tell(told, { number: 'WHICH', bill, box: 'NRCU4832072' })
    assert.deepEqual(
      await standings(told),
      [],
      'papers are no unloading, what was before the order is not of it, another box neither, and of two orders nobody knows which'
    )
    await place.run(() => cancelOrder(second, place.officers.supervisor!.id, 'once is enough'))
    await tell(told, { number: 'THIS', bill, box: 'NRCU4832072' })
    assert.deepEqual(await standings(told), [{ number: 'JMKCT THIS', standing: 'taken' }])
    assert.equal(await stateOf(place, order), 'done')
  })

  test('a number of other cargo, of another kind or without findings ends nothing', async ({ assert }) => {
    const told = await selected()
    const { order, number, place } = told
    await tell(told, { number: 'A', order: number, bill: 'SOMEBODYELSES' })
    await tell(told, { number: 'B', order: number, type: 'SCAN' })
    await tell(told, { number: 'C', order: number, result: 'FOUND' })
    await tell(told, { number: 'D', order: number, result: '' })
    assert.deepEqual(
      (await standings(told)).map(({ standing }) => standing),
      ['other_cargo', 'other_examination', 'incomplete', 'incomplete']
    )
    assert.equal(await stateOf(place, order), 'ordered')
  })

  test('the result of what the system selected itself stands on the cargo, also when that comes later', async ({
    assert,
  }) => {
    const place = await makePlace({ plugins: ['jamaica'] })
    const system = await systems.connected(place)
    const number = `93${Date.now() % 100_000}`
    await system.tell('examinations', inspectionActXml({ number: '9', bill: `BILL${number}` }))
    await drainIntake(place)
    const analyst = await place.as('analyst')
    const unlinked = async () => (await analyst.page(`${place.path}/examinations?view=unlinked`)).json.props
    assert.equal((await unlinked()).examinations[0].number, 'JMKCT 9')
    await file(place, cuscar(number))
    assert.equal((await unlinked()).total, 0)
    const [cargo] = await ask<{ id: string }>(place, `select id from tenant.consignments`)
    const page = (await analyst.page(`${place.path}/consignments/${cargo!.id}`)).json.props
    assert.deepInclude(page.examinations[0], { number: 'JMKCT 9', result: 'not_resultant', order: null })
    assert.lengthOf(await ask(place, `select 1 from tenant.outcomes`), 0)
  })

  test('only the system that was told of an order answers it; nobody else tells results at all', async ({ assert }) => {
    const told = await selected()
    const { place, order, number, bill } = told
    const deaf = await systems.connected(place, { hears: ['hold'] })
    await deaf.tell('examinations', inspectionActXml({ number: 'DEAF', order: number, bill }))
    const terminal = await systems.connected(place, { kind: 'terminal', hears: ['select'] })
    const xml = inspectionActXml({ number: 'FALSE', order: number, bill })
    assert.equal((await terminal.tell('examinations', xml)).status, 403)
    const { token } = await place.run(() =>
      issueToken({ name: 'all', sender: null, scopes: ['messages:submit', 'declarations'], days: 1, createdBy: null })
    )
    for (const path of ['messages', 'declarations'])
      await new Visitor().send('POST', `/api/v1/${path}`, {
        body: xml.replace('FALSE', path),
        headers: { authorization: `Bearer ${token}` },
      })
    await file(place, Buffer.from(xml), { channel: 'upload', submittedBy: place.officers.data_steward!.id })
    await drainIntake(place)
    assert.equal(await stateOf(place, order), 'ordered')
    const kept = await ask<{ number: string }>(place, `select number from tenant.examinations`)
    assert.deepEqual(kept, [{ number: 'JMKCT DEAF' }], 'kept, and of no order')
    assert.equal((await (await place.as('inspector')).get(`${place.path}/examinations`)).status, 403)
  })
})
