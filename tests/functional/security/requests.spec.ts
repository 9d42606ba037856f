import { request } from 'node:http'
import { test } from '@japa/runner'
import env from '#start/env'
import { makePlace } from '#tests/support/world'

const raw = (path: string, headers: Record<string, string>) =>
  new Promise<{ status: number; location: string; text: string }>((resolve, reject) => {
    const sent = request({ host: env.get('HOST'), port: env.get('PORT'), path, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          location: response.headers.location ?? '',
          text: Buffer.concat(chunks).toString(),
        })
      )
    })
    sent.on('error', reject).end()
  })

test.group('Security | requests', () => {
  test('a forged host appears nowhere (T74)', async ({ assert }) => {
    const place = await makePlace()
    const forged = {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      referer: 'https://evil.example/',
    }
    for (const path of ['/', place.path, `${place.path}/sign-in`, `${place.path}/arrivals`, '/platform', '/nothing']) {
      const answer = await raw(path, forged)
      assert.isBelow(answer.status, 500, path)
      assert.notInclude(answer.location, 'evil', path)
      assert.notInclude(answer.text, 'evil.example', path)
    }
  })

  test('no redirect leaves the house', async ({ assert }) => {
    const place = await makePlace()
    const visitor = await place.signIn('analyst')
    const token = decodeURIComponent(visitor.cookies.get('XSRF-TOKEN')!)
    for (const referer of [
      'https://evil.example/',
      '//evil.example',
      'data:text/html,evil',
      'https://evil.example\\@localhost/',
    ]) {
      const answer = await visitor.send('PUT', `${place.path}/preferences/locale`, {
        body: JSON.stringify({ locale: 'en' }),
        headers: { 'content-type': 'application/json', 'x-xsrf-token': token, referer },
      })
      assert.equal(answer.status, 303)
      assert.notMatch(answer.location!, /evil/)
    }
  })

  test('prototypes are not reached through JSON, forms or queries (T25)', async ({ assert }) => {
    const place = await makePlace()
    const visitor = await place.signIn('watch_list_manager')
    const token = decodeURIComponent(visitor.cookies.get('XSRF-TOKEN')!)
    const bodies: [string, string][] = [
      [
        'application/json',
        '{"code":"x","name":"y","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
      ],
      ['application/json', '[{"__proto__":{"polluted":1}}]'],
      [
        'application/x-www-form-urlencoded',
        'code=x&__proto__[polluted]=1&constructor[prototype][polluted]=1&a[b][c][d][e]=1',
      ],
    ]
    for (const [type, body] of bodies) {
      const answer = await visitor.send('POST', `${place.path}/watch-lists`, {
        body,
        headers: { 'content-type': type, accept: 'application/json', 'x-xsrf-token': token },
      })
      assert.isBelow(answer.status, 500)
    }
    const answer = await visitor.page(
      `${place.path}/watch-lists?__proto__[polluted]=1&constructor[prototype][polluted]=1&page[a][b][c]=1`
    )
    assert.equal(answer.status, 200)
    assert.isUndefined(({} as { polluted?: number }).polluted)
  })

  test('input of the wrong kind is refused, never a failure', async ({ assert }) => {
    const place = await makePlace()
    const visitor = await place.signIn('watch_list_manager')
    const odd = [[], {}, null, 1e308, true, '\u0000', 'x'.repeat(70_000), [['x']], { length: 1 }]
    for (const value of odd) {
      const answer = await visitor.post(`${place.path}/watch-lists`, { code: value, name: value, description: value })
      assert.include([303, 400, 422], answer.status, JSON.stringify(value)?.slice(0, 20))
    }
    for (const query of ['?page[]=1', '?page=1e9', '?q[]=x', `?q=${'x'.repeat(5000)}`, '?q=%00', '?state=%27']) {
      for (const path of ['watch-lists', 'profiles', 'reference-lists']) {
        assert.isBelow((await visitor.page(`${place.path}/${path}${query}`)).status, 500, `${path}${query}`)
      }
    }
  })
})
