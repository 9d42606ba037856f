import { readdir } from 'node:fs/promises'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { ROLE_TEMPLATES } from '#platform/access/role_templates'
import { collidingWorlds, type Side } from '#tests/support/colliding_worlds'
import { changed, Fingerprint } from '#tests/support/fingerprint'
import { routesOf } from '#tests/support/inventory'
import { Visitor, type Answer } from '#tests/support/visitor'
import { rightful, rolesWithout } from './routes/actors.js'
import { RECIPES } from './routes/recipes.js'
import { pathOf, send } from './routes/request.js'
import { lacking } from './surface/headers.js'
import { isPlanted, withPlantedRoutes } from './surface/planted_routes.js'
import { count } from './tally.js'

/** As a browser that holds no texts yet. */
const KEEPS_NOTHING = { 'x-inertia-except-once-props': '' }
/** The closed list of what every page gets (T23). */
const SHARED = [
  'administration',
  'development',
  'errors',
  'flash',
  'languages',
  'locale',
  'messages',
  'navigation',
  'user',
]
const USER = ['id', 'name', 'permissions', 'role']

test.group('Isolation | surface', (group) => {
  let a: Side
  group.setup(async () => {
    a = (await collidingWorlds()).a
  })
  const attempt = async (name: string) => {
    const [route, recipe] = [routesOf().find((each) => each.name === name)!, RECIPES[name]!]
    return {
      route,
      recipe,
      path: pathOf(route.pattern, a.place.administration.code, (await recipe.params?.(a)) ?? {}, recipe.query?.(a)),
      body: recipe.body?.(a),
    }
  }

  test('no form without its token has an effect', async ({ assert }) => {
    // Signs in with both factors, which leaves its mark.
    await a.place.as('filer')
    const print = await Fingerprint.of(a.place.administration.id)
    const before = await print.take()
    const unsafe = routesOf()
      .filter(({ method, session }) => session && method !== 'GET')
      .filter(({ name }) => !isPlanted(name))
    const other = decodeURIComponent((await a.place.signIn('auditor')).cookies.get('XSRF-TOKEN')!)
    for (const { name } of unsafe) {
      const { route, recipe, path, body } = await attempt(name)
      const visitor = await rightful(a, { ...route, stepUp: false }, { ...recipe, fresh: false })
      for (const token of ['', 'x', other]) {
        const answer = await send(visitor, route, recipe, { path, body }, { 'x-xsrf-token': token })
        assert.equal(answer.status, 403, `${name} with ${token.slice(0, 5) || 'no token'}`)
        count('form × wrong token', 1)
      }
    }
    assert.deepEqual(changed(before, await print.take()), [])
    await print.close()
    assert.isAbove(unsafe.length, 15)
  }).timeout(60_000)

  test('every kind of answer carries the headers', async ({ assert }) => {
    const officer = await a.place.as('analyst')
    const { path } = a.place
    const asset = (await readdir(app.publicPath('assets')).catch(() => [] as string[])).find((file) =>
      file.endsWith('.js')
    )
    const stranger = new Visitor()
    const kinds: Record<string, { status: number; answer: Answer }> = {
      page: { status: 200, answer: await officer.get(`${path}/arrivals`, { accept: 'text/html' }) },
      'page for Inertia': { status: 200, answer: await officer.page(`${path}/arrivals`) },
      redirect: { status: 302, answer: await stranger.get(`${path}/arrivals`) },
      'redirect after a form': {
        status: 303,
        answer: await officer.put(`${path}/preferences/locale`, { locale: 'en' }),
      },
      forbidden: { status: 403, answer: await officer.get(`${path}/administration/users`, { accept: 'text/html' }) },
      'no form token': { status: 403, answer: await new Visitor().post(`${path}/sign-in`) },
      'not found': { status: 404, answer: await officer.get(`${path}/nothing/here`, { accept: 'text/html' }) },
      'no such administration': { status: 404, answer: await stranger.get('/a/NOBODY/arrivals') },
      'nothing matches': { status: 404, answer: await stranger.send('PATCH', '/nothing') },
      'too large': {
        status: 413,
        answer: await officer.post(`${path}/alerts/dismissals`, { note: 'x'.repeat(300_000) }),
      },
      invalid: { status: 422, answer: await officer.post(`${path}/alerts/dismissals`, { alerts: 'x' }) },
      'machine without token': { status: 401, answer: await stranger.send('POST', '/api/v1/messages') },
      failure: {
        status: 500,
        answer: await withPlantedRoutes(a, () =>
          officer.send('POST', `${path}/planted.failure`, {
            headers: { accept: 'text/html', 'x-xsrf-token': decodeURIComponent(officer.cookies.get('XSRF-TOKEN')!) },
          })
        ),
      },
      download: { status: 200, answer: await officer.get(`${path}/messages/${a.ids.message}/raw`) },
      health: { status: 200, answer: await stranger.get('/health') },
      ...(asset ? { file: { status: 200, answer: await stranger.get(`/assets/${asset}`) } } : {}),
    }
    for (const [kind, { status, answer }] of Object.entries(kinds)) {
      assert.equal(answer.status, status, `${kind}: ${answer.text.slice(0, 200)}`)
      assert.deepEqual(lacking(answer), [], kind)
      assert.isNull(answer.headers.get('x-powered-by'), kind)
      // Built files bear their hash in their name; nothing else is kept anywhere.
      const kept = kind === 'file' ? /max-age=31536000.*immutable/ : /no-store/
      assert.match(answer.headers.get('cache-control') ?? '', kept, kind)
      assert.notInclude(answer.text, 'CANARY of a failure', kind)
    }
    assert.match(kinds.page!.answer.headers.get('content-security-policy')!, /script-src 'self' 'nonce-[^']+' ?;/)
    count('kinds of answer', Object.keys(kinds).length)
  }).timeout(30_000)

  test('every page shares the closed list and nothing else', async ({ assert }) => {
    const wrong: string[] = []
    let pages = 0
    for (const { name, audience } of routesOf().filter(({ method }) => method === 'GET')) {
      const { route, recipe, path } = await attempt(name)
      if (recipe.send !== 'page' || recipe.rightful !== 200) continue
      const visitor = await rightful(a, route, recipe)
      const { json, status } = await send(visitor, route, recipe, { path, body: null }, KEEPS_NOTHING)
      if (json === null) {
        wrong.push(`${name} answered ${status} without a page`)
        continue
      }
      const missing = SHARED.filter((prop) => !(prop in json.props))
      if (missing.length > 0) wrong.push(`${name} lacks ${missing.join(', ')}`)
      const user = Object.keys(json.props.user ?? {}).sort()
      if (audience !== 'anyone' && user.join() !== USER.join())
        wrong.push(`${name} says of its user ${user.join(', ')}`)
      if (/password|secret_hash|scrypt|"email":"[^"]*@/.test(JSON.stringify(json.props.user)))
        wrong.push(`${name} tells secrets`)
      pages++
    }
    assert.deepEqual(wrong, [])
    assert.isAbove(pages, 15)
    count('pages', pages)
  }).timeout(30_000)

  test('no prop is had by asking for it by its name', async ({ assert }) => {
    const wrong: string[] = []
    let asked = 0
    for (const { name, permission } of routesOf().filter(
      ({ audience, method }) => audience === 'officer' && method === 'GET'
    )) {
      const { route, recipe, path } = await attempt(name)
      if (recipe.send !== 'page' || recipe.rightful !== 200) continue
      const full = (await send(await a.place.as(recipe.as!), route, recipe, { path, body: null })).json
      if (full === null) {
        wrong.push(`${name} is no page`)
        continue
      }
      const props = Object.keys(full.props)
      const partial = {
        'x-inertia-partial-component': full.component as string,
        'x-inertia-partial-data': [...props, 'officer', 'password_hash', 'raw', 'secret'].join(','),
      }
      for (const role of rolesWithout(route)) {
        const answer = await send(await a.place.as(role), route, recipe, { path, body: null }, partial)
        if (answer.status !== 403 || props.some((prop) => !SHARED.includes(prop) && prop in (answer.json?.props ?? {})))
          wrong.push(`${role} at ${name}: ${answer.status}`)
        asked++
      }
      for (const { code } of ROLE_TEMPLATES.filter(
        ({ permissions }) => permission && permissions.includes(permission)
      )) {
        const [whole, part] = [
          await send(await a.place.as(code), route, recipe, { path, body: null }),
          await send(await a.place.as(code), route, recipe, { path, body: null }, partial),
        ]
        for (const [prop, value] of Object.entries((part.json?.props ?? {}) as Record<string, unknown>)) {
          if (!(prop in whole.json.props)) wrong.push(`${code} at ${name} got ${prop}`)
          else if (value !== null && whole.json.props[prop] === null)
            wrong.push(`${code} at ${name} got ${prop}, which the page keeps back`)
        }
        asked++
      }
    }
    assert.deepEqual(wrong, [])
    count('partial requests', asked)
  }).timeout(180_000)
})
