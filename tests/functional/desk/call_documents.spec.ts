import { test } from '@japa/runner'
import { execute } from '#platform/tenancy/database'
import { cuscar } from '#tests/support/fixtures/cuscar_message'
import { ask, file } from '#tests/support/intake'
import { makePlace } from '#tests/support/world'
import { DOCUMENT_TEXTS } from '../../unit/core/formats/document_texts.js'
import type { ConveyanceShowProps } from '../../../resources/pages/conveyances/show.props.js'

test.group('Documents on the page of a call', () => {
  test('the bay plan stands against the manifest, and each document leads to its message', async ({ assert }) => {
    const place = await makePlace()
    await file(place, Buffer.from(DOCUMENT_TEXTS['BAPLIE 2.2']!))
    await file(
      place,
      cuscar({
        voyage: '026W',
        ship: { name: 'NORTHERN EXAMPLE', imo: '9074729' },
        eta: '202611250600',
        bills: [{ number: 'BL1', container: 'TEMU9544485' }],
      })
    )
    const [call] = await ask<{ id: string }>(place, `select id from tenant.calls`)
    const open = async () =>
      (await (await place.signIn('analyst')).page(`${place.path}/conveyances/${call!.id}`)).json
        .props as ConveyanceShowProps
    const { documents, stowage } = await open()
    assert.deepEqual(
      documents.map(({ kind, reference, records }) => [kind, reference, records]),
      [['stowage_plan', 'PLAN0001', 2]]
    )
    assert.isNotNull(documents[0]!.messageId)
    assert.deepEqual(
      [stowage?.notManifested.boxes[0]?.equipment, stowage?.notAboard.boxes[0]?.bill, stowage?.direction],
      ['MSKU1234565', 'BL1', 'inbound']
    )
    await place.run(() => execute(`delete from tenant.role_permissions where permission = 'messages.read'`))
    assert.isNull((await open()).documents[0]!.messageId)
  })
})
