import { test } from '@japa/runner'
import { execute } from '#platform/tenancy/database'
import { submit } from '#tests/functional/targeting/authoring/desk'
import { ask, file, receive } from '#tests/support/intake'
import { openTravellers, readTravellersOf } from '#tests/support/travellers'
import { makePlace, type Place } from '#tests/support/world'
import { DOCUMENT_TEXTS } from '../../unit/core/formats/document_texts.js'
import type { TravellerSwitchProps } from '../../../resources/pages/administration/travellers.props.js'

const list = () => Buffer.from(DOCUMENT_TEXTS.PAXLST!)
const PATH = 'administration/travellers'
const BASIS = 'Passenger Information Act, section 4'

const entries = (place: Place, like: string) =>
  ask<{ action: string; actor_id: string; data: Record<string, unknown> }>(
    place,
    `select action, actor_id, data from tenant.audit_entries where action like ? order by id`,
    [like]
  )
const stored = (place: Place) => ask<{ count: number }>(place, `select count(*)::int as count from tenant.travellers`)

test.group('Lists of travellers: the switch', () => {
  test('it is off, and stays off without a law and a confirmation', async ({ assert }) => {
    const place = await makePlace()
    const officer = await place.as('privacy_officer')
    const shown = (await officer.page(`${place.path}/${PATH}`)).json.props as TravellerSwitchProps
    assert.deepInclude(shown, { reads: false, revision: 0, revisions: [] })
    for (const [field, change] of [
      ['basis', { basis: 'law' }],
      ['confirmed', { confirmed: false }],
      ['seen', { seen: 'x' }],
    ] as const) {
      const answer = await officer.post(`${place.path}/${PATH}/on`, {
        basis: BASIS,
        confirmed: true,
        seen: 0,
        ...change,
      })
      assert.equal(answer.status, 422, field)
      assert.isNotEmpty(answer.json.errors[field], field)
    }
    assert.equal((await officer.post(`${place.path}/${PATH}/off`, { basis: '', seen: 0 })).status, 409, 'off already')
    await file(place, list())
    assert.deepEqual(await stored(place), [{ count: 0 }])
  })

  test('turned on by who may, it reads from the next message on; the audit holds who, and not the words', async ({
    assert,
  }) => {
    const place = await makePlace()
    await file(place, list())
    const officer = await place.as('privacy_officer')
    for (const role of ['administrator', 'intelligence', 'auditor'])
      assert.equal(
        (await (await place.as(role)).post(`${place.path}/${PATH}/on`, { basis: BASIS, confirmed: true, seen: 0 }))
          .status,
        403,
        role
      )
    await officer.post(`${place.path}/${PATH}/on`, { basis: BASIS, confirmed: true, seen: 0 })
    assert.equal(
      (await officer.post(`${place.path}/${PATH}/on`, { basis: BASIS, confirmed: true, seen: 0 })).status,
      409,
      'what the officer saw is not what stands'
    )
    assert.deepEqual(await stored(place), [{ count: 0 }], 'what came before is not read')
    await file(place, Buffer.from(DOCUMENT_TEXTS.PAXLST!.replaceAll("+77'", "+78'")))
    const shown = (await officer.page(`${place.path}/${PATH}`)).json.props as TravellerSwitchProps
    assert.isTrue(shown.reads)
    assert.deepEqual([shown.stored.lists, shown.stored.travellers > 1], [1, true])
    assert.deepEqual(
      shown.revisions.map(({ reads, basis, changedBy }) => [reads, basis, changedBy]),
      [[true, BASIS, 'privacy_officer person']]
    )
    const [entry] = await entries(place, 'travellers.switched_on')
    assert.equal(entry!.actor_id, place.officers.privacy_officer!.id)
    assert.equal(entry!.data.revision, 1)
    assert.notInclude(JSON.stringify(entry), 'Passenger')
    assert.deepEqual(
      (await ask<{ state: string }>(place, `select state from tenant.messages where type = 'PAXLST' order by id`)).map(
        ({ state }) => state
      ),
      ['status_only', 'registered']
    )
  })

  test('turned off, nothing more is read and nothing stored is shown; a neighbour is not concerned', async ({
    assert,
  }) => {
    const [place, neighbour] = [await makePlace(), await makePlace()]
    for (const each of [place, neighbour]) {
      await readTravellersOf(each)
      await file(each, list())
    }
    const [call] = await ask<{ id: string }>(place, `select id from tenant.calls`)
    const before = await stored(place)
    const officer = await place.as('privacy_officer')
    const { props } = await submit(
      officer,
      `${place.path}/${PATH}/off`,
      { basis: 'repealed', seen: 1 },
      `${place.path}/${PATH}`
    )
    assert.equal(props.flash.sentence.key, 'travellers.done_off')
    await file(place, Buffer.from(DOCUMENT_TEXTS.PAXLST!.replaceAll("+77'", "+78'")))
    assert.deepEqual(await stored(place), before)
    const reader = await place.as('intelligence')
    const page = (await reader.page(`${place.path}/conveyances/${call!.id}`)).json.props
    assert.isNull(page.travellers)
    assert.equal(page.documents[0].persons.passengers > 0, true, 'that there was a list names nobody')
    const answer = await openTravellers(place, call!.id, { purpose: 'cargo_risk', from: '0' })
    assert.equal(answer.status, 409)
    assert.deepEqual(await entries(place, 'travellers.opened'), [])
    await file(neighbour, Buffer.from(DOCUMENT_TEXTS.PAXLST!.replaceAll("+77'", "+78'")))
    assert.isAbove((await stored(neighbour))[0]!.count, before[0]!.count)
  })
})

test.group('Lists of travellers: as they were sent', () => {
  const rightTo = (place: Place, role: string, permission: string) =>
    place.run(() =>
      execute(
        `insert into tenant.role_permissions (tenant_id, role_id, permission) select tenant_id, id, ? from tenant.roles where code = ?`,
        [permission, role]
      )
    )

  test('are opened with the right to see travellers only, whether they are read or not', async ({ assert }) => {
    for (const reads of [false, true]) {
      const place = await makePlace()
      if (reads) await readTravellersOf(place)
      const { id } = await file(place, list())
      const path = `${place.path}/messages/${id}`
      const steward = await place.signIn('data_steward')
      const shut = await steward.page(path)
      assert.equal(shut.status, 200)
      assert.deepInclude(shut.json.props.raw, { lines: [], withheld: 'yes' })
      assert.isFalse(shut.json.props.may.download)
      assert.notInclude(shut.text, 'SAMPLE')
      assert.equal((await steward.get(`${path}/raw`)).status, 403)
      assert.deepEqual(await entries(place, '%raw_opened'), [])
      await rightTo(place, 'data_steward', 'travellers.read')
      const allowed = await place.signIn('data_steward')
      const open = await allowed.page(path)
      assert.isAbove(open.json.props.raw.lines.length, 0)
      assert.isNull(open.json.props.raw.withheld)
      assert.include((await allowed.get(`${path}/raw`)).text, 'SAMPLE')
      assert.deepEqual(
        (await entries(place, '%raw_opened')).map(({ action }) => action),
        ['travellers.raw_opened', 'travellers.raw_opened']
      )
    }
  })

  test('what is not read yet might be one; what turns out to be none is opened as ever', async ({ assert }) => {
    const place = await makePlace()
    const waiting = await receive(place, list())
    const steward = await place.as('data_steward')
    const shown = await steward.page(`${place.path}/messages/${waiting.id}`)
    assert.equal(shown.json.props.raw.withheld, 'not_known')
    assert.equal((await steward.get(`${place.path}/messages/${waiting.id}/raw`)).status, 403)
    const plan = await file(place, Buffer.from(DOCUMENT_TEXTS['BAPLIE 2.2']!))
    assert.isAbove((await steward.page(`${place.path}/messages/${plan.id}`)).json.props.raw.lines.length, 0)
    assert.deepEqual(
      (await entries(place, '%raw_opened')).map(({ action }) => action),
      ['message.raw_opened']
    )
  })

  test('a list of bookings, which nobody reads, is shut as well', async ({ assert }) => {
    const place = await makePlace()
    const { id } = await file(place, Buffer.from(DOCUMENT_TEXTS.PAXLST!.replace('PAXLST:D:02B:UN', 'PNRGOV:11:1:IA')))
    const { raw } = (await (await place.as('data_steward')).page(`${place.path}/messages/${id}`)).json.props
    assert.deepInclude(raw, { lines: [], withheld: 'yes' })
  })
})
