import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { makePlace, PASSWORD } from '#tests/support/world'
import { Visitor } from '#tests/support/visitor'

test.group('Sign-in', () => {
  test('opens a session bound to the administration', async ({ assert }) => {
    const [here, there] = [await makePlace(), await makePlace()]
    const visitor = await here.signIn('analyst')
    const own = await visitor.page(`${here.path}/sessions`)
    assert.equal(own.status, 200)
    assert.equal(own.json.component, 'session/sessions')
    assert.lengthOf(own.json.props.sessions, 1)
    assert.isTrue(own.json.props.sessions[0].current)
    const foreign = await visitor.page(`${there.path}/sessions`)
    assert.equal(foreign.status, 302)
    assert.equal(foreign.location, `${there.path}/sign-in`)
  })

  test('answers a wrong password and an unknown person alike', async ({ assert }) => {
    const place = await makePlace()
    const answers = []
    for (const email of ['analyst@example.test', 'nobody@example.test']) {
      const visitor = new Visitor()
      await visitor.get(`${place.path}/sign-in`)
      const answer = await visitor.post(`${place.path}/sign-in`, { email, password: `${PASSWORD} ` })
      const page = await visitor.page(`${place.path}/sign-in`)
      answers.push([answer.status, answer.location, page.json.props.errors.email])
    }
    assert.deepEqual(answers[0], answers[1])
    assert.isString(answers[0]![2])
  })

  test('locks an address out after five failures, and only that address', async ({ assert }) => {
    const place = await makePlace()
    const visitor = new Visitor()
    await visitor.get(`${place.path}/sign-in`)
    for (let failure = 0; failure < 6; failure++) {
      await visitor.post(`${place.path}/sign-in`, { email: 'supervisor@example.test', password: 'wrong' })
    }
    await visitor.post(`${place.path}/sign-in`, { email: 'supervisor@example.test', password: PASSWORD })
    const page = await visitor.page(`${place.path}/sign-in`)
    assert.equal(page.json.props.notice, 'locked')
    assert.isAtLeast(page.json.props.lockedMinutes, 1)
    const colleague = await place.signIn('analyst')
    assert.equal((await colleague.page(`${place.path}/sessions`)).status, 200)
  })

  test('refuses a form without its token and changes nothing', async ({ assert }) => {
    const place = await makePlace()
    const visitor = new Visitor()
    const answer = await visitor.send('POST', `${place.path}/sign-in`, {
      body: JSON.stringify({ email: 'analyst@example.test', password: PASSWORD }),
      headers: { 'content-type': 'application/json', accept: 'application/json' },
    })
    assert.equal(answer.status, 403)
  })

  test('an ended session stays dead, also for an answer that was under way', async ({ assert }) => {
    const place = await makePlace()
    const [first, second] = [await place.signIn('analyst'), await place.signIn('analyst')]
    const listed = (await first.page(`${place.path}/sessions`)).json.props.sessions
    const other = listed.find((session: { current: boolean }) => !session.current)
    const ended = await first.delete(`${place.path}/sessions/${other.id}`)
    assert.equal(ended.status, 303)
    assert.equal((await second.page(`${place.path}/sessions`)).status, 302)
    const rows = await db.connection('auth').from('control.sessions').where('person_id', place.officers.analyst!.id)
    assert.lengthOf(rows, 1)
  })

  test('keeps only a hash of the session id', async ({ assert }) => {
    const place = await makePlace()
    const visitor = await place.signIn('auditor')
    const rows = await db.connection('auth').from('control.sessions').where('person_id', place.officers.auditor!.id)
    const cookie = decodeURIComponent([...visitor.cookies.values()].join(' '))
    assert.notInclude(cookie, rows[0].id)
  })

  test('signing out ends the session', async ({ assert }) => {
    const place = await makePlace()
    const visitor = await place.signIn('analyst')
    const out = await visitor.post(`${place.path}/sign-out`)
    assert.equal(out.status, 303)
    assert.equal((await visitor.page(`${place.path}/sessions`)).status, 302)
  })
})
