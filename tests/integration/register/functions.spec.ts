import { test } from '@japa/runner'
import { cuscar, type Manifest } from '#tests/support/fixtures/cuscar_message'
import { ask, file } from '#tests/support/intake'
import { makePlace, type Place } from '#tests/support/world'

const bill = (number: string, goods?: string) => ({ number, ...(goods && { goods }) })

/** `reference state revision` of every consignment. */
const register = (place: Place) =>
  ask<{ line: string }>(
    place,
    `select concat_ws(' ', reference, state, revision) as line from tenant.consignments order by reference`
  ).then((found) => found.map(({ line }) => line))
const codes = (place: Place, receivedId: string) =>
  ask<{ code: string }>(place, `select code from tenant.problems where received_message_id = ? and code like 'VER-%'`, [
    receivedId,
  ]).then((found) => found.map(({ code }) => code))
let control = 100
const send = (place: Place, manifest: Manifest) => file(place, cuscar({ ...manifest, reference: String(control++) }))

test.group('Functions of a filing', () => {
  test('an original again with the same content is noted and changes nothing', async ({ assert }) => {
    const place = await makePlace()
    await send(place, { bills: [bill('A'), bill('B')] })
    const again = await send(place, { bills: [bill('A'), bill('B')] })
    assert.deepEqual(await register(place), ['A filed 1', 'B filed 1'])
    assert.deepEqual(await codes(place, again.id), ['VER-DUPLICATE'])
  })

  test('an original again with other content replaces, and says that it did not say so', async ({ assert }) => {
    const place = await makePlace()
    await send(place, { bills: [bill('A'), bill('B')] })
    const again = await send(place, { bills: [bill('A', 'MANGO PULP'), bill('C')] })
    assert.deepEqual(await register(place), ['A filed 2', 'B removed 2', 'C filed 1'])
    assert.deepEqual(await codes(place, again.id), ['VER-REPLACED-SAME-FN'])
    const [{ changes } = { changes: [] }] = await ask<{ changes: unknown[] }>(
      place,
      `select r.changes from tenant.consignment_revisions r join tenant.consignments c on c.id = r.consignment_id where c.reference = 'A' and r.revision = 2`
    )
    assert.deepEqual(changes, [
      { path: 'items.0.description', before: 'CERAMIC FLOOR TILES', after: 'MANGO PULP', decisive: true },
    ])
  })

  test('replace (5) replaces, heading (20) with consignments too, heading alone leaves them', async ({ assert }) => {
    const place = await makePlace()
    await send(place, { bills: [bill('A'), bill('B')] })
    await send(place, { fn: '5', bills: [bill('A')] })
    assert.deepEqual(await register(place), ['A filed 1', 'B removed 2'])
    await send(place, { fn: '20', bills: [bill('C')] })
    assert.deepEqual(await register(place), ['A removed 2', 'B removed 2', 'C filed 1'])
    await send(place, { fn: '20', voyage: '119N', bills: [] })
    assert.deepEqual(await register(place), ['A removed 2', 'B removed 2', 'C filed 1'])
    assert.deepEqual(await ask(place, `select voyage from tenant.manifests`), [{ voyage: '119N' }])
  })

  for (const fn of ['4', '21']) {
    test(`change (${fn}) brings what it names up to date and leaves the others`, async ({ assert }) => {
      const place = await makePlace()
      await send(place, { bills: [bill('A'), bill('B')] })
      await send(place, { fn, bills: [bill('B', 'RUM'), bill('C')] })
      assert.deepEqual(await register(place), ['A filed 1', 'B filed 2', 'C filed 1'])
    })
  }

  test('add (2) adds, delete (3) closes what it names', async ({ assert }) => {
    const place = await makePlace()
    await send(place, { bills: [bill('A')] })
    await send(place, { fn: '2', bills: [bill('B')] })
    const deletion = await send(place, { fn: '3', bills: [bill('A'), bill('NEVER')] })
    assert.deepEqual(await register(place), ['A removed 2', 'B filed 1'])
    assert.deepEqual(await codes(place, deletion.id), ['VER-UNKNOWN-CONSIGNMENT'])
    await send(place, { fn: '2', bills: [bill('A')] })
    assert.deepEqual(await register(place), ['A filed 3', 'B filed 1'])
  })

  test('cancel (1) closes the whole document; it can be filed anew', async ({ assert }) => {
    const place = await makePlace()
    await send(place, { bills: [bill('A'), bill('B')] })
    await send(place, { fn: '1', bills: [] })
    assert.deepEqual(await register(place), ['A cancelled 2', 'B cancelled 2'])
    assert.deepEqual(await ask(place, `select state from tenant.manifests`), [{ state: 'cancelled' }])
    await send(place, { bills: [bill('A')] })
    assert.deepEqual(await register(place), ['A filed 3', 'B cancelled 2'])
  })

  test('what changes an unknown document is a Problem, and creates nothing when it only closes', async ({ assert }) => {
    const place = await makePlace()
    for (const fn of ['1', '3']) {
      const sent = await send(place, { fn, document: `UNKNOWN${fn}`, bills: fn === '3' ? [bill('A')] : [] })
      assert.deepEqual(await codes(place, sent.id), ['VER-UNKNOWN-DOCUMENT'])
    }
    assert.deepEqual(await register(place), [])
    const change = await send(place, { fn: '4', document: 'LATER', bills: [bill('A')] })
    assert.deepEqual(await codes(place, change.id), ['VER-UNKNOWN-DOCUMENT'])
    assert.deepEqual(await register(place), ['A filed 1'])
  })

  test('a test message changes nothing', async ({ assert }) => {
    const place = await makePlace()
    const sent = await send(place, { fn: '53', bills: [bill('A')] })
    assert.deepEqual(await register(place), [])
    assert.deepEqual(await ask(place, `select state from tenant.messages where received_message_id = ?`, [sent.id]), [
      { state: 'status_only' },
    ])
  })

  test('nobody changes the document of another filer', async ({ assert }) => {
    const place = await makePlace()
    await send(place, { sender: 'SEABRIDGE', bills: [bill('A')] })
    const foreign = await send(place, { sender: 'OTHERLINE', fn: '3', bills: [bill('A')] })
    assert.deepEqual(await register(place), ['A filed 1'])
    assert.deepEqual(await codes(place, foreign.id), ['VER-UNKNOWN-DOCUMENT'])
  })

  test('who filed first, and when, never changes', async ({ assert }) => {
    const place = await makePlace()
    const firstFiling = `select c.first_filer, c.first_registered_at, k.first_registered_at as key_at from tenant.consignments c join tenant.consignment_keys k on k.consignment_id = c.id`
    await send(place, { bills: [bill('A')] })
    const before = await ask(place, firstFiling)
    await send(place, { fn: '5', bills: [bill('A', 'RUM')] })
    assert.deepEqual(await ask(place, firstFiling), before)
  })

  test('two administrations with the same numbers never meet', async ({ assert }) => {
    const [here, there] = [await makePlace(), await makePlace()]
    await send(here, { bills: [bill('A', 'TILES')] })
    await send(there, { bills: [bill('A', 'RUM')] })
    await send(there, { fn: '1', bills: [] })
    assert.deepEqual(await register(here), ['A filed 1'])
    assert.deepEqual(await register(there), ['A cancelled 2'])
  })
})
