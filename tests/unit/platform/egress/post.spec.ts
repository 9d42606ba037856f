import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from '@japa/runner'
import { allowedAddresses, isReachable } from '#platform/egress/addresses'
import { post, type Address } from '#platform/egress/post'

const NOBODY = allowedAddresses('')
const US = allowedAddresses('127.0.0.1')

/** A server on this machine; answers with its port and how often it was asked. */
async function listening(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  let asked = 0
  const server = createServer((request, response) => {
    asked++
    request.resume()
    answer(request, response)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return {
    port,
    asked: () => asked,
    close: () =>
      new Promise<void>((closed) => {
        server.closeAllConnections()
        server.close(() => closed())
      }),
  }
}

const message = { headers: { 'webhook-id': 'one' }, body: '{}' }

/** Every one means this machine, a private network or what carries one inside. */
const INSIDE = [
  'https://127.0.0.1/',
  'https://127.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0x7f.1/',
  'https://0177.0.0.1/',
  'https://0/',
  'https://0.0.0.0/',
  'https://10.0.0.1/',
  'https://10.255.255.255/',
  'https://100.64.0.1/',
  'https://100.127.255.254/',
  'https://169.254.169.254/latest/meta-data/',
  'https://172.16.0.1/',
  'https://172.31.255.255/',
  'https://192.0.0.8/',
  'https://192.0.2.1/',
  'https://192.88.99.1/',
  'https://192.168.0.1/',
  'https://198.18.0.1/',
  'https://198.51.100.7/',
  'https://203.0.113.7/',
  'https://224.0.0.1/',
  'https://239.255.255.250/',
  'https://240.0.0.1/',
  'https://255.255.255.255/',
  'https://[::]/',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:a00:1]/',
  'https://[0:0:0:0:0:ffff:c0a8:0001]/',
  'https://[::127.0.0.1]/',
  'https://[64:ff9b::7f00:1]/',
  'https://[64:ff9b:1::a00:1]/',
  'https://[2001:0:7f00:1::]/',
  'https://[2001:db8::1]/',
  'https://[2002:7f00:1::]/',
  'https://[2002:a00:1::1]/',
  'https://[3fff::1]/',
  'https://[fc00::1]/',
  'https://[fd12:3456::1]/',
  'https://[fe80::1]/',
  'https://[fec0::1]/',
  'https://[ff02::1]/',
  'https://[100::1]/',
  'https://１２７.0.0.1/',
  'https://127。0。0。1/',
]

const REFUSED = [
  'ftp://example.org/',
  'file:///etc/passwd',
  ['javascript', 'alert(1)'].join(':'),
  'gopher://example.org/',
  'https://user:secret@example.org/',
  'https://user@example.org/',
  'http://93.184.215.14/',
  'https://93.184.215.14:8443/',
  'https://93.184.215.14:22/',
  'not an address',
  'https://',
  '',
]

test.group('Egress: where nothing goes', () => {
  test('addresses inside are refused, however they are written', async ({ assert }) => {
    for (const url of INSIDE)
      assert.deepEqual(await post(url, { ...message, allowed: NOBODY }), { ok: false, why: 'address_refused' }, url)
    console.log(`egress: ${INSIDE.length + REFUSED.length} addresses refused`)
  })

  test('what is no plain https address is refused', async ({ assert }) => {
    for (const url of REFUSED)
      assert.deepEqual(await post(url, { ...message, allowed: NOBODY }), { ok: false, why: 'url_refused' }, url)
  })

  test('public addresses are reachable, and what the operator listed', ({ assert }) => {
    for (const address of ['93.184.215.14', '8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:2800:21f:cb07::1'])
      assert.isTrue(isReachable(address, NOBODY), address)
    const own = allowedAddresses('10.20.0.0/16, fd00:1::/32')
    assert.isTrue(isReachable('10.20.3.4', own))
    assert.isTrue(isReachable('::ffff:10.20.3.4', own))
    assert.isTrue(isReachable('fd00:1::7', own))
    assert.isFalse(isReachable('10.21.0.1', own))
    assert.isFalse(isReachable('no address', own))
    for (const wrong of ['10.0.0.0/33', 'example.org', '10.0.0.0/', '::1/129'])
      assert.throws(() => allowedAddresses(wrong), /no address and no network/)
  })

  test('of a name with a private address among others nothing is tried', async ({ assert }) => {
    const resolve = async (): Promise<Address[]> => [
      { address: '93.184.215.14', family: 4 },
      { address: '192.168.1.1', family: 4 },
    ]
    assert.deepEqual(await post('https://mixed.test/', { ...message, allowed: NOBODY, resolve }), {
      ok: false,
      why: 'address_refused',
    })
    assert.deepEqual(
      await post('https://nowhere.test/', {
        ...message,
        allowed: NOBODY,
        resolve: () => Promise.reject(new Error('ENOTFOUND')),
      }),
      { ok: false, why: 'name_unknown' }
    )
  })

  test('a name that changes after it was looked at leads where it was looked at', async ({ assert }) => {
    const server = await listening((_request, response) => response.end())
    let asked = 0
    const resolve = async (): Promise<Address[]> => [{ address: asked++ === 0 ? '127.0.0.1' : '10.1.1.1', family: 4 }]
    const posted = await post(`http://rebinding.test:${server.port}/`, { ...message, allowed: US, resolve })
    assert.deepInclude(posted, { ok: true, status: 200 })
    assert.deepEqual([asked, server.asked()], [1, 1])
    await server.close()
  })
})

test.group('Egress: answers', () => {
  test('a redirect is an answer and not followed', async ({ assert }) => {
    const inner = await listening((_request, response) => response.end())
    const outer = await listening((_request, response) => {
      response.writeHead(307, { location: `http://127.0.0.1:${inner.port}/` }).end()
    })
    const posted = await post(`http://127.0.0.1:${outer.port}/`, { ...message, allowed: US })
    assert.deepInclude(posted, { ok: true, status: 307 })
    assert.equal(inner.asked(), 0)
    await Promise.all([inner.close(), outer.close()])
  })

  test('an answer without an end is cut off, one that never begins is too slow', async ({ assert }) => {
    const endless = await listening((_request, response) => {
      response.writeHead(200)
      const more = () => {
        if (!response.destroyed) response.write(Buffer.alloc(32 * 1024), () => setImmediate(more))
      }
      more()
    })
    const silent = await listening(() => {})
    const started = performance.now()
    assert.deepInclude(await post(`http://127.0.0.1:${endless.port}/`, { ...message, allowed: US }), { status: 200 })
    assert.deepEqual(await post(`http://127.0.0.1:${silent.port}/`, { ...message, allowed: US, patience: 200 }), {
      ok: false,
      why: 'too_slow',
    })
    assert.isBelow(performance.now() - started, 3_000)
    await Promise.all([endless.close(), silent.close()])
  })

  test('nobody there is unreachable', async ({ assert }) => {
    const server = await listening(() => {})
    await server.close()
    assert.deepEqual(await post(`http://127.0.0.1:${server.port}/`, { ...message, allowed: US }), {
      ok: false,
      why: 'unreachable',
    })
  })
})
