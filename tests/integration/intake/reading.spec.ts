import { test } from '@japa/runner'
import { storeMessage } from '#app/intake/actions/store_message'
import { takeMessage } from '#app/intake/actions/take_message'
import { readOptions } from '#app/intake/read_options'
import { readFile } from '#core/formats/read_file'
import { blobs } from '#platform/blobs/service'
import { cuscar } from '#tests/support/fixtures/cuscar_message'
import { ask, drainIntake, file, receive } from '#tests/support/intake'
import { makePlace } from '#tests/support/world'

interface State {
  state: string
  messages: number
  consignments: number
  problem_fatals: number
  attempts: number
}
const stateOf = `select state, messages, consignments, problem_fatals, attempts from tenant.received_messages where id = ?`

test.group('Reading received messages', () => {
  test('stores every consignment and says where it stands', async ({ assert }) => {
    const place = await makePlace()
    const { id } = await file(
      place,
      cuscar({ bills: [{ number: 'SB1' }, { number: 'SB2', container: 'CSQU3054383' }] })
    )
    const [state] = await ask<State>(place, stateOf, [id])
    assert.deepInclude(state, { state: 'registered', messages: 1, consignments: 2, problem_fatals: 0 })
    const consignments = await ask(
      place,
      `select reference, state, consignee_name from tenant.consignments order by id`
    )
    assert.deepEqual(consignments, [
      { reference: 'SB1', state: 'filed', consignee_name: 'Blue Mahoe Interiors' },
      { reference: 'SB2', state: 'filed', consignee_name: 'Blue Mahoe Interiors' },
    ])
  })

  test('goes on after a crash between two units without storing anything twice', async ({ assert }) => {
    const place = await makePlace()
    const bytes = Buffer.concat([
      cuscar({ document: 'ONE', bills: [{ number: 'A1' }] }),
      cuscar({ document: 'TWO', bills: [{ number: 'B1' }] }),
    ])
    const { id } = await receive(place, bytes)
    await place.run(async () => {
      const taken = (await takeMessage())!
      const first = await readFile(blobs.read(place.administration.id, taken.blob), await readOptions()).next()
      if (first.done) throw new Error('no Message')
      await storeMessage(taken, first.value)
      // Here the reader dies: the received message stays `reading`, its first Message is stored.
    })
    await drainIntake(place)
    await drainIntake(place)
    const [state] = await ask<State>(place, stateOf, [id])
    assert.deepInclude(state, { state: 'registered', messages: 2, consignments: 2 })
    const revisions = await ask(
      place,
      `select c.reference, r.revision from tenant.consignment_revisions r
      join tenant.consignments c on c.id = r.consignment_id order by c.reference`
    )
    assert.deepEqual(revisions, [
      { reference: 'A1', revision: 1 },
      { reference: 'B1', revision: 1 },
    ])
  })

  test('stores each Message once when two readers work on the same bytes', async ({ assert }) => {
    const place = await makePlace()
    await receive(
      place,
      Buffer.concat(
        ['ONE', 'TWO', 'THREE'].map((document) => cuscar({ document, bills: [{ number: `${document}1` }] }))
      )
    )
    await Promise.all([drainIntake(place), drainIntake(place), drainIntake(place)])
    const [counted] = await ask<{ revisions: number }>(
      place,
      `select count(*)::int as revisions from tenant.consignment_revisions`
    )
    assert.equal(counted!.revisions, 3)
  })

  test('puts what it does not understand aside, with the reason', async ({ assert }) => {
    const place = await makePlace()
    const { id } = await file(place, Buffer.from('%PDF-1.7 not a manifest'))
    const [state] = await ask<State>(place, stateOf, [id])
    assert.equal(state!.state, 'quarantined')
    const problems = await ask(place, `select code, severity from tenant.problems where received_message_id = ?`, [id])
    assert.deepEqual(problems, [{ code: 'SYN-NOT-UNDERSTOOD', severity: 'fatal' }])
  })

  test('puts a type without a reader aside, with the reason', async ({ assert }) => {
    const place = await makePlace()
    const { id } = await file(
      place,
      Buffer.from("UNB+UNOA:2+A+B+261120:0900+1'UNH+1+IFTMBF:D:99B:UN'BGM+335+1+9'UNT+3+1'UNZ+1+1'")
    )
    const [state] = await ask<State>(place, stateOf, [id])
    assert.equal(state!.state, 'quarantined')
    const problems = await ask<{ code: string }>(
      place,
      `select code from tenant.problems where received_message_id = ?`,
      [id]
    )
    assert.include(
      problems.map(({ code }) => code),
      'SEM-TYPE-NOT-READ'
    )
  })

  test('gives a message up that cannot be read, and reads the next', async ({ assert }) => {
    const place = await makePlace()
    const broken = await receive(place, cuscar({ document: 'BROKEN', bills: [{ number: 'X1' }] }))
    await place.run(() =>
      import('#platform/tenancy/database').then(({ execute }) =>
        execute(`update tenant.received_messages set blob = 'gone' where id = ?`, [broken.id])
      )
    )
    const sound = await file(place, cuscar({ document: 'SOUND', bills: [{ number: 'Y1' }] }))
    assert.deepInclude((await ask<State>(place, stateOf, [broken.id]))[0], { state: 'quarantined', attempts: 5 })
    assert.deepEqual(await ask(place, `select code from tenant.problems where received_message_id = ?`, [broken.id]), [
      { code: 'SYN-GAVE-UP' },
    ])
    assert.equal((await ask<State>(place, stateOf, [sound.id]))[0]!.state, 'registered')
  })

  test('keeps one bad consignment from losing the others', async ({ assert }) => {
    const place = await makePlace()
    const bytes = cuscar({ bills: [{ number: 'G1' }, { number: 'LOST' }, { number: 'G3' }] })
      .toString()
      .replace("CNI+2+LOST'\r\nRFF+BM:LOST'", "CNI+2'")
    await file(place, Buffer.from(bytes))
    const consignments = await ask(place, `select reference, state from tenant.consignments order by id`)
    assert.deepEqual(consignments, [
      { reference: 'G1', state: 'filed' },
      { reference: null, state: 'unusable' },
      { reference: 'G3', state: 'filed' },
    ])
    const [problem] = await ask<{ known: boolean }>(
      place,
      `select consignment_id is not null as known from tenant.problems where severity = 'error'`
    )
    assert.isTrue(problem!.known)
  })

  test('dates history by its documents and live filings by their receipt', async ({ assert }) => {
    const place = await makePlace()
    await file(
      place,
      cuscar({ document: 'OLD', prepared: '20250310', eta: '202503150600', bills: [{ number: 'H1' }] }),
      { historical: true }
    )
    await file(place, cuscar({ document: 'NEW', prepared: '20250310', bills: [{ number: 'H2' }] }))
    const found = await ask<{ reference: string; historical: boolean; day: string }>(
      place,
      `select reference, historical, to_char(first_registered_at at time zone 'America/Jamaica', 'YYYY-MM-DD') as day from tenant.consignments order by reference`
    )
    assert.deepEqual(found[0], { reference: 'H1', historical: true, day: '2025-03-10' })
    assert.isFalse(found[1]!.historical)
    assert.notEqual(found[1]!.day, '2025-03-10')
  })
})
