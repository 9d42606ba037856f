import { test } from '@japa/runner'
import { cuscar, type Manifest } from '#tests/support/fixtures/cuscar_message'
import { ask, file } from '#tests/support/intake'
import { makePlace, type Place } from '#tests/support/world'

const BOX = 'MSKU1234565'
const bill = (number: string, goods = 'TILES', container: string | undefined = BOX) => ({
  number,
  goods,
  ...(container && { container }),
})
let control = 700
const send = (place: Place, manifest: Manifest) => file(place, cuscar({ ...manifest, reference: String(control++) }))
const register = (place: Place) =>
  ask<{ line: string }>(
    place,
    `select concat_ws(' ', m.document_reference, c.reference, c.state, c.revision) as line
       from tenant.consignments c join tenant.manifests m on m.id = c.manifest_id order by 1`
  ).then((found) => found.map(({ line }) => line))
const noted = (place: Place) =>
  ask<{ line: string }>(
    place,
    `select concat_ws(' ', code, params ->> 'value') as line from tenant.problems where code like 'VER-%' order by id`
  ).then((found) => found.map(({ line }) => line))

test.group('A document under a new number', () => {
  test('with the bills and containers of a known one it corrects that; what it leaves out stays', async ({
    assert,
  }) => {
    for (const fn of ['9', '5', '4']) {
      const place = await makePlace()
      await send(place, { document: 'OLD', bills: [bill('A'), bill('B', 'RUM', 'TEMU9544485')] })
      await send(place, { fn, document: 'NEW', bills: [bill('A', 'SHOES')] })
      assert.deepEqual(await register(place), ['OLD A filed 2', 'OLD B filed 1'], fn)
      assert.deepEqual(await noted(place), ['VER-RENUMBERED OLD'], fn)
      await send(place, { fn: '4', document: 'NEW', bills: [bill('B', 'GIN', 'TEMU9544485')] })
      assert.deepEqual(await register(place), ['OLD A filed 2', 'OLD B filed 2'], 'its new number is known from now on')
      assert.lengthOf(await noted(place), 1)
    }
  })

  test('a deletion under a new number closes what it lists', async ({ assert }) => {
    const place = await makePlace()
    await send(place, { document: 'OLD', bills: [bill('A'), bill('B')] })
    await send(place, { fn: '3', document: 'NEW', bills: [bill('A')] })
    assert.deepEqual(await register(place), ['OLD A removed 2', 'OLD B filed 1'])
  })

  const OTHERS: [string, Manifest][] = [
    ['another container', { document: 'NEW', bills: [bill('A', 'TILES', 'TEMU9544485')] }],
    ['another voyage', { document: 'NEW', voyage: '200N', bills: [bill('A')] }],
    ['another filer', { document: 'NEW', sender: 'OTHERLINE', bills: [bill('A')] }],
    ['a further bill', { document: 'NEW', bills: [bill('A'), bill('C')] }],
  ]
  for (const [what, manifest] of OTHERS)
    test(`${what} is another document`, async ({ assert }) => {
      const place = await makePlace()
      await send(place, { document: 'OLD', bills: [bill('A'), bill('B')] })
      await send(place, manifest)
      const lines = await register(place)
      assert.includeMembers(lines, ['NEW A filed 1', 'OLD A filed 1', 'OLD B filed 1'])
      assert.deepEqual(await noted(place), [])
    })
})
