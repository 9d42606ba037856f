import { test } from '@japa/runner'
import { cuscar } from '#tests/support/fixtures/cuscar_message'
import { ask, file, makePlace, told } from './of_register.js'

const BOX = 'MSKU1234565'
const brings = (document: string, ship: { name: string; imo: string }, eta: string, container = BOX) =>
  cuscar({
    document,
    reference: document,
    voyage: `${document}N`,
    ship,
    eta,
    bills: [{ number: `B${document}`, container }],
  })
const CORAL = { name: 'CORAL HERON', imo: '9074729' }
const PELICAN = { name: 'BLUE PELICAN', imo: '9241061' }

test.group('Row 12 | one container on two voyages', () => {
  test('two ships cannot bring one container in the same days', async ({ assert }) => {
    const place = await makePlace()
    await file(place, brings('ONE', CORAL, '202612010600'))
    await file(place, brings('TWO', PELICAN, '202612021800'))
    assert.deepEqual(await told(place, ['SEM-EQUIPMENT-OVERLAP'], 'value', 'other'), [
      `SEM-EQUIPMENT-OVERLAP warning BTWO ${BOX} CORAL HERON ONEN`,
    ])
    const [where] = await ask<{ tag: string }>(
      place,
      `select tag from tenant.problems where code = 'SEM-EQUIPMENT-OVERLAP'`
    )
    assert.isNotNull(where?.tag ?? null)
  })

  test('weeks apart, another container, the same ship, or the same bill filed again: nothing', async ({ assert }) => {
    const place = await makePlace()
    await file(place, brings('ONE', CORAL, '202612010600'))
    await file(place, brings('TWO', PELICAN, '202612190600'))
    await file(place, brings('SIX', PELICAN, '202612020600', 'TEMU9544485'))
    await file(place, brings('TEN', CORAL, '202612010600'))
    await file(
      place,
      Buffer.from(brings('ONE', CORAL, '202612010600').toString().replace('+9', '+5').replace('TILES', 'RUM'))
    )
    assert.deepEqual(await told(place, ['SEM-EQUIPMENT-OVERLAP']), [])
  })
})
