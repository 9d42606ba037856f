import { test } from '@japa/runner'
import type { Answer, Visitor } from '#tests/support/visitor'
import { makePlace } from '#tests/support/world'

const INERTIA = { 'x-inertia': 'true', 'x-inertia-version': '1', 'x-requested-with': 'XMLHttpRequest' }
const PARTIAL = { ...INERTIA, 'x-inertia-partial-component': 'arrivals/index', 'x-inertia-partial-data': 'calls' }

/** A form that is refused: the name is missing. What follows the redirect is up to the test. */
const send = (visitor: Visitor, path: string, visit: string) =>
  visitor.send('PUT', path, {
    body: JSON.stringify({ name: '' }),
    headers: {
      ...INERTIA,
      'content-type': 'application/json',
      'x-visit': visit,
      'x-xsrf-token': decodeURIComponent(visitor.cookies.get('XSRF-TOKEN')!),
    },
  })
const follow = (visitor: Visitor, path: string, visit: string) =>
  visitor.send('GET', path, { headers: { ...INERTIA, 'x-visit': visit } })
const errorsOf = ({ json }: Answer): object => json.props.errors

test.group('What is kept for the request after a redirect', () => {
  test('nothing else of the session takes it: partial reloads, visits of other tabs, prefetch, fetch', async ({
    assert,
  }) => {
    const place = await makePlace()
    const visitor = await place.as('analyst')
    const [account, arrivals] = [`${place.path}/account`, `${place.path}/arrivals`]
    assert.equal((await visitor.page(account)).status, 200)
    for (const between of [
      () => visitor.send('GET', arrivals, { headers: PARTIAL }),
      () => visitor.page(arrivals),
      () => visitor.send('GET', arrivals, { headers: { ...INERTIA, purpose: 'prefetch' } }),
      () => visitor.get(`${place.path}/cases/options`, { accept: 'application/json' }),
      () => follow(visitor, arrivals, 'another'),
    ]) {
      assert.equal((await send(visitor, `${account}/name`, 'mine')).status, 303)
      const other = await between()
      assert.isBelow(other.status, 400)
      assert.deepEqual(other.json?.props?.errors ?? {}, {})
      assert.property(errorsOf(await follow(visitor, account, 'mine')), 'name')
      assert.deepEqual(errorsOf(await visitor.page(account)), {})
    }
  })
})
