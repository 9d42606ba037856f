import { test } from '@japa/runner'
import { cookieNames } from '#config/session'
import { setClock } from '#platform/identity/clock'
import { firstRow } from '#platform/tenancy/database'
import { codeOf, giveAuthenticator, halfSignedIn } from '#tests/support/factors'
import { routesOf } from '#tests/support/inventory'
import { makePlace, PASSWORD } from '#tests/support/world'

const MINUTE = 60_000
/** What asks for a fresh proof: a route that loses its mark fails here. */
const FRESH = [
  'account.password',
  'account.passkeys.destroy',
  'account.recovery.show',
  'account.recovery.store',
  'account.totp.destroy',
  'profile_revisions.publish',
  'users.store',
  'users.roles',
  'users.invite_again',
  'users.reset_password',
  'users.reset_factor',
  'roles.terms',
  'roles.permissions',
  'grant_requests.confirm',
  'waivers.store',
  'audit.proof',
  'cases.court_file',
  'cases.court_file.show',
  'privacy.holds.store',
  'privacy.holds.lift',
  'privacy.requests.erase',
]

test.group('Identity | step-up', (group) => {
  group.each.teardown(() => setClock(null))

  test('stands on these routes', ({ assert }) => {
    const marked = routesOf()
      .filter((route) => route.stepUp && !route.owing)
      .map(({ name }) => name)
    assert.includeMembers(marked, FRESH)
  })

  test('an act five minutes after the last proof is refused with nothing done, and done after a new one', async ({
    assert,
  }) => {
    const place = await makePlace()
    const seed = await giveAuthenticator(place, 'analyst')
    const start = Math.floor(Date.now() / 30_000) * 30_000 + 15_000
    setClock(() => start)
    const visitor = await halfSignedIn(place, 'analyst')
    await visitor.post(`${place.path}/second-factor/code`, { code: codeOf(seed, start) })
    setClock(() => start + 6 * MINUTE)
    await visitor.page(`${place.path}/account`)
    const refused = await visitor.delete(`${place.path}/account/authenticator`)
    assert.equal(refused.status, 403)
    assert.deepInclude(refused.json, { code: 'E_NOT_FRESH', base: place.path })
    const held = () => place.run(() => firstRow(`select officer_id from tenant.officer_totp`))
    assert.isNotNull(await held())
    const wrong = await visitor.post(`${place.path}/second-factor/password`, { password: PASSWORD })
    assert.equal(wrong.status, 422, 'the password is no proof where a factor exists')

    const before = visitor.cookies.get(cookieNames.officer)
    const proof = await visitor.post(`${place.path}/second-factor/code`, { code: codeOf(seed, start + 6 * MINUTE) })
    assert.equal(proof.status, 200)
    assert.notEqual(visitor.cookies.get(cookieNames.officer), before, 'a new id')
    assert.equal((await visitor.delete(`${place.path}/account/authenticator`)).status, 403, 'and a new form secret')
    await visitor.get(`${place.path}/second-factor/ways`, { accept: 'application/json' })
    assert.equal((await visitor.delete(`${place.path}/account/authenticator`)).status, 303)
    assert.isNull(await held())
  })

  test('a page leads through the proof and back, into this administration only', async ({ assert }) => {
    const place = await makePlace()
    const visitor = await place.signIn('analyst')
    setClock(() => Date.now() + 6 * MINUTE)
    const path = `${place.path}/second-factor/enrol`
    const away = await visitor.page(path)
    assert.equal(away.location, `${place.path}/second-factor?return=${encodeURIComponent(path)}`)
    assert.isFalse((await visitor.page(away.location!)).json.props.signingIn)
    const proof = await visitor.post(`${place.path}/second-factor/password`, { password: PASSWORD })
    assert.equal(proof.json.next, path)
    setClock(() => Date.now() + 12 * MINUTE)
    await visitor.page(`${place.path}/second-factor?return=${encodeURIComponent('https://elsewhere.example/')}`)
    const other = await visitor.post(`${place.path}/second-factor/password`, { password: PASSWORD })
    assert.equal(other.json.next, `${place.path}/arrivals`)
  })

  test('a file leads back to the page that offers it, with the same query', async ({ assert }) => {
    const place = await makePlace()
    const visitor = await place.signIn('auditor')
    setClock(() => Date.now() + 6 * MINUTE)
    const away = await visitor.page(`${place.path}/audit/proof?from=2030-01-01`)
    const back = encodeURIComponent(`${place.path}/audit?from=2030-01-01`)
    assert.equal(away.location, `${place.path}/second-factor?return=${back}`)
  })

  test('a wrong password is none', async ({ assert }) => {
    const place = await makePlace()
    const visitor = await place.signIn('analyst')
    setClock(() => Date.now() + 6 * MINUTE)
    const answer = await visitor.post(`${place.path}/second-factor/password`, { password: `${PASSWORD} ` })
    assert.equal(answer.status, 422)
    assert.equal((await visitor.delete(`${place.path}/account/authenticator`)).status, 403)
  })
})
