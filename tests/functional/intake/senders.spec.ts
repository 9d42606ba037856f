import { test } from '@japa/runner'
import { issueToken } from '#app/intake/actions/issue_token'
import { declareAlwaysFiled } from '#app/intake/actions/senders/declare_always_filed'
import { findSender } from '#app/intake/published'
import { cuscar } from '#tests/support/fixtures/cuscar_message'
import { ask, file } from '#tests/support/intake'
import { Visitor } from '#tests/support/visitor'
import { makePlace, type Place } from '#tests/support/world'
import { audited, stranger, statuses, type Asked } from '../administration/access.js'
import type { SendersProps } from '../../../resources/pages/administration/senders/index.props.js'
import type { SenderShowProps } from '../../../resources/pages/administration/senders/show.props.js'

const SENDERS = '/administration/senders'
const TERMS = { name: 'Sea Bridge Lines', facts: ['place.transhipment'], answers: ['decision', 'syntax'] }

/** Known by its first message, with the data steward who looks at it. */
async function filed(place: Place) {
  await file(place, cuscar({ bills: [{ number: 'A' }] }))
  const [{ id } = { id: '' }] = await ask<{ id: string }>(
    place,
    `select id from tenant.senders where code = 'SEABRIDGE'`
  )
  const steward = await place.as('data_steward')
  const path = `${place.path}${SENDERS}/${id}`
  return { id, steward, path, shown: async (): Promise<SenderShowProps> => (await steward.page(path)).json.props }
}

const listed = async (place: Place, query = ''): Promise<SendersProps> =>
  (await (await place.as('data_steward')).page(`${place.path}${SENDERS}${query}`)).json.props

test.group('Senders', () => {
  test('a stranger is sent to sign in, others are refused, and nothing changes', async ({ assert }) => {
    const place = await makePlace()
    const { path } = await filed(place)
    const asked: Asked[] = [
      ['post', `${place.path}${SENDERS}`, { code: 'X', name: 'X' }],
      ['put', path, TERMS],
      ['post', `${path}/closing`, {}],
      ['post', `${path}/reopening`, {}],
    ]
    assert.deepEqual([...new Set(await statuses(await stranger(place), asked))], [401])
    assert.deepEqual([...new Set(await statuses(await place.as('supervisor'), asked))], [403])
    for (const page of [path, `${place.path}${SENDERS}`])
      assert.equal((await (await place.as('analyst')).page(page)).status, 403)
    assert.deepEqual(await audited(place, 'sender.%'), [])
    assert.lengthOf(await ask(place, `select 1 from tenant.senders`), 1)
  })

  test('made known once a code, found by code and name, a page at a time', async ({ assert }) => {
    const place = await makePlace()
    assert.deepEqual(await listed(place).then(({ senders, total, pages }) => ({ senders, total, pages })), {
      senders: [],
      total: 0,
      pages: 1,
    })
    const steward = await place.as('data_steward')
    const post = (code: string, name: string) => steward.post(`${place.path}${SENDERS}`, { code, name })
    assert.equal((await post('7400000000017', 'Carga del Norte')).status, 303)
    const again = await post('7400000000017', 'Another')
    assert.equal(again.status, 422)
    assert.include(again.json.errors.code, '7400000000017')
    for (const [code, name] of [
      ['', 'X'],
      ['X', ''],
      ['X\u0007', 'X'],
      ['x'.repeat(101), 'X'],
    ] as const)
      assert.equal((await post(code, name)).status, 422)
    await place.run(async () => {
      for (let number = 1; number <= 60; number++) await findSender(`LINE_${number}`)
    })
    const first = await listed(place)
    assert.deepEqual([first.senders.length, first.total, first.pages], [50, 61, 2])
    assert.lengthOf((await listed(place, '?page=2')).senders, 11)
    assert.deepEqual(
      (await listed(place, '?q=del norte')).senders.map(({ code, name, open, answers, tokens, lastAt }) => [
        code,
        name,
        open,
        answers,
        tokens,
        lastAt,
      ]),
      [['7400000000017', 'Carga del Norte', true, [], 0, null]]
    )
    assert.equal((await listed(place, '?q=line_1')).total, 11, 'the sign is no wildcard')
    assert.equal((await listed(place, '?state=closed')).total, 0)
    assert.deepEqual(await audited(place, 'sender.%'), ['sender.created'])
  })

  test('the page says what it promised, gets and files; the next message is answered so', async ({ assert }) => {
    const place = await makePlace()
    const { steward, path, shown } = await filed(place)
    await place.run(() => declareAlwaysFiled('SEABRIDGE', ['history.pair.count']))
    const before = await shown()
    assert.deepEqual(before.declared, ['history.pair.count'])
    assert.includeMembers(
      before.facts.map(({ code }) => code),
      ['place.transhipment', 'history.pair.count']
    )
    assert.notInclude(
      before.facts.map(({ code }) => code),
      'history.consignee.count'
    )
    assert.deepEqual(
      before.offered.map(({ code }) => code),
      ['syntax', 'decision']
    )
    assert.equal((await steward.put(path, TERMS)).status, 303)
    assert.equal((await steward.put(path, TERMS)).status, 303)
    const after = await shown()
    assert.deepEqual(
      [after.sender.name, after.declared, after.answers],
      ['Sea Bridge Lines', ['place.transhipment'], ['decision', 'syntax']]
    )
    assert.deepEqual(
      await audited(place, 'sender.%'),
      ['sender.declared', 'sender.answers_chosen', 'sender.declared', 'sender.renamed'],
      'what is as it was is not written again'
    )
    await file(place, cuscar({ document: 'MAN2', reference: '2', bills: [{ number: 'B' }] }))
    assert.lengthOf(await ask(place, `select 1 from tenant.answers`), 2)
    for (const wrong of [
      { name: '' },
      { facts: ['place.castle'] },
      { answers: ['guatemala.cusres'] },
      { answers: 'x' },
    ])
      assert.equal((await steward.put(path, { ...TERMS, ...wrong })).status, 422, JSON.stringify(wrong))
    assert.deepEqual((await shown()).answers, ['decision', 'syntax'])
  })

  test('how it files: of its own last messages alone; values of Problems are for who may read messages', async ({
    assert,
  }) => {
    const place = await makePlace()
    const { path, shown } = await filed(place)
    await file(place, cuscar({ document: 'MAN2', reference: '2', sender: 'OTHERLINE', bills: [{ number: 'B' }] }))
    const wrong = cuscar({ document: 'MAN3', reference: '3', bills: [{ number: 'C' }] }).toString()
    await file(place, Buffer.from(wrong.replace(/UNT\+\d+/, 'UNT+3')))
    const { acceptance, formats, problems, lastMessages } = await shown()
    assert.deepInclude(acceptance, { looked: 2, withErrors: 0, quarantined: 0, rejected: 0 })
    assert.equal(acceptance.accepted, 2)
    assert.deepEqual(
      formats.map(({ type, profile, messages: count }) => [type, profile, count]),
      [['CUSCAR', 'cuscar.generic@1', 2]]
    )
    const count = problems.find(({ code }) => code === 'SYN-COUNT')
    assert.deepInclude(count!, { severity: 'warning', count: 1 })
    assert.deepInclude(count!.params!, { declared: '3' })
    assert.lengthOf(lastMessages!, 2)
    const seen: SenderShowProps = (await (await place.as('administrator')).page(path)).json.props
    assert.isNull(seen.lastMessages)
    assert.deepEqual([...new Set(seen.problems.map(({ params }) => params))], [null])
    assert.equal(seen.acceptance.looked, 2)
  })

  test('closed: its tokens end, it is not answered and gets no new token; its cargo is still read', async ({
    assert,
  }) => {
    const place = await makePlace()
    const { steward, path, shown } = await filed(place)
    await steward.put(path, TERMS)
    const wanted = { name: 'line', sender: 'SEABRIDGE', scopes: ['messages:submit'], days: 9, createdBy: null } as const
    const { token } = await place.run(() => issueToken(wanted))
    const submit = async (reference: string) => {
      const body = cuscar({ document: `MAN${reference}`, reference, bills: [{ number: reference }] }).toString()
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/edifact' }
      return (await new Visitor().send('POST', '/api/v1/messages', { body, headers })).status
    }
    assert.equal(await submit('5'), 202)
    assert.deepEqual(
      (await shown()).tokens.map(({ name, scopes, state }) => [name, scopes, state]),
      [['line', ['messages:submit'], 'live']]
    )
    assert.equal((await listed(place)).senders[0]!.tokens, 1)

    assert.equal((await steward.post(`${path}/closing`)).status, 303)
    assert.equal((await steward.post(`${path}/closing`)).status, 409)
    assert.equal(await submit('6'), 401)
    const closed = await shown()
    assert.isNotNull(closed.sender.closedAt)
    assert.equal(closed.tokens[0]!.state, 'revoked')
    assert.equal((await listed(place, '?state=closed')).total, 1)
    await assert.rejects(() => place.run(() => issueToken(wanted)), /closed/)
    await ask(place, `delete from tenant.answers returning 1`)
    await file(place, cuscar({ document: 'MAN7', reference: '7', bills: [{ number: 'G' }] }))
    assert.lengthOf(await ask(place, `select 1 from tenant.consignments where reference = 'G'`), 1)
    const ofLate = `select 1 from tenant.answers a join tenant.messages m on m.received_message_id = a.received_message_id
       where m.document_reference = 'MAN7'`
    assert.isEmpty(await ask(place, ofLate))

    assert.equal((await steward.post(`${path}/reopening`)).status, 303)
    assert.equal((await steward.post(`${path}/reopening`)).status, 409)
    assert.equal(await submit('8'), 401, 'what was ended stays ended')
    await file(place, cuscar({ document: 'MAN9', reference: '9', bills: [{ number: 'I' }] }))
    assert.lengthOf(await ask(place, ofLate.replace('MAN7', 'MAN9')), 2)
    assert.includeMembers(await audited(place, '%'), ['sender.closed', 'token.revoked', 'sender.reopened'])
  })
})
