import { test } from '@japa/runner'
import { cookieNames } from '#config/session'
import { setClock } from '#platform/identity/clock'
import { firstRow, rows } from '#platform/tenancy/database'
import { codeOf, giveAuthenticator, halfSignedIn } from '#tests/support/factors'
import { makePlace, type Place } from '#tests/support/world'
import type { Visitor } from '#tests/support/visitor'

const STEP = 30_000
/** The middle of a step far from its borders. */
const noon = Math.floor(Date.now() / STEP) * STEP + 15_000
const give = (visitor: Visitor, place: Place, code: string) =>
  visitor.post(`${place.path}/second-factor/code`, { code })

test.group('Identity | authenticator', (group) => {
  group.each.setup(() => setClock(() => noon))
  group.each.teardown(() => setClock(null))

  test('opens the session, with a new id, and is asked again at the next sign-in', async ({ assert }) => {
    const place = await makePlace()
    const seed = await giveAuthenticator(place, 'analyst')
    const visitor = await halfSignedIn(place, 'analyst')
    const before = visitor.cookies.get(cookieNames.officer)
    const answer = await give(visitor, place, codeOf(seed, noon))
    assert.equal(answer.status, 200)
    assert.equal(answer.json.next, `${place.path}/arrivals`)
    assert.notEqual(visitor.cookies.get(cookieNames.officer), before)
    assert.equal((await visitor.page(`${place.path}/arrivals`)).status, 200)
    await halfSignedIn(place, 'analyst')
    const entry = await place.run(() =>
      firstRow<{ data: { method: string } }>(
        `select data from tenant.audit_entries where action = 'session.started' and actor_id = ?`,
        [place.officers.analyst!.id]
      )
    )
    assert.deepEqual(entry!.data, { method: 'code' })
  })

  test('a code opens once, also when many ask at the same time', async ({ assert }) => {
    const place = await makePlace()
    const seed = await giveAuthenticator(place, 'analyst')
    const visitors = await Promise.all([1, 2, 3].map(() => halfSignedIn(place, 'analyst')))
    const answers = await Promise.all(visitors.map((visitor) => give(visitor, place, codeOf(seed, noon))))
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 422, 422])
  })

  test('a code of an older step is refused, but for the ten seconds after the change', async ({ assert }) => {
    const place = await makePlace()
    const seed = await giveAuthenticator(place, 'analyst')
    const visitor = await halfSignedIn(place, 'analyst')
    const start = noon - 15_000
    setClock(() => start + 11_000)
    assert.equal((await give(visitor, place, codeOf(seed, start - STEP))).status, 422)
    assert.equal((await give(visitor, place, codeOf(seed, start + STEP))).status, 422, 'of the future')
    setClock(() => start + 9_000)
    assert.equal((await give(visitor, place, codeOf(seed, start - STEP))).status, 200)
  })

  test('five tries in a quarter of an hour, right ones included afterwards', async ({ assert }) => {
    const place = await makePlace()
    const seed = await giveAuthenticator(place, 'analyst')
    const visitor = await halfSignedIn(place, 'analyst')
    for (let tries = 0; tries < 5; tries++) assert.equal((await give(visitor, place, '000000')).status, 422)
    const locked = await give(visitor, place, codeOf(seed, noon))
    assert.equal(locked.status, 429)
    assert.equal((await visitor.page(`${place.path}/arrivals`)).status, 302)
    const refusals = await place.run(() =>
      rows(`select id from tenant.audit_entries where action = 'factor.refused' and actor_id = ?`, [
        place.officers.analyst!.id,
      ])
    )
    assert.lengthOf(refusals, 5)
  })

  test('is set up where a role asks for it: the seed lies sealed, and recovery codes open once', async ({ assert }) => {
    const place = await makePlace({ secondFactor: true })
    const visitor = await halfSignedIn(place, 'analyst')
    const page = await visitor.page(`${place.path}/second-factor/enrol`)
    assert.isTrue(page.json.props.forced)
    const { secret } = page.json.props as { secret: string }
    const { Secret } = await import('otpauth')
    const seed = Buffer.from(Secret.fromBase32(secret.replaceAll(' ', '')).bytes)
    assert.equal(seed.length, 20)
    const wrong = await visitor.post(`${place.path}/second-factor/enrol/code`, { code: '000000' })
    assert.equal(wrong.status, 422)
    const right = await visitor.post(`${place.path}/second-factor/enrol/code`, { code: codeOf(seed, noon) })
    assert.equal(right.json.next, `${place.path}/second-factor/recovery-codes`)
    const kept = await place.run(() => firstRow<{ seed: Buffer }>(`select seed from tenant.officer_totp`))
    assert.isFalse(kept!.seed.includes(seed))

    await visitor.page(`${place.path}/second-factor/recovery-codes`)
    const made = await visitor.send('POST', `${place.path}/second-factor/recovery-codes`, {
      body: '{}',
      headers: {
        'content-type': 'application/json',
        'x-inertia': 'true',
        'x-inertia-version': '1',
        'x-xsrf-token': decodeURIComponent(visitor.cookies.get('XSRF-TOKEN')!),
      },
    })
    const codes = made.json.props.codes as string[]
    assert.lengthOf(new Set(codes), 10)
    for (const code of codes) assert.match(code, /^(?:[0-9a-z]{4}-){3}[0-9a-z]{4}$/)
    const stored = JSON.stringify(await place.run(() => rows(`select * from tenant.officer_recovery_codes`)))
    assert.notInclude(stored, codes[0]!.replaceAll('-', ''))
    assert.isNull((await visitor.page(`${place.path}/second-factor/recovery-codes`)).json.props.codes)

    const other = await halfSignedIn(place, 'analyst')
    const typed = codes[3]!.toUpperCase().replaceAll('-', ' ')
    assert.equal((await give(other, place, typed)).status, 200)
    const third = await halfSignedIn(place, 'analyst')
    assert.equal((await give(third, place, codes[3]!)).status, 422)
    const left = (await other.page(`${place.path}/account`)).json.props.recoveryLeft
    assert.equal(left, 9)
  })
})
