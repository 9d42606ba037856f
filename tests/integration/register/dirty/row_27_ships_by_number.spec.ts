import { test } from '@japa/runner'
import { cuscar } from '#tests/support/fixtures/cuscar_message'
import { file, makePlace, told } from './of_register.js'

const named = (document: string, name: string, imo = '9074729') =>
  cuscar({ document, reference: document, voyage: document, ship: { name, imo }, bills: [{ number: document }] })
const conflicts = (place: Parameters<typeof told>[0]) =>
  told(place, ['SEM-SHIP-CONFLICT'], 'value', 'what', 'known', 'told')

test.group('Row 27 | one IMO number, two ships', () => {
  test('a number under which another name was told is told of', async ({ assert }) => {
    const place = await makePlace()
    await file(place, named('ONE', 'CORAL HERON'))
    await file(place, named('TWO', 'BLUE PELICAN'))
    assert.deepEqual(await conflicts(place), ['SEM-SHIP-CONFLICT warning 9074729 name CORAL HERON BLUE PELICAN'])
  })

  test('the same name written otherwise, and the same name under another number, say nothing', async ({ assert }) => {
    const place = await makePlace()
    await file(place, named('ONE', 'CORAL HERON'))
    await file(place, named('TWO', 'M/V Coral  Heron'))
    await file(place, named('SIX', 'CORAL HERON', '9241061'))
    assert.deepEqual(await conflicts(place), [])
  })
})
