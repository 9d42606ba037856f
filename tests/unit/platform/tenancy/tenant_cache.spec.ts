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
    const get = (id: string, bytes: number) =>
      as(id, () =>
        cache.next((kept) => {
          if (kept === bytes) return kept
          built.push(id)
          return bytes
        })
      )
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
    await get('c', 60)
    await get('c', 70)
    await get('a', 30)
    assert.deepEqual(built, ['c', 'c', 'a'], 'c outgrew the ceiling and a made room')
  })

  test('one that grows is counted as it is now', async ({ assert }) => {
    const cache = new TenantCache<number>(10, { ceiling: 100, bytesOf: (bytes) => bytes })
    const kept: (number | null)[] = []
    const grow = (id: string, by: number) =>
      as(id, () =>
        cache.next((before) => {
          kept.push(before)
          return (before ?? 0) + by
        })
      )
    await grow('a', 40)
    await grow('b', 40)
    await grow('b', 15)
    await grow('a', 5)
    await grow('b', 1)
    await grow('a', 1)
    assert.deepEqual(kept, [null, null, 40, 40, 55, null])
  })

  test('an error keeps what was', async ({ assert }) => {
    const cache = new TenantCache<number>(10)
    await as('a', () => cache.next(() => 1))
    await assert.rejects(() =>
      as('a', () =>
        cache.next(() => {
          throw new Error('the database is away')
        })
      )
    )
    assert.equal(await as('a', () => cache.next((kept) => kept ?? -1)), 1)
  })
})
