import { test } from '@japa/runner'
import { createOperator } from '#app/control/published'
import { findSender } from '#app/intake/actions/find_sender'
import { giveAuthenticator, halfSignedIn } from '#tests/support/factors'
import { engage } from '#tests/support/filers'
import { routesOf, type RouteEntry } from '#tests/support/inventory'
import { Visitor } from '#tests/support/visitor'
import { makePlace, PASSWORD } from '#tests/support/world'

/** What a password alone may reach; anything else that turns up here is a hole. */
const OPEN = [
  'second_factor.show',
  'second_factor.ways',
  'second_factor.code',
  'second_factor.password',
  'second_factor.passkey_options',
  'second_factor.passkey',
  'second_factor.enrol',
  'second_factor.totp.store',
  'second_factor.passkeys.options',
  'second_factor.passkeys.store',
  'session.destroy',
]

const pathOf = ({ pattern }: RouteEntry, code: string) =>
  pattern
    .replace(':code', code)
    .replace(':revision', '1')
    .replace(':number', '1')
    .replace(':day', '2026-01-01')
    .replace(':act', 'assign')
    .replace(':kind', 'rfi')
    .replace(/:(class|conflict|plugin|page)/g, 'a_word')
    .replace(/:\w+/g, '0199a000-0000-7000-8000-000000000000')
    .replace('*', 'x')

async function reached(visitor: Visitor, routes: readonly RouteEntry[], code: string, gate: string): Promise<string[]> {
  const open: string[] = []
  for (const route of routes) {
    const token = visitor.cookies.get('XSRF-TOKEN')
    const answer = await visitor.send(route.method, pathOf(route, code), {
      ...(route.method === 'GET' ? {} : { body: '{}' }),
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(token ? { 'x-xsrf-token': decodeURIComponent(token) } : {}),
      },
    })
    if (answer.status !== 401 && answer.location !== gate) open.push(`${route.name} ${answer.status}`)
  }
  return open
}

test.group('Identity | the gate of the second factor (T03)', () => {
  test('a password alone reaches nothing of an officer, on any route', async ({ assert }) => {
    const place = await makePlace()
    await giveAuthenticator(place, 'supervisor')
    const visitor = await halfSignedIn(place, 'supervisor')
    const routes = routesOf().filter(({ audience, owing }) => audience === 'officer' && !owing)
    assert.deepEqual(await reached(visitor, routes, place.administration.code, `${place.path}/second-factor`), [])
    assert.isAbove(routes.length, 40)
  })

  test('likewise who has none yet and whose role asks for one', async ({ assert }) => {
    const place = await makePlace({ secondFactor: true })
    const visitor = await halfSignedIn(place, 'supervisor')
    const routes = routesOf().filter(({ audience, owing }) => audience === 'officer' && !owing)
    assert.deepEqual(await reached(visitor, routes, place.administration.code, `${place.path}/second-factor`), [])
    const page = await visitor.page(`${place.path}/second-factor`)
    assert.equal(page.location, `${place.path}/second-factor/enrol`)
  })

  test('likewise an operator', async ({ assert }) => {
    await createOperator({ email: 'gated@example.test', name: 'Gated', locale: 'en', password: PASSWORD })
    const visitor = new Visitor()
    await visitor.get('/platform/sign-in')
    const answer = await visitor.post('/platform/sign-in', { email: 'gated@example.test', password: PASSWORD })
    assert.equal(answer.location, '/platform/second-factor')
    await visitor.page('/platform/second-factor/enrol')
    const routes = routesOf().filter(({ audience, owing }) => audience === 'operator' && !owing)
    assert.deepEqual(await reached(visitor, routes, '', '/platform/second-factor'), [])
    assert.isAbove(routes.length, 5)
  })

  test('likewise a person of a filer', async ({ assert }) => {
    const place = await makePlace()
    const { id } = await place.run(() => findSender('ALPHA'))
    const { email } = await engage(place, id)
    const visitor = new Visitor()
    await visitor.get(`${place.path}/filer/sign-in`)
    const gate = `${place.path}/filer/second-factor`
    assert.equal((await visitor.post(`${place.path}/filer/sign-in`, { email, password: PASSWORD })).location, gate)
    await visitor.page(gate)
    const routes = routesOf().filter(({ audience, owing }) => audience === 'filer' && !owing)
    assert.deepEqual(await reached(visitor, routes, place.administration.code, gate), [])
    assert.isAbove(routes.length, 4)
  })

  test('the routes that stay open are these', ({ assert }) => {
    const owing = routesOf().filter((route) => route.owing)
    assert.sameMembers(
      owing.map(({ name }) => name),
      OPEN.flatMap((name) => [name, `platform.${name}`, `filer.${name}`])
    )
  })

  test('who has a factor cannot set up another with the password alone', async ({ assert }) => {
    const place = await makePlace()
    await giveAuthenticator(place, 'analyst')
    const visitor = await halfSignedIn(place, 'analyst')
    for (const path of ['/enrol/code', '/enrol/passkey-options', '/enrol/passkey']) {
      const answer = await visitor.post(`${place.path}/second-factor${path}`, { code: '123456' })
      assert.equal(answer.location, `${place.path}/second-factor`, path)
    }
    assert.equal((await visitor.post(`${place.path}/second-factor/password`, { password: PASSWORD })).status, 422)
  })
})
