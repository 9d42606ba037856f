import { test } from '@japa/runner'
import { issueToken } from '#app/intake/actions/issue_token'
import { revokeToken } from '#app/intake/actions/revoke_token'
import { execute } from '#platform/tenancy/database'
import { cuscar } from '#tests/support/fixtures/cuscar_message'
import { ask, drainIntake, file } from '#tests/support/intake'
import { Visitor } from '#tests/support/visitor'
import { makePlace, type Place } from '#tests/support/world'

const manifest = cuscar({ bills: [{ number: 'P1' }] })
const tokenOf = (place: Place, sender: string | null = null) =>
  place.run(() => issueToken({ name: 'test', sender, scopes: ['messages:submit'], days: 30, createdBy: null }))
const send = (token: string | null, body: Uint8Array, headers: Record<string, string> = {}) =>
  new Visitor().send('POST', '/api/v1/messages', {
    body: Uint8Array.from(body),
    headers: { 'content-type': 'application/edifact', ...(token && { authorization: `Bearer ${token}` }), ...headers },
  })
const stored = (place: Place) => ask(place, `select channel, filename from tenant.received_messages`)

test.group('Machine API', () => {
  test('refuses who has no token, and answers every wrong one alike', async ({ assert }) => {
    const place = await makePlace()
    const { token } = await tokenOf(place)
    const altered = token.replace(/_[^_]{8}$/, '_00000000')
    const expired = (await tokenOf(place)).token
    await place.run(() =>
      execute(`update tenant.api_tokens set expires_at = now() where kid = ?`, [expired.slice(7, 17)])
    )
    const revoked = (await tokenOf(place)).token
    assert.isTrue(await place.run(() => revokeToken(revoked.slice(7, 17))))
    const answers = [await send(null, manifest)]
    for (const wrong of ['nonsense', altered, expired, revoked]) answers.push(await send(wrong, manifest))
    assert.deepEqual(
      answers.map(({ status }) => status),
      [401, 401, 401, 401, 401]
    )
    assert.deepEqual(
      answers.map(({ json }) => json.code),
      ['token_missing', ...Array(4).fill('token_refused')]
    )
    assert.equal(answers[0]!.headers.get('content-type'), 'application/problem+json')
    assert.lengthOf(await stored(place), 0)
  })

  test('takes no token from the address and asks for its scope', async ({ assert }) => {
    const place = await makePlace()
    const { token } = await tokenOf(place)
    const inAddress = await new Visitor().send('POST', `/api/v1/messages?token=${token}`, {
      body: Uint8Array.from(manifest),
    })
    assert.equal(inAddress.status, 401)
    await place.run(() => execute(`update tenant.api_tokens set scopes = ''`))
    assert.equal((await send(token, manifest)).status, 403)
    assert.lengthOf(await stored(place), 0)
  })

  test('refuses forms, nothing at all, and a promise broken', async ({ assert }) => {
    const place = await makePlace()
    const { token } = await tokenOf(place)
    assert.equal((await send(token, manifest, { 'content-type': 'application/x-www-form-urlencoded' })).status, 415)
    assert.equal((await send(token, new Uint8Array())).status, 422)
    const first = await send(token, manifest, { 'idempotency-key': 'k1' })
    const same = await send(token, manifest, { 'idempotency-key': 'k1' })
    const other = await send(token, cuscar({ bills: [{ number: 'P2' }] }), { 'idempotency-key': 'k1' })
    assert.deepEqual([first.status, same.status, other.status], [202, 202, 409])
    assert.equal(same.json.id, first.json.id)
    assert.lengthOf(await stored(place), 1)
  })

  test('takes a message without cookies and says what became of it', async ({ assert }) => {
    const place = await makePlace()
    const { token } = await tokenOf(place)
    const answer = await send(token, manifest, { 'x-filename': 'P1.edi' })
    assert.equal(answer.status, 202)
    assert.deepEqual(Object.keys(answer.json).sort(), ['duplicate', 'id', 'receipt'])
    assert.isNull(answer.headers.get('set-cookie'))
    assert.deepEqual(await stored(place), [{ channel: 'api', filename: 'P1.edi' }])
    await drainIntake(place)
    const after = await new Visitor().get(`/api/v1/messages/${answer.json.id}`, { authorization: `Bearer ${token}` })
    assert.deepInclude(after.json, { state: 'read', receipt: answer.json.receipt })
    assert.deepInclude(after.json.messages[0], {
      type: 'CUSCAR',
      consignments: 1,
      state: 'registered',
      effect: 'filed',
    })
    const kept = await ask<{ text: string }>(place, `select row_to_json(t)::text as text from tenant.api_tokens t`)
    assert.notInclude(kept[0]!.text, token.slice(18, 61))
  })

  test('a filer bound to its token is the filer, whatever name the message bears', async ({ assert }) => {
    const place = await makePlace()
    await file(place, cuscar({ sender: 'SEABRIDGE', bills: [{ number: 'P1' }] }))
    const { token } = await tokenOf(place, 'OTHERLINE')
    await send(token, cuscar({ sender: 'SEABRIDGE', fn: '1', bills: [] }))
    await drainIntake(place)
    assert.deepEqual(await ask(place, `select reference, state from tenant.consignments`), [
      { reference: 'P1', state: 'filed' },
    ])
  })

  test('a token sees the messages of its filer and of its administration only', async ({ assert }) => {
    const [here, there] = [await makePlace(), await makePlace()]
    const mine = await tokenOf(here, 'SEABRIDGE')
    const sent = await send(mine.token, manifest)
    for (const stranger of [await tokenOf(here, 'OTHERLINE'), await tokenOf(there)]) {
      const answer = await new Visitor().get(`/api/v1/messages/${sent.json.id}`, {
        authorization: `Bearer ${stranger.token}`,
      })
      assert.equal(answer.status, 404)
    }
  })
})
