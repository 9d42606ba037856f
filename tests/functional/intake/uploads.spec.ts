import { test } from '@japa/runner'
import { cuscar } from '#tests/support/fixtures/cuscar_message'
import { ask, drainIntake } from '#tests/support/intake'
import { Visitor } from '#tests/support/visitor'
import { makePlace, type Place } from '#tests/support/world'

const manifest = cuscar({ bills: [{ number: 'U1' }, { number: 'U2' }] })
const received = (place: Place) =>
  ask<{ filename: string; channel: string; submitted_by: string }>(
    place,
    `select filename, channel, submitted_by from tenant.received_messages`
  )

test.group('Uploads', () => {
  test('are not taken from strangers', async ({ assert }) => {
    const place = await makePlace()
    const visitor = new Visitor()
    await visitor.get(`${place.path}/sign-in`)
    const answer = await visitor.upload(`${place.path}/uploads`, 'a.edi', manifest)
    assert.equal(answer.status, 401)
    assert.lengthOf(await received(place), 0)
  })

  test('are not taken from an analyst', async ({ assert }) => {
    const place = await makePlace()
    const answer = await (await place.as('analyst')).upload(`${place.path}/uploads`, 'a.edi', manifest)
    assert.equal(answer.status, 403)
    assert.lengthOf(await received(place), 0)
  })

  test('need a form token', async ({ assert }) => {
    const place = await makePlace()
    const steward = await place.as('data_steward')
    const form = new FormData()
    form.set('file', new Blob([Uint8Array.from(manifest)]), 'a.edi')
    const answer = await steward.send('POST', `${place.path}/uploads`, {
      body: form,
      headers: { accept: 'application/json' },
    })
    assert.equal(answer.status, 403)
    assert.lengthOf(await received(place), 0)
  })

  test('say what is missing', async ({ assert }) => {
    const place = await makePlace()
    const steward = await place.as('data_steward')
    const empty = await steward.upload(`${place.path}/uploads`, 'a.edi', new Uint8Array())
    assert.equal(empty.status, 422)
    assert.equal(empty.json.message.key, 'intake.refused_empty')
    const nothing = await steward.post(`${place.path}/uploads`, {})
    assert.equal(nothing.status, 422)
    assert.lengthOf(await received(place), 0)
  })

  test('are kept, read, and followed to the register', async ({ assert }) => {
    const place = await makePlace()
    const steward = await place.as('data_steward')
    const answer = await steward.upload(`${place.path}/uploads`, 'MAN0001.edi', manifest)
    assert.equal(answer.status, 202)
    assert.deepInclude(answer.json, {
      fileName: 'MAN0001.edi',
      bytes: manifest.length,
      state: 'received',
      duplicateOf: null,
      messages: [],
    })
    assert.deepEqual(await received(place), [
      { filename: 'MAN0001.edi', channel: 'upload', submitted_by: place.officers.data_steward!.id },
    ])
    await drainIntake(place)
    const after = await steward.get(`${place.path}/uploads/${answer.json.id}`, { accept: 'application/json' })
    assert.deepInclude(after.json, { state: 'read', format: 'EDIFACT' })
    assert.deepEqual(after.json.consignments, { stored: 2, assessed: 0, of: 2, alerts: 0 })
    assert.deepInclude(after.json.messages[0], {
      type: 'CUSCAR',
      version: 'D.95B',
      reference: 'MAN0001',
      conveyance: 'CORAL HERON 118N',
      state: 'registered',
    })
    const page = await steward.page(`${place.path}/uploads/new`)
    assert.equal(page.json.component, 'uploads/new')
    assert.deepInclude(page.json.props.recent[0], { id: answer.json.id, state: 'read', consignments: 2 })
  })

  test('of the same bytes name the first', async ({ assert }) => {
    const place = await makePlace()
    const steward = await place.as('data_steward')
    const first = await steward.upload(`${place.path}/uploads`, 'a.edi', manifest)
    const again = await steward.upload(`${place.path}/uploads`, 'b.edi', manifest)
    assert.equal(again.status, 200)
    assert.equal(again.json.duplicateOf.id, first.json.id)
    assert.lengthOf(await received(place), 1)
  })

  test('of another administration are not there', async ({ assert }) => {
    const [here, there] = [await makePlace(), await makePlace()]
    const mine = await (await here.as('data_steward')).upload(`${here.path}/uploads`, 'a.edi', manifest)
    const answer = await (
      await there.as('data_steward')
    ).get(`${there.path}/uploads/${mine.json.id}`, { accept: 'application/json' })
    assert.equal(answer.status, 404)
  })
})
