import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { cookieNames } from '#config/session'
import { SESSION_LIMITS } from '#platform/access/session_store'
import { execute } from '#platform/tenancy/database'
import { makePlace, PASSWORD, type Place } from '#tests/support/world'
import { Visitor } from '#tests/support/visitor'

const sessionsOf = (place: Place, role: string) =>
  db.connection('auth').from('control.sessions').where('person_id', place.officers[role]!.id)
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)

test.group('Security | sessions (T04)', () => {
  test('an idle session is over, and use prolongs it', async ({ assert }) => {
    const place = await makePlace()
    const visitor = await place.signIn('analyst')
    await sessionsOf(place, 'analyst').update({ expires_at: new Date(Date.now() + 60_000) })
    assert.equal((await visitor.page(`${place.path}/sessions`)).status, 200)
    const [row] = await sessionsOf(place, 'analyst')
    const left = (row.expires_at.getTime() - row.last_seen_at.getTime()) / 60_000
    assert.approximately(left, SESSION_LIMITS.officer.idle, 1)
    await sessionsOf(place, 'analyst').update({ expires_at: minutesAgo(1) })
    assert.equal((await visitor.page(`${place.path}/sessions`)).status, 302)
  })

  test('no use prolongs a session beyond its absolute age', async ({ assert }) => {
    const place = await makePlace()
    const visitor = await place.signIn('analyst')
    await sessionsOf(place, 'analyst').update({ created_at: minutesAgo(SESSION_LIMITS.officer.absolute - 1) })
    assert.equal((await visitor.page(`${place.path}/sessions`)).status, 200)
    await sessionsOf(place, 'analyst').update({ created_at: minutesAgo(SESSION_LIMITS.officer.absolute + 1) })
    assert.equal((await visitor.page(`${place.path}/sessions`)).status, 302)
    assert.lengthOf(await sessionsOf(place, 'analyst'), 0)
  })

  test('what was there before sign-in is worth nothing after it', async ({ assert }) => {
    const place = await makePlace()
    const visitor = new Visitor()
    await visitor.get(`${place.path}/sign-in`)
    const [planted, token] = [visitor.cookies.get(cookieNames.officer)!, visitor.cookies.get('XSRF-TOKEN')!]
    await visitor.post(`${place.path}/sign-in`, { email: 'analyst@example.test', password: PASSWORD })
    assert.notEqual(visitor.cookies.get(cookieNames.officer), planted)
    const attacker = new Visitor()
    attacker.setCookie(cookieNames.officer, planted)
    assert.equal((await attacker.page(`${place.path}/sessions`)).status, 302)
    visitor.setCookie('XSRF-TOKEN', token)
    assert.equal((await visitor.post(`${place.path}/sign-out`)).status, 403, 'the form token of before')
  })

  test('a disabled officer is out at the next request', async ({ assert }) => {
    const place = await makePlace()
    const visitor = await place.signIn('analyst')
    await place.run(() => execute(`update tenant.officers set state = 'disabled' where email = 'analyst@example.test'`))
    assert.equal((await visitor.page(`${place.path}/sessions`)).status, 302)
  })

  test('a role taken away is gone at the next request', async ({ assert }) => {
    const place = await makePlace()
    const visitor = await place.signIn('administrator')
    assert.equal((await visitor.page(`${place.path}/administration/users`)).status, 200)
    await place.run(() =>
      execute(`delete from tenant.officer_roles where officer_id = ?`, [place.officers.administrator!.id])
    )
    assert.equal((await visitor.page(`${place.path}/administration/users`)).status, 403)
  })

  test('a session serves its administration only, even for a person with the same id and role next door', async ({
    assert,
  }) => {
    const [here, there] = [await makePlace(), await makePlace()]
    const { id } = here.officers.analyst!
    await there.run(async () => {
      await execute(
        `insert into tenant.officers (tenant_id, id, email, name, locale, password_hash)
         select tenant_id, ?, 'twin@example.test', name, locale, password_hash from tenant.officers where email = 'analyst@example.test'`,
        [id]
      )
      await execute(
        `insert into tenant.officer_roles (tenant_id, officer_id, role_id) select tenant_id, ?, id from tenant.roles where code = 'analyst'`,
        [id]
      )
    })
    const visitor = await here.signIn('analyst')
    assert.equal((await visitor.page(`${here.path}/sessions`)).status, 200)
    const answer = await visitor.page(`${there.path}/sessions`)
    assert.equal(answer.status, 302)
    assert.equal(answer.location, `${there.path}/sign-in`)
  })

  test('cookies are for this site and no script', async ({ assert }) => {
    const place = await makePlace()
    const lines = (await new Visitor().get(`${place.path}/sign-in`)).headers.getSetCookie()
    const session = lines.find((line) => line.startsWith(`${cookieNames.officer}=`))!
    assert.match(session, /HttpOnly/i)
    assert.match(session, /SameSite=Strict/i)
    assert.match(session, /Path=\//i)
    assert.notMatch(session, /Domain=|Max-Age=|Expires=/i)
    for (const line of lines) assert.match(line, /SameSite=(?:Strict|Lax)/i)
  })

  test('a session altered by a hair is none', async ({ assert }) => {
    const place = await makePlace()
    const cookie = (await place.signIn('analyst')).cookies.get(cookieNames.officer)!
    for (const altered of [
      `${cookie.slice(0, -1)}${cookie.endsWith('a') ? 'b' : 'a'}`,
      cookie.slice(0, 40),
      '',
      's%3Ax.y',
    ]) {
      const visitor = new Visitor()
      visitor.setCookie(cookieNames.officer, altered)
      assert.equal((await visitor.page(`${place.path}/sessions`)).status, 302)
    }
  })
})
