import { test } from '@japa/runner'
import { loadRevisionsForAssessment } from '#app/cargo_register/published'
import { execute } from '#platform/tenancy/database'
import { cuscar } from '#tests/support/fixtures/cuscar_message'
import { ask, file } from '#tests/support/intake'
import { makePlace, type Place } from '#tests/support/world'
import { BAPLIE_2, COARRI, edifact } from '../../unit/core/formats/document_texts.js'

const manifest = (container: string) =>
  cuscar({
    document: `MAN${container}`,
    reference: container,
    voyage: '026W',
    ship: { name: 'NORTHERN EXAMPLE', imo: '9074729' },
    eta: '202611250600',
    bills: [{ number: `BILL${container}`, container }],
  })
const reported = async (place: Place) => {
  const ids = await ask<{ id: string }>(place, `select revision_id as id from tenant.consignments order by reference`)
  const revisions = await place.run(() => loadRevisionsForAssessment(ids.map(({ id }) => id)))
  return revisions.map((each) => each.reported)
}
const waiting = (place: Place) =>
  ask<{ because: string }>(place, `select because from tenant.assessment_requests order by because`)
const settle = (place: Place) => place.run(() => execute(`delete from tenant.assessment_requests`))

test.group('What plans and terminals say of containers', () => {
  test('a bay plan tells what is aboard for this port, and every consignment of the call is weighed again', async ({
    assert,
  }) => {
    const place = await makePlace()
    await file(place, manifest('MSKU1234565'))
    await file(place, manifest('TEMU9544485'))
    assert.deepEqual(
      (await reported(place)).map(({ plan }) => plan),
      [null, null]
    )
    await settle(place)
    await file(place, Buffer.from(edifact('BAPLIE:D:95B:UN:SMDG20', ...BAPLIE_2)))
    const [aboard, elsewhere] = await reported(place)
    assert.deepEqual([...(aboard?.plan ?? [])], ['MSKU1234565'])
    assert.equal(aboard?.boxes.get('MSKU1234565')?.cell, '0380882')
    assert.deepEqual([...(elsewhere?.plan ?? ['nothing'])], [], 'aboard for another port is not aboard for this one')
    assert.lengthOf(await waiting(place), 2)
  })

  test('a terminal tells verified mass and seals, and only its containers are weighed again', async ({ assert }) => {
    const place = await makePlace()
    await file(place, manifest('MSKU1234565'))
    await file(place, manifest('TEMU9544485'))
    await settle(place)
    await file(place, Buffer.from(edifact('COARRI:D:95B:UN:SMDG20', ...COARRI)))
    const [handled, other] = await reported(place)
    assert.deepInclude(handled?.boxes.get('MSKU1234565'), { verifiedGrossKg: 26_300, dischargedSeals: ['EX12345'] })
    assert.equal(other?.boxes.size, 0)
    assert.deepEqual(await waiting(place), [{ because: 'call_changed' }])
    const stranger = await makePlace()
    await file(stranger, manifest('MSKU1234565'))
    assert.equal((await reported(stranger))[0]?.boxes.size, 0)
  })
})
