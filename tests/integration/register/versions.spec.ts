import { test } from '@japa/runner'
import { readEvent, recordEvents } from '#app/cargo_register/published'
import { cuscar, type Manifest } from '#tests/support/fixtures/cuscar_message'
import { ask, file } from '#tests/support/intake'
import { makePlace, type Place } from '#tests/support/world'
import { awmds, bol, LOOSE } from '../../unit/core/formats/asycuda/asycuda_texts.js'

const bill = (number: string, goods = 'TILES') => ({ number, goods })
const register = (place: Place) =>
  ask<{ line: string }>(
    place,
    `select concat_ws(' ', reference, state, revision) as line from tenant.consignments order by reference`
  ).then((found) => found.map(({ line }) => line))
/** `code reference` of every Problem of versions, with the consignment it stands at. */
const noted = (place: Place, receivedId: string) =>
  ask<{ line: string }>(
    place,
    `select concat_ws(' ', p.code, c.reference, p.params ->> 'after') as line from tenant.problems p
       left join tenant.consignments c on c.id = p.consignment_id
      where p.received_message_id = ? and p.code like 'VER-%' order by 1`,
    [receivedId]
  ).then((found) => found.map(({ line }) => line))
let control = 500
const send = (place: Place, manifest: Manifest) => file(place, cuscar({ ...manifest, reference: String(control++) }))
const asycuda = (place: Place, ...bols: string[]) => file(place, Buffer.from(awmds(...bols)))

async function released(place: Place, number: string): Promise<void> {
  const told = {
    kind: 'release',
    at: new Date(Date.now() - 60_000).toISOString(),
    reference: `R-${number}`,
    bill: number,
  }
  const { event } = readEvent(told, 'UTC')
  const reporter = { source: 'api' as const, name: 'token:test', officerId: null, mayRelease: true }
  await place.run(() => recordEvents([event], reporter, Date.now()))
}

test.group('Versions of one document', () => {
  test('an ASYCUDA manifest sent again corrects what it names and deletes nothing', async ({ assert }) => {
    const place = await makePlace()
    await asycuda(place, bol('BL0001'), bol('BL0002', LOOSE))
    const again = await asycuda(place, bol('BL0001', LOOSE))
    assert.deepEqual(await register(place), ['BL0001 filed 2', 'BL0002 filed 1'])
    assert.deepEqual(await noted(place, again.id), ['VER-REMOVED-IN-RESEND BL0002'])
  })

  test('with further lines only it adds', async ({ assert }) => {
    const place = await makePlace()
    await asycuda(place, bol('BL0001'))
    const again = await asycuda(place, bol('BL0003', LOOSE))
    assert.deepEqual(await register(place), ['BL0001 filed 1', 'BL0003 filed 1'])
    assert.deepEqual(await noted(place, again.id), [])
  })

  test('what only says how things stand belongs to its document and changes nothing', async ({ assert }) => {
    const place = await makePlace()
    await send(place, { bills: [bill('A')] })
    const said = await send(place, { fn: '6', bills: [bill('A', 'RUM')] })
    assert.deepEqual(await register(place), ['A filed 1'])
    const [message] = await ask<{ state: string; known: boolean }>(
      place,
      `select m.state, m.manifest_id = f.id as known from tenant.messages m, tenant.manifests f where m.received_message_id = ?`,
      [said.id]
    )
    assert.deepEqual(message, { state: 'status_only', known: true })
  })

  test('a cancelled document stays cancelled when only its heading or a deletion comes', async ({ assert }) => {
    const place = await makePlace()
    await send(place, { bills: [bill('A')] })
    await send(place, { fn: '1', bills: [] })
    await send(place, { fn: '20', voyage: '119N', bills: [] })
    await send(place, { fn: '3', bills: [bill('A')] })
    assert.deepEqual(await ask(place, `select state from tenant.manifests`), [{ state: 'cancelled' }])
    assert.deepEqual(await register(place), ['A cancelled 2'])
  })

  test('a change after the release is said at the consignment, and only there', async ({ assert }) => {
    const place = await makePlace()
    await send(place, { bills: [bill('A'), bill('B')] })
    await released(place, 'A')
    const late = await send(place, { fn: '4', bills: [bill('A', 'RUM'), bill('B', 'RUM')] })
    assert.deepEqual(await noted(place, late.id), ['VER-LATE-CHANGE A release'])
    const closed = await send(place, { fn: '3', bills: [bill('A')] })
    assert.deepEqual(await noted(place, closed.id), ['VER-LATE-CHANGE A release'])
  })

  test('after the arrival of the ship every change is late, and repeating the same is none', async ({ assert }) => {
    const place = await makePlace()
    await send(place, { bills: [bill('A')] })
    await place.run(async () => {
      await ask(place, `update tenant.calls set arrived_at = now() - interval '1 hour' returning id`)
    })
    assert.deepEqual(await noted(place, (await send(place, { fn: '4', bills: [bill('A')] })).id), [])
    const late = await send(place, { fn: '4', bills: [bill('A', 'RUM')] })
    assert.deepEqual(await noted(place, late.id), ['VER-LATE-CHANGE A arrival'])
  })

  test('whatever comes in whatever order, every content filed is kept as a revision', async ({ assert }) => {
    const filings: Manifest[] = [
      { fn: '9', bills: [bill('A', 'G1'), bill('B', 'G2')] },
      { fn: '4', bills: [bill('A', 'G3'), bill('C', 'G4')] },
      { fn: '5', bills: [bill('B', 'G5')] },
      { fn: '2', bills: [bill('D', 'G6')] },
      { fn: '3', bills: [bill('A', 'G1')] },
      { fn: '1', bills: [] },
      { fn: '20', bills: [bill('C', 'G7')] },
    ]
    for (const order of [
      [0, 1, 2, 3, 4, 5, 6],
      [6, 5, 4, 3, 2, 1, 0],
      [3, 1, 4, 0, 6, 2, 5],
      [5, 2, 6, 0, 4, 1, 3],
    ]) {
      const place = await makePlace()
      for (const at of order) await send(place, filings[at]!)
      const kept = await ask<{ goods: string }>(
        place,
        `select distinct concat(document ->> 'reference', ' ', document -> 'items' -> 0 ->> 'description') as goods
           from tenant.consignment_revisions order by 1`
      )
      assert.deepEqual(
        kept.map(({ goods }) => goods),
        ['A G1', 'A G3', 'B G2', 'B G5', 'C G4', 'C G7', 'D G6'],
        order.join(' ')
      )
      const gaps = await ask(
        place,
        `select consignment_id from tenant.consignment_revisions group by consignment_id having max(revision) <> count(*)`
      )
      assert.deepEqual(gaps, [])
    }
  })
})
