import { randomBytes } from 'node:crypto'
import { test } from '@japa/runner'
import { uuidv7 } from '#platform/database/uuid'
import { FRAME } from '#platform/blobs/frames'
import { PART } from '#platform/blobs/s3_upload'
import { fileStore, s3Store, type StoreUnderTest } from '#tests/support/blobs/stores'

const OURS = uuidv7()
const once = async function* (bytes: Uint8Array) {
  yield bytes
}

/** What every blob store promises; run on each of them. */
for (const [name, make] of Object.entries({ files: fileStore, S3: s3Store }) as [
  string,
  () => Promise<StoreUnderTest>,
][]) {
  test.group(`Blob store of ${name}`, (group) => {
    let under: StoreUnderTest
    group.setup(async () => {
      under = await make()
      return () => under.close()
    })
    const read = async (address: string) => Buffer.concat(await Array.fromAsync(under.store.read(OURS, address)))

    test('gives back what it took, whatever the length')
      .with([0, 1, FRAME - 1, FRAME, FRAME + 1, 3 * FRAME, PART + FRAME, 2 * PART + 7])
      .run(async ({ assert }, length) => {
        const bytes = randomBytes(length)
        const stored = await under.store.put(OURS, once(bytes))
        assert.equal(stored.size, length)
        assert.match(stored.address, /^[0-9a-f]{64}$/)
        assert.isTrue((await read(stored.address)).equals(bytes))
        assert.isFalse((await under.stored(OURS, stored.address)).includes(bytes.subarray(0, 64)) && length > 63)
      })

    test('takes bytes in whatever pieces they come', async ({ assert }) => {
      const bytes = randomBytes(2 * FRAME + 99)
      const pieces = async function* () {
        for (let at = 0; at < bytes.length; at += 70_001) yield bytes.subarray(at, at + 70_001)
      }
      const [whole, inPieces] = [await under.store.put(OURS, once(bytes)), await under.store.put(OURS, pieces())]
      assert.deepEqual(inPieces, whole)
    })

    test('keeps the same bytes once, and each kind by itself', async ({ assert }) => {
      const bytes = Buffer.from('THE SAME')
      const before = (await under.names()).length
      const first = await under.store.put(OURS, once(bytes))
      const again = await under.store.put(OURS, once(bytes))
      const other = await under.store.put(OURS, once(bytes), 'subject_file')
      assert.equal(again.address, first.address)
      assert.notEqual(other.address, first.address)
      assert.lengthOf(await under.names(), before + 2)
      assert.equal((await read(first.address)).toString(), 'THE SAME')
    })

    test('a source that fails leaves nothing behind', async ({ assert }) => {
      const before = await under.names()
      const failing = async function* () {
        yield Buffer.alloc(2 * FRAME)
        throw new Error('the sender went away')
      }
      await assert.rejects(() => under.store.put(OURS, failing()), 'the sender went away')
      assert.deepEqual(await under.names(), before)
    })

    test('what is removed is missing, and removing it again is nothing', async ({ assert }) => {
      const { address } = await under.store.put(OURS, once(Buffer.from('REMOVED')))
      await under.store.remove(OURS, address)
      await under.store.remove(OURS, address)
      await assert.rejects(() => read(address), /not where they should be/)
      assert.notInclude(await under.names(), address)
    })

    test('without the key the bytes say nothing, and that is no failure', async ({ assert }) => {
      const { address } = await under.store.put(OURS, once(Buffer.from('SHREDDED')))
      under.keys.destroy(OURS)
      const error = await read(address).then(
        () => null,
        (refused) => refused
      )
      assert.equal(error.code, 'E_KEY_DESTROYED')
      assert.equal(error.status, 410)
      assert.equal(error.rule, 'retention')
    })
  })
}
