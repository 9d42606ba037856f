import { test } from '@japa/runner'
import InvitationDrain from '#app/administration/jobs/invitation_drain'
import { findSender } from '#app/intake/published'
import { closeSender } from '#app/intake/actions/senders/close_sender'
import { execute } from '#platform/tenancy/database'
import { cookieNames } from '#config/session'
import { engage, signInFiler, type FilerPerson } from '#tests/support/filers'
import { ask } from '#tests/support/intake'
import { linkIn, mailsOf } from '#tests/support/letters'
import { Visitor } from '#tests/support/visitor'
import { makePlace, PASSWORD, type Place } from '#tests/support/world'

const sender = async (place: Place, code = 'LINE') => (await place.run(() => findSender(code))).id

async function signInAt(place: Place, door: string, { email }: { email: string }, password = PASSWORD) {
  const visitor = new Visitor()
  await visitor.get(`${place.path}${door}/sign-in`)
  return visitor.post(`${place.path}${door}/sign-in`, { email, password })
}

test.group('Filers: invited, let in, shut out', () => {
  test('an administrator invites somebody, who chooses a password, sets up a factor and sees questions', async ({
    assert,
  }) => {
    const place = await makePlace()
    const administrator = await place.as('administrator')
    const path = `${place.path}/administration/filers`
    const invited = { sender: await sender(place), email: 'clerk@line.test', name: 'Clerk', locale: 'fr' }
    assert.equal((await administrator.post(path, invited)).status, 303)
    assert.equal((await administrator.post(path, invited)).status, 422, 'one address is one account')
    const [mail] = await mailsOf(() => place.run(() => new InvitationDrain().execute()))
    const visitor = new Visitor()
    const door = linkIn(mail!)
    await visitor.page(door)
    const accepted = await visitor.post(door, { name: 'Clerk', password: PASSWORD, passwordAgain: PASSWORD })
    assert.equal(accepted.location, `${place.path}/filer/sign-in?notice=accepted`)
    const half = await signInAt(place, '/filer', invited)
    assert.equal(half.location, `${place.path}/filer/second-factor`, 'never without a second factor')
    const [row] = (await administrator.page(path)).json.props.people
    assert.include(row, { name: 'Clerk', state: 'active', email: 'clerk@line.test' })
    const { users } = (await administrator.page(`${place.path}/administration/users`)).json.props
    assert.lengthOf(users, Object.keys(place.officers).length, 'no officer')
    const acts = await ask(place, `select id from tenant.audit_entries where action = 'filer.invited'`)
    assert.lengthOf(acts, 1)
  })

  test('who may not is refused, and officers are no filers', async ({ assert }) => {
    const place = await makePlace()
    const id = await sender(place)
    const path = `${place.path}/administration/filers`
    const person = await engage(place, id)
    const invited = { sender: id, email: 'x@line.test', name: 'X', locale: 'en' }
    for (const role of ['analyst', 'supervisor', 'data_steward']) {
      const visitor = await place.as(role)
      assert.equal((await visitor.post(path, invited)).status, 403, role)
      assert.equal((await visitor.post(`${path}/${person.id}/deactivation`)).status, 403, role)
    }
    const administrator = await place.as('administrator')
    for (const verb of ['deactivation', 'reactivation', 'invitation', 'revocation'])
      assert.equal((await administrator.post(`${path}/${place.officers.analyst!.id}/${verb}`)).status, 404, verb)
    assert.equal((await administrator.page(`${place.path}/administration/users/${person.id}`)).status, 404)
    await place.run(() => closeSender(id))
    assert.equal((await administrator.post(path, invited)).status, 409, 'a closed sender')
  })

  test('who is deactivated, or whose sender is closed, is out at once', async ({ assert }) => {
    const place = await makePlace()
    const id = await sender(place)
    const administrator = await place.as('administrator')
    const first = await signInFiler(place, await engage(place, id))
    const second = await signInFiler(place, await engage(place, id, 'second'))
    const [{ id: person }] = (await ask<{ id: string }>(
      place,
      `select id from tenant.officers where email = 'filer@example.test'`
    )) as [{ id: string }]
    const deactivated = await administrator.post(`${place.path}/administration/filers/${person}/deactivation`)
    assert.equal(deactivated.status, 303)
    assert.equal((await first.page(`${place.path}/filer/questions`)).status, 302)
    assert.equal((await second.page(`${place.path}/filer/questions`)).status, 200)
    await place.run(() => closeSender(id))
    assert.equal((await second.page(`${place.path}/filer/questions`)).status, 302)
  })

  test('no role can be given to a filer, not even by the database', async ({ assert }) => {
    const place = await makePlace()
    const person = await engage(place, await sender(place))
    const give = () =>
      place.run(() =>
        execute(
          `insert into tenant.officer_roles (tenant_id, officer_id, role_id) select tenant_id, ?, id from tenant.roles limit 1`,
          [person.id]
        )
      )
    await assert.rejects(give, /holds no role/)
  })
})

test.group('Filers: two doors', () => {
  const DESK = [
    '/triage',
    '/cases',
    '/arrivals',
    '/notifications',
    '/sessions',
    '/account',
    '/administration/users',
    '',
  ]

  test('a filer opens no screen of officers, whatever cookie it is shown under', async ({ assert }) => {
    const place = await makePlace()
    const filer = await signInFiler(place, await engage(place, await sender(place)))
    for (const path of DESK)
      assert.equal((await filer.page(`${place.path}${path}`)).location, `${place.path}/sign-in`, path)
    filer.setCookie(cookieNames.officer, filer.cookies.get(cookieNames.filer)!)
    for (const path of DESK) assert.equal((await filer.page(`${place.path}${path}`)).status, 302, path)
    const strange = await makePlace()
    assert.equal((await filer.page(`${strange.path}/filer/questions`)).status, 302)
  })

  test('an officer opens no screen of filers, whatever cookie it is shown under', async ({ assert }) => {
    const place = await makePlace()
    const officer = await place.signIn('supervisor')
    const door = `${place.path}/filer/sign-in`
    assert.equal((await officer.page(`${place.path}/filer/questions`)).location, door)
    officer.setCookie(cookieNames.filer, officer.cookies.get(cookieNames.officer)!)
    assert.equal((await officer.page(`${place.path}/filer/questions`)).location, door)
  })

  test('each is a stranger at the other’s door, and a wrong password is answered the same', async ({ assert }) => {
    const place = await makePlace()
    const person: FilerPerson = await engage(place, await sender(place))
    const answers = await Promise.all([
      signInAt(place, '', person),
      signInAt(place, '', person, 'wrong password here'),
      signInAt(place, '/filer', place.officers.analyst!),
      signInAt(place, '/filer', { email: 'nobody@example.test' }),
    ])
    assert.deepEqual(
      answers.map(({ location }) => location),
      ['/sign-in', '/sign-in', '/filer/sign-in', '/filer/sign-in'].map((door) => `${place.path}${door}`)
    )
  })
})
