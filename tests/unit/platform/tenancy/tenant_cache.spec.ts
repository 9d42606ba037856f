import { test } from '@japa/runner'
import { TenantCache } from '#platform/tenancy/tenant_cache'
import { tenancy, type Administration } from '#platform/tenancy/tenant_context'

const as = <T>(id: string, work: () => Promise<T>) =>
  tenancy.run(
    { administration: { id } as Administration, actor: { kind: 'system', id: 'test' }, correlationId: 'test' },
    work
  )

test.group('Tenant cache with a ceiling', () => {
  test('what was not used for longest makes room, and the newest stays however large', async ({ assert }) => {
    const built: string[] = []
    const cache = new TenantCache<number>(10, { ceiling: 100, bytesOf: (bytes) => bytes })
    const get = (id: string, bytes: number, version = 'v') =>
      as(id, () => cache.get(version, async () => (built.push(id), bytes)))
    await get('a', 40)
    await get('b', 40)
    await get('a', 40)
    assert.deepEqual(built.splice(0), ['a', 'b'])
    await get('c', 40)
    await get('a', 40)
    assert.deepEqual(built.splice(0), ['c'], 'b made room')
    await get('b', 500)
    await get('b', 500)
    assert.deepEqual(built.splice(0), ['b'])
    await get('a', 40)
    assert.deepEqual(built.splice(0), ['a'], 'it alone was kept')
    await get('c', 60, 'w')
    await get('c', 60, 'x')
    await get('a', 40)
    assert.deepEqual(built, ['c', 'c'], 'a new version takes the place of the old one')
  })
})
