import { test } from '@japa/runner'
import { createUnit } from '#app/administration/actions/places/create_unit'
import { addMember } from '#app/administration/actions/places/change_members'
import { ask, file } from '#tests/support/intake'
import { tablesWith } from '#tests/support/privacy'
import { openTravellers, readTravellersOf } from '#tests/support/travellers'
import { makePlace, type Place } from '#tests/support/world'
import { DOCUMENT_TEXTS, edifact, PAXLST } from '../../unit/core/formats/document_texts.js'
import type { ConveyanceShowProps, TravellersOpened } from '../../../resources/pages/conveyances/show.props.js'

async function flight(text = DOCUMENT_TEXTS.PAXLST!): Promise<{ place: Place; path: string; call: string }> {
  const place = await makePlace()
  await readTravellersOf(place)
  await file(place, Buffer.from(text))
  const [call] = await ask<{ id: string }>(place, `select id from tenant.calls`)
  return { place, path: `${place.path}/conveyances/${call!.id}`, call: call!.id }
}

test.group('Travellers of a call', () => {
  test('who has no right to see them sees how many; nothing of them stands in clear in a table', async ({ assert }) => {
    const { place, path, call } = await flight()
    const answer = await (await place.as('analyst')).page(path)
    const { travellers, documents, may } = answer.json.props as ConveyanceShowProps
    assert.isAbove(travellers!.count, 1)
    assert.deepEqual(
      [documents[0]!.kind, documents[0]!.activity, may.openTravellers],
      ['traveller_list', 'passenger', false]
    )
    assert.equal(documents[0]!.persons!.passengers, travellers!.count)
    assert.notMatch(answer.text, /SAMPLE|XX0000001/)
    assert.equal((await openTravellers(place, call, { purpose: 'cargo_risk', from: '0' }, 'analyst')).status, 403)
    assert.deepEqual(await tablesWith(place, 'XMPL01'), [])
    assert.deepEqual(await tablesWith(place, 'XX0000001'), [])
  })

  test('who has it opens them for a purpose, and each opening is audited without a name', async ({ assert }) => {
    const { place, call } = await flight()
    const wrong: Record<string, string>[] = [
      { from: '0' },
      { purpose: 'curiosity', from: '0' },
      { purpose: 'cargo_risk', from: '-1' },
    ]
    for (const query of wrong) assert.equal((await openTravellers(place, call, query)).status, 422)
    const answer = await openTravellers(place, call, { purpose: 'investigation', from: '0' })
    assert.equal(answer.status, 200)
    const { travellers, next } = answer.json as TravellersOpened
    assert.isNull(next)
    const person = travellers[0]!.person!
    assert.deepInclude(person, {
      kind: 'passenger',
      familyName: 'EXAMPLE',
      givenNames: 'ANA MARIA',
      sex: 'female',
      bornOn: '1968-02-23',
      nationality: 'CO',
      residence: 'CO',
      reservation: 'XMPL01',
      transit: false,
    })
    assert.deepEqual(person.documents, [{ type: 'P', number: 'XX0000001', issuer: 'CO', expiresOn: '2030-12-31' }])
    assert.isTrue(travellers[1]!.person!.transit)
    const audited = await ask<{ data: object; subject_id: string }>(
      place,
      `select subject_id, data from tenant.audit_entries where action = 'travellers.opened'`
    )
    assert.deepEqual(audited, [
      { subject_id: call, data: { purpose: 'investigation', from: 0, count: travellers.length } },
    ])
  })

  test('long lists come in pages; a later list of the same number takes the place of the earlier, crew stand beside', async ({
    assert,
  }) => {
    const head = PAXLST.slice(
      0,
      PAXLST.findIndex((segment) => segment.startsWith('NAD+FL'))
    )
    const named = (kind: string, count: number) =>
      Array.from({ length: count }, (_, at) => `NAD+${kind}+++FAMILY${at}:GIVEN`)
    const text = (code: string, reference: string, ...persons: string[]) =>
      edifact('PAXLST:D:02B:UN:IATA', `BGM+${code}+LIST1`, ...head.slice(1), ...persons).replaceAll(
        "+77'",
        `+${reference}'`
      )
    const { place, path, call } = await flight(text('745', '81', ...named('FL', 230)))
    const first = (await openTravellers(place, call, { purpose: 'entry_control', from: '0' })).json as TravellersOpened
    assert.deepEqual([first.travellers.length, first.next], [200, 200])
    const second = (await openTravellers(place, call, { purpose: 'entry_control', from: '200' }))
      .json as TravellersOpened
    assert.deepEqual([second.travellers.length, second.next], [30, null])
    assert.equal(second.travellers.at(-1)!.person!.familyName, 'FAMILY229')
    await file(place, Buffer.from(text('250', '82', ...named('FM', 3))))
    await file(place, Buffer.from(text('745', '83', ...named('FL', 2))))
    const now = (await openTravellers(place, call, { purpose: 'entry_control', from: '0' })).json as TravellersOpened
    assert.deepEqual(
      now.travellers.map(({ person }) => person!.kind),
      ['passenger', 'passenger', 'crew', 'crew', 'crew']
    )
    const { documents } = (await (await place.as('analyst')).page(path)).json.props as ConveyanceShowProps
    assert.deepEqual(
      documents.map(({ activity, state, persons }) => [activity, state, persons]),
      [
        ['passenger', 'current', { crew: null, passengers: 2 }],
        ['crew', 'current', { crew: 3, passengers: null }],
        ['passenger', 'replaced', { crew: null, passengers: 230 }],
      ]
    )
  })

  test('a call of other units, of a neighbour, or of nobody is not there', async ({ assert }) => {
    const { place, call } = await flight()
    const neighbour = await makePlace()
    await readTravellersOf(neighbour)
    const query = { purpose: 'cargo_risk', from: '0' }
    assert.equal((await openTravellers(neighbour, call, query)).status, 404)
    await place.run(async () => {
      const unit = await createUnit({ code: 'ELSE', name: 'Elsewhere', ports: ['JMMBJ'], threats: [] })
      if (!unit.ok) throw new Error('no unit')
      await addMember('unit', unit.value, place.officers.intelligence!.id)
    })
    assert.equal((await openTravellers(place, call, query)).status, 404)
  })
})
