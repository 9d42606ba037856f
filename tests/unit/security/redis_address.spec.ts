import { test } from '@japa/runner'
import { checkedRedisUrl } from '#platform/queue/redis_address'

test.group('T76 redis_config', () => {
  test('plain Redis beyond this machine is refused, with what to write instead', ({ assert }) => {
    for (const url of ['redis://10.0.0.7:6379', 'redis://cache.internal', 'redis://user:word@cache.internal:6379/2'])
      assert.throws(() => checkedRedisUrl(url), /rediss:/)
    assert.throws(() => checkedRedisUrl('rediss://cache.internal:6380'), /user and a password/)
    assert.throws(() => checkedRedisUrl('http://cache.internal'), /redis/)
    assert.throws(() => checkedRedisUrl('nonsense'), /redis/)
  })

  test('loopback, and TLS with a user, are taken', ({ assert }) => {
    for (const url of [
      'redis://127.0.0.1:6379',
      'redis://localhost:7000/1',
      'redis://[::1]:6379',
      'rediss://landfall:word@cache.internal:6380',
    ])
      assert.equal(checkedRedisUrl(url), url)
  })

  test('the address itself is never told: it holds a password', ({ assert }) => {
    assert.throws(() => checkedRedisUrl('redis://user:secretword@cache.internal'), /^(?!.*secretword)/)
  })
})
