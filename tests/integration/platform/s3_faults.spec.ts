import { randomBytes } from 'node:crypto'
import { test } from '@japa/runner'
import { faultOf } from '#platform/faults/fault'
import { uuidv7 } from '#platform/database/uuid'
import { PART } from '#platform/blobs/s3_upload'
import { connectS3 } from '#platform/egress/s3'
import { s3Store, type S3UnderTest } from '#tests/support/blobs/stores'
import type { Fault } from '#tests/support/blobs/faulty_proxy'

const OURS = uuidv7()
const once = async function* (bytes: Uint8Array) {
  yield bytes
}
const isWrite = ({ method, url }: { method?: string | undefined; url?: string | undefined }) =>
  method === 'PUT' && url !== undefined

test.group('S3 under faults', (group) => {
  let under: S3UnderTest
  group.each.setup(async () => {
    under = await s3Store()
    return () => under.close()
  })
  const put = (bytes: Uint8Array) => under.store.put(OURS, once(bytes))
  const read = async (address: string) => Buffer.concat(await Array.fromAsync(under.store.read(OURS, address)))
  const refusal = (work: () => Promise<unknown>) =>
    work().then(
      () => null,
      (error: { code?: string }) => error
    )

  test('a passing fault is passed over, and what was put is whole')
    .with([
      ['cut', 1],
      ['cut', 2],
      ['slow_down', 2],
    ] as [Fault, number][])
    .run(async ({ assert }, [fault, times]) => {
      under.proxy.break(fault, times)
      const bytes = randomBytes(100_000)
      const { address } = await put(bytes)
      assert.isTrue((await read(address)).equals(bytes))
    })

  test('no receipt without durable bytes: a lasting fault is said, and is nobody else’s fault')
    .with([
      ['cut', 99],
      ['slow_down', 99],
      ['half_sent', 99],
      ['flipped_sent', 99],
      ['forgotten', 1],
      ['there_already', 1],
    ] as [Fault, number][])
    .run(async ({ assert }, [fault, times]) => {
      under.proxy.break(fault, times, isWrite)
      const error = await refusal(() => put(randomBytes(50_000)))
      assert.equal(error?.code, 'E_STORE_AWAY', fault)
      assert.equal(faultOf(error), 'store_away', 'intake waits and tries again')
      assert.isEmpty(await under.names().then((names) => names.filter((name) => name.length === 36)), 'spool is empty')
    })
    .timeout(60_000)

  test('a part that arrives altered fails the whole', async ({ assert }) => {
    under.proxy.break('flipped_sent', 99, ({ url }) => url?.includes('partNumber=2') ?? false)
    const error = await refusal(() => put(randomBytes(PART + 1000)))
    assert.equal(error?.code, 'E_STORE_AWAY')
    assert.isEmpty(await under.names())
  })

  test('an answer that breaks off is the store’s failure, not damage', async ({ assert }) => {
    const { address } = await put(randomBytes(300_000))
    under.proxy.break('half_answered', 99, ({ method }) => method === 'GET')
    const error = await refusal(() => read(address))
    assert.equal(error?.code, 'E_STORE_AWAY')
  })

  test('what is there already is not written over', async ({ assert }) => {
    const bytes = randomBytes(1000)
    const { address } = await put(bytes)
    under.proxy.break('there_already', 1, isWrite)
    assert.equal((await put(bytes)).address, address)
    assert.isTrue((await read(address)).equals(bytes))
  })

  test('bytes travel protected beyond this machine, or not at all', ({ assert }) => {
    const settings = { region: undefined, bucket: 'b', pathStyle: true, keyId: 'k', secret: 's' }
    assert.throws(() => connectS3({ ...settings, endpoint: 'http://objects.example.test' }), /https/)
    assert.throws(() => connectS3({ ...settings, endpoint: undefined }), /needs S3_ENDPOINT/)
    assert.doesNotThrow(() => connectS3({ ...settings, endpoint: 'https://objects.example.test' }))
    assert.doesNotThrow(() => connectS3({ ...settings, endpoint: 'http://127.0.0.1:9000' }))
  })
})
