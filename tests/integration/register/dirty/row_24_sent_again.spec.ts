import { test } from '@japa/runner'
import type { FieldChange } from '#app/cargo_register/published'
import { cuscar } from '#tests/support/fixtures/cuscar_message'
import { ask, file, makePlace, manifest, told, type Place } from './of_register.js'

const VERSIONS = ['VER-DUPLICATE', 'VER-REPLACED-SAME-FN', 'VER-LATE-CHANGE', 'VER-REMOVED-IN-RESEND']
const edifact = (goods: string, reference: string) =>
  cuscar({ reference, bills: [{ number: 'A', goods }, { number: 'B' }] })
const asycuda = (mass: number) =>
  manifest(
    'CAR01',
    'JMKCT',
    { number: 'A', type: 'BOL', packages: 4, mass },
    { number: 'B', type: 'BOL', packages: 1, mass: 9 }
  )
const UNDERWAY = { filedAt: Date.parse('2026-11-20T12:00:00Z') }
const ARRIVED = { filedAt: Date.parse('2026-11-21T20:00:00Z') }

/** `reference revision` of every consignment, and what its last revision changed. */
const stands = async (place: Place): Promise<[string, FieldChange[]][]> =>
  (
    await ask<{ line: string; changes: FieldChange[] }>(
      place,
      `select concat_ws(' ', c.reference, c.revision) as line, r.changes from tenant.consignments c
         join tenant.consignment_revisions r on r.id = c.revision_id order by 1`
    )
  ).map(({ line, changes }) => [line, changes])

test.group('Row 24 | the same document sent again', () => {
  test('the same bytes, and the same contents in other bytes, are stored once', async ({ assert }) => {
    const place = await makePlace()
    const first = await file(place, edifact('TILES', '1'))
    const bytes = await file(place, edifact('TILES', '1'))
    assert.isTrue(bytes.id === first.id || (await told(place, VERSIONS)).includes('VER-DUPLICATE info'))
    await file(place, edifact('TILES', '2'))
    assert.include(await told(place, VERSIONS), 'VER-DUPLICATE info')
    await file(place, asycuda(700), UNDERWAY)
    await file(place, Buffer.from(asycuda(700).toString().replace('<Awmds>', '<Awmds> ')), UNDERWAY)
    assert.deepEqual(
      (await stands(place)).map(([line]) => line),
      ['A 1', 'A 1', 'B 1', 'B 1']
    )
  })

  test('a small edit is a revision of that bill alone, told with the field it changed', async ({ assert }) => {
    const place = await makePlace()
    await file(place, edifact('TILES', '1'))
    await file(place, edifact('RUM', '2'))
    assert.deepEqual(await told(place, VERSIONS), ['VER-REPLACED-SAME-FN warning'])
    const [[line, changes], [other]] = (await stands(place)) as [[string, FieldChange[]], [string, FieldChange[]]]
    assert.deepEqual([line, other], ['A 2', 'B 1'])
    assert.deepEqual(changes, [{ path: 'items.0.description', before: 'TILES', after: 'RUM', decisive: true }])
  })

  test('an ASYCUDA manifest too; after the arrival the change is told as late', async ({ assert }) => {
    const place = await makePlace()
    await file(place, asycuda(700), UNDERWAY)
    await file(place, asycuda(750), UNDERWAY)
    assert.deepEqual(await told(place, VERSIONS), [])
    assert.deepEqual(
      (await stands(place)).map(([line]) => line),
      ['A 2', 'B 1']
    )
    await ask(place, `update tenant.calls set arrived_at = eta returning 1`)
    await file(place, asycuda(800), ARRIVED)
    assert.deepEqual(await told(place, VERSIONS, 'after'), ['VER-LATE-CHANGE warning A arrival'])
  })
})
