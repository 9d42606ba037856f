import { test } from '@japa/runner'
import { chooseAnswers } from '#app/intake/actions/senders/choose_answers'
import { issueToken, type TokenScope } from '#app/intake/actions/issue_token'
import { findSender } from '#app/intake/published'
import { pluginRegistry } from '#platform/plugins/registry'
import { cuscar } from '#tests/support/fixtures/cuscar_message'
import { cuscarGuatemala } from '#tests/support/fixtures/cuscar_guatemala'
import { ask, drainIntake, file } from '#tests/support/intake'
import { Visitor } from '#tests/support/visitor'
import { makePlace, type Place } from '#tests/support/world'
import { PLAIN } from '../../unit/core/formats/asycuda/asycuda_texts.js'
import type { MessageShowProps } from '../../../resources/pages/messages/show.props.js'

const answered = (place: Place, sender: string, ...wanted: string[]) =>
  place.run(async () => {
    await findSender(sender)
    return (await chooseAnswers(sender, wanted)).ok
  })
const stored = (place: Place) =>
  ask<{ kind: string; position: number; text: string }>(
    place,
    `select kind, position, convert_from(content, 'UTF8') as text from tenant.answers order by kind, position`
  )
const kinds = async (place: Place) => (await stored(place)).map(({ kind }) => kind)
const GUATEMALAN = '7400000000017'
const manifest = cuscar({ bills: [{ number: 'A' }] })
const token = (place: Place, sender: string | null, ...scopes: TokenScope[]) =>
  place.run(() => issueToken({ name: 'line', sender, scopes, days: 1, createdBy: null }))

test.group('Answers to senders', () => {
  test('nobody is answered who was not chosen, and each with what was chosen', async ({ assert }) => {
    const place = await makePlace()
    await file(place, manifest)
    assert.isEmpty(await stored(place))
    assert.isTrue(await answered(place, 'SEABRIDGE', 'decision'))
    await file(place, cuscar({ document: 'MAN2', reference: '2', bills: [{ number: 'B' }] }))
    assert.deepEqual(await kinds(place), ['cusres'])
    await answered(place, 'SEABRIDGE', 'syntax', 'decision')
    await file(place, cuscar({ document: 'MAN3', reference: '3', bills: [{ number: 'C' }] }))
    assert.deepEqual(await kinds(place), ['contrl', 'cusres', 'cusres'])
    assert.isFalse((await place.run(() => chooseAnswers('NEVERSEEN', ['syntax']))).ok)
  })

  test('the decision names the document and the receipt; the syntax answer what it answers', async ({ assert }) => {
    const place = await makePlace()
    await answered(place, 'SEABRIDGE', 'syntax', 'decision')
    const { receipt } = await file(place, manifest)
    const [contrl, cusres] = (await stored(place)).map(({ text }) => text)
    assert.include(contrl!, 'UCI+1+SEABRIDGE')
    assert.include(contrl!, '+7')
    assert.include(cusres!, 'RFF+ACW:MAN0001')
    assert.include(cusres!, `RFF+ABT:${receipt}`)
  })

  test('the same bytes again, a test and history are not answered', async ({ assert }) => {
    const place = await makePlace()
    await answered(place, 'SEABRIDGE', 'syntax', 'decision')
    await file(place, manifest)
    await file(place, manifest)
    assert.deepEqual(await kinds(place), ['contrl', 'cusres'])
    const tested = manifest
      .toString()
      .replace("261120:0900+1'", "261120:0900+9++++++1'")
      .replace("UNZ+1+1'", "UNZ+1+9'")
    await file(place, Buffer.from(tested))
    await file(place, cuscar({ document: 'OLD', reference: '8', bills: [{ number: 'O' }] }), { historical: true })
    assert.deepEqual(await kinds(place), ['contrl', 'cusres'])
  })

  test('an ASYCUDA manifest is answered in XML, under its receipt', async ({ assert }) => {
    const place = await makePlace()
    const [{ sender } = { sender: '' }] = [{ sender: 'CAR01' }]
    await answered(place, sender, 'syntax', 'decision')
    const { receipt } = await file(place, Buffer.from(PLAIN))
    const all = await stored(place)
    assert.deepEqual(
      all.map(({ kind }) => kind),
      ['manifest_answer']
    )
    assert.include(all[0]!.text, `<Registry_number>${receipt}</Registry_number>`)
  })

  test('the answer of a plugin takes the place of core’s for what its profile reads, in the words of the administration', async ({
    assert,
  }) => {
    const place = await makePlace({ country: 'GT', locale: 'es', plugins: ['guatemala'] })
    await answered(place, GUATEMALAN, 'decision', 'guatemala.cusres')
    await answered(place, 'SEABRIDGE', 'guatemala.cusres')
    const { id, receipt } = await file(place, cuscarGuatemala({ voyage: '1', document: '99X26000001', houses: ['H1'] }))
    const [answer] = await stored(place)
    assert.equal(answer!.kind, 'guatemala.cusres')
    assert.include(answer!.text, "UNH+1+CUSRES:D:01A:UN'")
    assert.include(answer!.text, "RFF+AFB:99X26000001'")
    assert.include(answer!.text, `RFF+ABT:${receipt}`)
    const [steward, path] = [await place.as('data_steward'), `${place.path}/messages/${id}`]
    const { answers }: MessageShowProps = (await steward.page(path)).json.props
    assert.deepInclude(answers[0]!, { kind: 'guatemala.cusres', title: 'guatemala.acknowledgement_cusres' })
    const got = await steward.send('GET', `${path}/answers/${answers[0]!.id}`)
    assert.equal(got.headers.get('content-type'), 'application/edifact')
    assert.include(got.headers.get('content-disposition'), '-guatemala.cusres-1.edi')

    await file(place, cuscar({ document: 'MAN2', reference: '2', bills: [{ number: 'B' }] }))
    assert.lengthOf(await stored(place), 1, 'it answers nothing that another profile read')
  })

  test('Problems are told as sentences in the language of the administration', async ({ assert }) => {
    const place = await makePlace({ country: 'GT', locale: 'es', plugins: ['guatemala'] })
    await answered(place, GUATEMALAN, 'guatemala.cusres')
    const sound = cuscarGuatemala({ voyage: '1', document: '99X26000002', houses: ['H1'] }).toString()
    await file(place, Buffer.from(sound.replace(/UNT\+\d+/, 'UNT+3')))
    const [answer] = await stored(place)
    assert.match(answer!.text, /ERC\+SYNCOUNT::ZZZ'FTX\+AAO\+\+\+SYN-COUNT:UNT indica 3; se contaron \d+/)
  })

  test('an answer that cannot be written keeps no cargo out, and the audit says so', async ({ assert, cleanup }) => {
    const place = await makePlace({ country: 'GT', plugins: ['guatemala'] })
    await answered(place, GUATEMALAN, 'guatemala.cusres')
    const [acknowledgement] = pluginRegistry.get('guatemala')!.acknowledgements!
    const { write } = acknowledgement!
    cleanup(() => void Object.assign(acknowledgement!, { write }))
    Object.assign(acknowledgement!, {
      write: () => {
        throw new Error('planted')
      },
    })
    await file(place, cuscarGuatemala({ voyage: '1', document: '99X26000003', houses: ['H1'] }))
    assert.isEmpty(await stored(place))
    assert.lengthOf(await ask(place, `select 1 from tenant.messages where state = 'registered'`), 1)
    const told = await ask<{ data: object }>(
      place,
      `select data from tenant.audit_entries where action = 'message.answer_failed'`
    )
    assert.deepInclude(told[0]!.data, { kind: 'guatemala.cusres', position: 0 })
  })

  test('read again after another answer was chosen, nobody is answered twice', async ({ assert }) => {
    const place = await makePlace({ country: 'GT', plugins: ['guatemala'] })
    await answered(place, GUATEMALAN, 'decision')
    const { id } = await file(place, cuscarGuatemala({ voyage: '1', document: '99X26000004', houses: ['H1'] }))
    await answered(place, GUATEMALAN, 'guatemala.cusres')
    await ask(place, `delete from tenant.message_keys returning 1`)
    await ask(place, `update tenant.received_messages set state = 'received' where id = ?::uuid returning 1`, [id])
    await drainIntake(place)
    assert.deepEqual(await kinds(place), ['cusres'])
  })

  test('officers with the permission download it from the page of the message, and that is in the audit', async ({
    assert,
  }) => {
    const place = await makePlace()
    await answered(place, 'SEABRIDGE', 'syntax')
    const { id } = await file(place, manifest)
    const page = await (await place.as('data_steward')).page(`${place.path}/messages/${id}`)
    const { answers, may }: MessageShowProps = page.json.props
    assert.deepEqual([answers.map(({ kind }) => kind), may.readAnswers], [['contrl'], true])
    const path = `${place.path}/messages/${id}/answers/${answers[0]!.id}`
    const got = await (await place.as('data_steward')).send('GET', path)
    assert.equal(got.status, 200)
    assert.include(got.headers.get('content-disposition'), '-contrl-1.edi')
    assert.include(got.text, 'UCI+1+SEABRIDGE')
    assert.equal((await (await place.as('analyst')).send('GET', path)).status, 403)
    assert.equal((await new Visitor().send('GET', path)).status, 302)
    const opened = await ask(place, `select 1 from tenant.audit_entries where action = 'message.answer_opened'`)
    assert.lengthOf(opened, 1)
  })

  test('the machine of the sender finds and fetches its answers with the scope, and nobody else', async ({
    assert,
  }) => {
    const place = await makePlace()
    await answered(place, 'SEABRIDGE', 'decision')
    const { id } = await file(place, manifest)
    const send = (path: string, secret: string) =>
      new Visitor().send('GET', path, { headers: { authorization: `Bearer ${secret}` } })
    const own = (await token(place, 'SEABRIDGE', 'messages:submit', 'answers')).token
    const listed = (await send(`/api/v1/messages/${id}`, own)).json.answers as { id: string; kind: string }[]
    assert.deepEqual(
      listed.map(({ kind }) => kind),
      ['cusres']
    )
    const path = `/api/v1/messages/${id}/answers/${listed[0]!.id}`
    const got = await send(path, own)
    assert.equal(got.status, 200)
    assert.equal(got.headers.get('content-type'), 'application/edifact')
    assert.equal((await send(path, (await token(place, 'OTHERLINE', 'answers')).token)).json.code, 'not_found')
    assert.equal(
      (await send(path, (await token(place, 'SEABRIDGE', 'messages:submit')).token)).json.code,
      'scope_missing'
    )
    const elsewhere = await makePlace()
    assert.equal((await send(path, (await token(elsewhere, null, 'answers')).token)).json.code, 'not_found')
  })
})
