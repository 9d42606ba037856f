import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { cookieNames } from '#config/session'
import { setClock } from '#platform/identity/clock'
import { execute } from '#platform/tenancy/database'
import { LiveStream } from '#tests/support/live_stream'
import { makePlace, PASSWORD, type Place } from '#tests/support/world'
import { Visitor } from '#tests/support/visitor'

const sessionsOf = (place: Place, role: string) =>
  db.connection('auth').from('control.sessions').where('person_id', place.officers[role]!.id)
const MINUTE = 60_000

test.group('Security | sessions (T04)', (group) => {
  group.each.teardown(() => setClock(null))

  test('an idle session is over, and use prolongs it', async ({ assert }) => {
    const place = await makePlace()
    const visitor = await place.signIn('analyst')
    let later = 29
    setClock(() => Date.now() + later * MINUTE)
    assert.equal((await visitor.page(`${place.path}/sessions`)).status, 200)
    later = 58
    assert.equal((await visitor.page(`${place.path}/sessions`)).status, 200, 'each use counts anew')
    later = 58 + 31
    assert.equal((await visitor.page(`${place.path}/sessions`)).status, 302)
  })

  test('no use prolongs a session beyond its absolute age', async ({ assert }) => {
    const place = await makePlace()
    const visitor = await place.signIn('analyst')
    for (let later = 0; later < 12 * 60; later += 25) {
      setClock(() => Date.now() + later * MINUTE)
      assert.equal((await visitor.page(`${place.path}/sessions`)).status, 200, `after ${later} minutes`)
    }
    setClock(() => Date.now() + (12 * 60 + 1) * MINUTE)
    assert.equal((await visitor.page(`${place.path}/sessions`)).status, 302)
  })

  test('the strictest role sets the limits, and a renewed id does not start them again', async ({ assert }) => {
    const place = await makePlace()
    await place.run(() =>
      execute(
        `insert into tenant.officer_roles (tenant_id, officer_id, role_id) select tenant_id, ?, id from tenant.roles where code = 'auditor'`,
        [place.officers.analyst!.id]
      )
    )
    const visitor = await place.signIn('analyst')
    await visitor.post(`${place.path}/second-factor/password`, { password: PASSWORD })
    const [row] = await sessionsOf(place, 'analyst')
    assert.equal((row.ends_at.getTime() - row.created_at.getTime()) / MINUTE, 8 * 60)
    let later = 14
    setClock(() => Date.now() + later * MINUTE)
    assert.equal((await visitor.page(`${place.path}/sessions`)).status, 200)
    later = 14 + 16
    assert.equal((await visitor.page(`${place.path}/sessions`)).status, 302)
  })

  test('a fourth session ends the one that was used longest ago, and says so', async ({ assert }) => {
    const place = await makePlace()
    const first = await place.signIn('analyst')
    const others = [await place.signIn('analyst'), await place.signIn('analyst'), await place.signIn('analyst')]
    const answer = await first.page(`${place.path}/sessions`)
    assert.equal(answer.location, `${place.path}/sign-in?notice=replaced`)
    assert.equal((await first.page(answer.location!)).json.props.notice, 'replaced')
    for (const other of others) assert.equal((await other.page(`${place.path}/sessions`)).status, 200)
  })

  test('other roles mean another id and another form secret', async ({ assert }) => {
    const place = await makePlace()
    const visitor = await place.signIn('analyst')
    const [id, token] = [visitor.cookies.get(cookieNames.officer)!, visitor.cookies.get('XSRF-TOKEN')!]
    await place.run(() =>
      execute(
        `insert into tenant.officer_roles (tenant_id, officer_id, role_id) select tenant_id, ?, id from tenant.roles where code = 'auditor'`,
        [place.officers.analyst!.id]
      )
    )
    assert.equal((await visitor.page(`${place.path}/sessions`)).status, 200)
    assert.notEqual(visitor.cookies.get(cookieNames.officer), id)
    visitor.setCookie('XSRF-TOKEN', token)
    assert.equal((await visitor.post(`${place.path}/sign-out`)).status, 403, 'the form token of before')
    const attacker = new Visitor()
    attacker.setCookie(cookieNames.officer, id)
    assert.equal((await attacker.page(`${place.path}/sessions`)).status, 302)
  })

  test('a stream ends when the officer is disabled or gets another role', async ({ assert }) => {
    const place = await makePlace()
    const stream = await LiveStream.open(await place.signIn('analyst'), `${place.path}/live`)
    const other = await LiveStream.open(await place.signIn('supervisor'), `${place.path}/live`)
    await place.run(() =>
      execute(`delete from tenant.officer_roles where officer_id = ?`, [place.officers.analyst!.id])
    )
    await stream.ended
    await place.run(() =>
      execute(`update tenant.officers set state = 'disabled' where id = ?`, [place.officers.supervisor!.id])
    )
    await other.ended
    assert.deepEqual([stream.status, other.status], [200, 200])
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
