import { test } from '@japa/runner'
import { setClock } from '#platform/identity/clock'
import { firstRow, rows } from '#platform/tenancy/database'
import { giveAuthenticator, halfSignedIn } from '#tests/support/factors'
import { linkIn, sendLetters } from '#tests/support/letters'
import { Visitor } from '#tests/support/visitor'
import { makePlace, PASSWORD, type Place } from '#tests/support/world'

const NEW = 'seven quiet herons wait'

async function ask(place: Place, email: string) {
  const visitor = new Visitor()
  await visitor.get(`${place.path}/forgot`)
  return visitor.post(`${place.path}/forgot`, { email })
}
async function letterTo(place: Place, role: string) {
  await ask(place, place.officers[role]!.email)
  return (await sendLetters(place)).find(({ to, subject }) => to.includes(role) && subject.includes('link'))!
}
const opens = async (place: Place, role: string, password: string) => {
  const visitor = new Visitor()
  await visitor.get(`${place.path}/sign-in`)
  const answer = await visitor.post(`${place.path}/sign-in`, { email: place.officers[role]!.email, password })
  return !answer.location!.endsWith('/sign-in')
}

test.group('Identity | a new password by mail (T75)', (group) => {
  group.each.teardown(() => setClock(null))

  test('the link is good once, looking uses nothing up, and every session ends', async ({ assert }) => {
    const place = await makePlace()
    const signedIn = await place.signIn('analyst')
    const path = linkIn(await letterTo(place, 'analyst'))
    const visitor = new Visitor()
    for (let look = 0; look < 2; look++) assert.isTrue((await visitor.page(path)).json.props.good)
    assert.isTrue(await opens(place, 'analyst', PASSWORD), 'the old password until then')

    for (const weak of ['short', 'password password 1', `${place.administration.name} port`]) {
      await visitor.post(path, { password: weak })
      const page = await visitor.page(path)
      assert.isString(page.json.props.errors.password, weak)
    }
    const done = await visitor.post(path, { password: NEW })
    assert.equal(done.location, `${place.path}/sign-in?notice=reset`)
    assert.isFalse(await opens(place, 'analyst', PASSWORD))
    assert.isTrue(await opens(place, 'analyst', NEW))
    assert.equal((await signedIn.page(`${place.path}/arrivals`)).location, `${place.path}/sign-in?notice=ended`)

    assert.isFalse((await visitor.page(path)).json.props.good)
    await visitor.post(path, { password: 'another fresh password of mine' })
    assert.isTrue(await opens(place, 'analyst', NEW), 'used up')
  })

  test('two that use it at the same time: one does', async ({ assert }) => {
    const place = await makePlace()
    const path = linkIn(await letterTo(place, 'analyst'))
    const visitors = [new Visitor(), new Visitor()]
    for (const visitor of visitors) await visitor.get(path)
    const answers = await Promise.all(
      visitors.map((visitor, n) => visitor.post(path, { password: `${NEW} ${n} fine` }))
    )
    assert.lengthOf(
      answers.filter(({ location }) => location!.endsWith('notice=reset')),
      1
    )
  })

  test('after half an hour, of another purpose or another administration it opens nothing', async ({ assert }) => {
    const [place, other] = [await makePlace(), await makePlace()]
    const path = linkIn(await letterTo(place, 'analyst'))
    const visitor = new Visitor()
    for (const wrong of [
      path.replace(place.path, other.path),
      path.replace('/reset/', '/not-me/'),
      path.replace('/reset/', '/not-me/').replace('lf_rst_', 'lf_dev_'),
      path.slice(0, -1),
    ])
      assert.isFalse((await visitor.page(wrong)).json.props.good, wrong)
    setClock(() => Date.now() + 31 * 60_000)
    assert.isFalse((await visitor.page(path)).json.props.good)
    await visitor.post(path, { password: NEW })
    setClock(null)
    assert.isFalse(await opens(place, 'analyst', NEW))
  })

  test('a second link ends the first', async ({ assert }) => {
    const place = await makePlace()
    const first = linkIn(await letterTo(place, 'analyst'))
    const second = linkIn(await letterTo(place, 'analyst'))
    const visitor = new Visitor()
    await visitor.get(second)
    await visitor.post(second, { password: NEW })
    assert.isFalse((await visitor.page(first)).json.props.good)
  })

  test('an unknown address gets the same answer and no letter; a known one three an hour', async ({ assert }) => {
    const place = await makePlace()
    const [known, unknown] = [await ask(place, 'auditor@example.test'), await ask(place, 'nobody@example.test')]
    assert.deepEqual([known.status, known.location], [unknown.status, unknown.location])
    for (let more = 0; more < 4; more++) await ask(place, 'auditor@example.test')
    const letters = await sendLetters(place)
    assert.lengthOf(letters, 3)
    assert.isTrue(letters.every(({ to }) => to.includes('auditor')))
  })

  test('never goes around the second factor, and the database holds no link', async ({ assert }) => {
    const place = await makePlace()
    await giveAuthenticator(place, 'analyst')
    const path = linkIn(await letterTo(place, 'analyst'))
    const token = path.split('/').at(-1)!
    const kept = JSON.stringify(await place.run(() => rows(`select * from tenant.officer_letters`)))
    assert.notInclude(kept, token)
    const visitor = new Visitor()
    await visitor.get(path)
    await visitor.post(path, { password: NEW })
    assert.equal((await visitor.page(`${place.path}/arrivals`)).status, 302, 'signs nobody in')
    await visitor.get(`${place.path}/sign-in`)
    const answer = await visitor.post(`${place.path}/sign-in`, {
      email: place.officers.analyst!.email,
      password: NEW,
    })
    assert.equal(answer.location, `${place.path}/second-factor`)
  })
})

test.group('Identity | a new browser', () => {
  test('is told by mail and on the page, and "not me" ends everything', async ({ assert }) => {
    const place = await makePlace()
    const own = await place.signIn('analyst')
    assert.isEmpty(await sendLetters(place), 'the first browser is the own one')
    await own.post(`${place.path}/sign-out`)
    await own.get(`${place.path}/sign-in`)
    const again = { email: place.officers.analyst!.email, password: PASSWORD }
    await own.post(`${place.path}/sign-in`, again)
    assert.isEmpty(await sendLetters(place), 'known by its cookie')

    const stranger = new Visitor()
    await stranger.get(`${place.path}/sign-in`)
    const answer = await stranger.post(`${place.path}/sign-in`, again)
    const page = await stranger.page(answer.location!)
    assert.equal(page.json.props.flash.sentence.key, 'identity.new_device_line')
    const [letter] = await sendLetters(place)
    const path = linkIn(letter!)
    const visitor = new Visitor()
    assert.isTrue((await visitor.page(path)).json.props.good)
    assert.equal((await stranger.page(`${place.path}/arrivals`)).status, 200, 'looking ends nothing')
    const done = await visitor.post(path)
    assert.equal(done.location, `${place.path}/sign-in?notice=not_me`)
    for (const each of [own, stranger]) assert.equal((await each.page(`${place.path}/arrivals`)).status, 302)
    const [reset] = await sendLetters(place)
    assert.isTrue((await visitor.page(linkIn(reset!))).json.props.good)
    assert.isNull(await place.run(() => firstRow(`select id from tenant.officer_devices`)))
  })
})

test.group('Identity | reset by an administrator (T07)', () => {
  test('suspends approvals for a day, tells auditors and the person, ends the sessions', async ({ assert }) => {
    const { resetFactorOf, sendPasswordReset } = await import('#app/administration/published')
    const place = await makePlace()
    const { id } = place.officers.profile_approver!
    await giveAuthenticator(place, 'profile_approver')
    const half = await halfSignedIn(place, 'profile_approver')
    const own = await place.run(() => resetFactorOf(place.officers.administrator!.id), 'administrator')
    assert.deepEqual(own, { ok: false, error: 'own' })

    assert.isTrue((await place.run(() => resetFactorOf(id), 'administrator')).ok)
    assert.equal((await half.page(`${place.path}/second-factor`)).status, 302, 'the session is over')
    const letters = await sendLetters(place)
    assert.sameMembers(
      letters.map(({ to }) => /(\w+)@/.exec(to)![1]),
      ['profile_approver', 'auditor', 'privacy_officer']
    )
    assert.isTrue(
      letters.filter(({ to }) => to.includes('auditor')).every(({ text }) => text.includes('profile_approver person'))
    )
    const visitor = await place.signIn('profile_approver')
    const profile = await place.run(() => firstRow<{ id: string }>(`select id from tenant.profiles limit 1`))
    const publish = `${place.path}/profiles/${profile!.id}/revisions/1/publish`
    assert.equal((await visitor.post(publish)).status, 403)

    assert.isTrue((await place.run(() => sendPasswordReset(id), 'administrator')).ok)
    assert.isTrue(
      (await sendLetters(place)).some(({ to, text }) => to.includes('profile_approver') && text.includes('lf_rst_'))
    )
    const entries = await place.run(() =>
      rows<{ action: string; actor_id: string }>(
        `select action, actor_id from tenant.audit_entries where subject_id = ? and action like '%reset%' order by id`,
        [id]
      )
    )
    assert.deepEqual(entries, [
      { action: 'factor.reset', actor_id: place.officers.administrator!.id },
      { action: 'password.reset_asked', actor_id: place.officers.administrator!.id },
    ])
  })
})
