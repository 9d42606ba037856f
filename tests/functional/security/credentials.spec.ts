import { test } from '@japa/runner'
import { createOfficer } from '#app/administration/published'
import { issueToken } from '#app/intake/actions/issue_token'
import { revokeToken } from '#app/intake/actions/revoke_token'
import hash from '@adonisjs/core/services/hash'
import { hashPassword, verifyPassword } from '#platform/access/password'
import { execute } from '#platform/tenancy/database'
import { makePlace } from '#tests/support/world'
import { Visitor } from '#tests/support/visitor'

const opens = async (path: string, email: string, password: string): Promise<boolean> => {
  const visitor = new Visitor()
  await visitor.get(`${path}/sign-in`)
  const answer = await visitor.post(`${path}/sign-in`, { email, password })
  return answer.status === 303 && !answer.location!.endsWith('/sign-in')
}

test.group('Security | credentials', () => {
  test('only the exact password opens (T02)', async ({ assert }) => {
    const place = await makePlace()
    const officer = (email: string, password: string) =>
      place.run(() => createOfficer({ email, name: 'Exact', locale: 'en', password, roles: ['analyst'] }))
    await officer('spaces@example.test', ' p  w ')
    await officer('accents@example.test', 'contrase\u00f1a')
    for (const [password, expected] of [
      [' p  w ', true],
      ['p  w', false],
      [' p  w', false],
      [' p w ', false],
      ['', false],
    ] as const) {
      assert.equal(await opens(place.path, 'spaces@example.test', password), expected, JSON.stringify(password))
    }
    assert.isTrue(
      await opens(place.path, ' Accents@Example.test ', 'contrase\u00f1a'),
      'the address is trimmed and folded, the password not'
    )
    assert.isFalse(await opens(place.path, 'accents@example.test', 'contrasena'))
  })

  test('passwords are peppered and hashed by scrypt with the agreed cost', async ({ assert }) => {
    const [first, second] = [await hashPassword('same'), await hashPassword('same')]
    assert.notEqual(first, second)
    const [kid, rest] = [first.slice(0, first.indexOf(':')), first.slice(first.indexOf(':') + 1)]
    assert.isNotEmpty(kid)
    const [, algorithm, parameters, salt, key] = rest.split('$')
    assert.equal(algorithm, 'scrypt')
    assert.equal(parameters, 'n=32768,r=8,p=3')
    assert.isAtLeast(Buffer.from(salt!, 'base64').length, 16)
    assert.equal(Buffer.from(key!, 'base64').length, 64)
    assert.isTrue(await verifyPassword(first, 'same'))
    assert.isFalse(await hash.verify(rest, 'same'), 'the database alone cannot check a password')
    assert.isFalse(await verifyPassword(null, 'same'))
  })

  test('tokens have a shape that scanners find, and the database no secret (T66)', async ({ assert }) => {
    const place = await makePlace()
    const issued = await place.run(() =>
      issueToken({ name: 'line', sender: null, scopes: ['messages:submit'], days: 900, createdBy: null })
    )
    assert.match(issued.token, /^lf_api_[a-z0-9]{10}_[A-Za-z0-9_-]{43}_[0-9a-f]{8}$/)
    assert.isAtMost(issued.expiresAt.getTime() - Date.now(), 366 * 86_400_000, 'a year at most')
    const kid = issued.token.slice(7, 17)
    const secret = issued.token.slice(18, 61)
    const send = () =>
      new Visitor().send('POST', '/api/v1/messages', {
        body: 'hello',
        headers: { authorization: `Bearer ${issued.token}`, 'content-type': 'application/edifact' },
      })
    assert.equal((await send()).status, 202)
    const kept = await place.run(async () =>
      JSON.stringify(await (await import('#platform/tenancy/database')).rows(`select * from tenant.api_tokens`))
    )
    assert.include(kept, kid)
    assert.notInclude(kept, secret)

    await place.run(() => execute(`update tenant.api_tokens set scopes = ''`))
    assert.equal((await send()).status, 403)
    await place.run(() =>
      execute(`update tenant.api_tokens set scopes = 'messages:submit', expires_at = now() - interval '1 second'`)
    )
    assert.equal((await send()).status, 401)
    await place.run(() => execute(`update tenant.api_tokens set expires_at = now() + interval '1 day'`))
    assert.equal((await send()).status, 202)
    assert.isTrue(await place.run(() => revokeToken(kid)))
    assert.equal((await send()).status, 401)
  })
})
