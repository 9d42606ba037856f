import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from '@japa/runner'
import { uuidv7 } from '#platform/database/uuid'
import { FileBlobStore } from '#platform/blobs/file_blob_store'
import { FRAME } from '#platform/blobs/frames'
import { memoryKeys } from '#tests/support/blobs/memory_keys'
import { fileStore, s3Store, type StoreUnderTest } from '#tests/support/blobs/stores'
import { framesOf } from './blobs/frames_of.js'
import { count } from './tally.js'

const [OURS, THEIRS] = [uuidv7(), uuidv7()]

const once = async function* (bytes: Uint8Array) {
  yield bytes
}

for (const [name, make] of Object.entries({ files: fileStore, S3: s3Store }) as [
  string,
  () => Promise<StoreUnderTest>,
][]) {
  test.group(`Isolation | blobs of ${name}`, (group) => {
    let under: StoreUnderTest
    group.setup(async () => {
      under = await make()
      return () => under.close()
    })

    const put = async (administration: string, bytes: Uint8Array) =>
      (await under.store.put(administration, once(bytes))).address
    const read = async (administration: string, address: string) =>
      Buffer.concat(await Array.fromAsync(under.store.read(administration, address)))
    const refusal = (administration: string, address: string) =>
      read(administration, address).then(
        () => null,
        (error: { code?: string }) => error.code ?? String(error)
      )

    test('the address of a neighbour leads nowhere', async ({ assert }) => {
      const bytes = Buffer.from('THE SAME BYTES')
      const [ours, theirs] = [await put(OURS, bytes), await put(THEIRS, bytes)]
      assert.notEqual(ours, theirs, 'the address tells nothing of the content')
      assert.equal(await refusal(OURS, theirs), 'E_BLOB_MISSING')
      for (const address of [
        `../../${THEIRS}/${theirs.slice(0, 2)}/${theirs}`,
        `../${THEIRS}/${theirs}`,
        '',
        '..',
        theirs.slice(0, 63),
      ]) {
        assert.equal(await refusal(OURS, address), 'E_BLOB_MISSING', address)
      }
      count('blob addresses', 6)
    })

    test('a file carried over to another administration does not open', async ({ assert }) => {
      const theirs = await put(THEIRS, Buffer.from('CARRIED OVER'))
      await put(OURS, Buffer.from('SOMETHING'))
      await under.carry(THEIRS, OURS, theirs)
      assert.equal(await refusal(OURS, theirs), 'E_BLOB_DAMAGED')
      assert.equal((await read(THEIRS, theirs)).toString(), 'CARRIED OVER')
    })

    test('a file with anything changed, cut, swapped, repeated or added does not open', async ({ assert }) => {
      const content = Buffer.concat([randomBytes(FRAME), randomBytes(FRAME), Buffer.from('the end')])
      const address = await put(OURS, content)
      const whole = await under.stored(OURS, address)
      const { head, frames } = framesOf(whole)
      assert.lengthOf(frames, 3)
      assert.isTrue((await read(OURS, address)).equals(content))
      const flipped = (at: number) => {
        const copy = Buffer.from(whole)
        copy[at]! ^= 1
        return copy
      }
      const [first, second, last] = frames as [Buffer, Buffer, Buffer]
      const damaged: Record<string, Buffer> = {
        ...Object.fromEntries(
          [
            0,
            3,
            5,
            7,
            12,
            head.length - 1,
            head.length + 3,
            head.length + 4,
            head.length + 1000,
            whole.length - 20,
            whole.length - 1,
          ].map((at) => [`byte ${at}`, flipped(at)])
        ),
        nothing: Buffer.alloc(0),
        'the head alone': head,
        'without the last byte': whole.subarray(0, -1),
        'without the last frame': Buffer.concat([head, first, second]),
        'without the first frame': Buffer.concat([head, second, last]),
        'the first two swapped': Buffer.concat([head, second, first, last]),
        'the first twice': Buffer.concat([head, first, first, second, last]),
        'the last twice': Buffer.concat([head, first, second, last, last]),
        'one byte more': Buffer.concat([whole, Buffer.from([0])]),
      }
      for (const [what, bytes] of Object.entries(damaged)) {
        await under.overwrite(OURS, address, bytes)
        assert.equal(await refusal(OURS, address), 'E_BLOB_DAMAGED', what)
        count('damaged blobs', 1)
      }
    })

    test('a neighbour removes nothing', async ({ assert }) => {
      const theirs = await put(THEIRS, Buffer.from('NOT YOURS TO REMOVE'))
      for (const address of [theirs, `../${THEIRS}/${theirs}`, '..', '']) await under.store.remove(OURS, address)
      assert.equal((await read(THEIRS, theirs)).toString(), 'NOT YOURS TO REMOVE')
      count('blob removals', 4)
    })

    test('nothing lies in clear text', async ({ assert }) => {
      const address = await put(OURS, Buffer.from('CANARYBLOB in clear'))
      assert.notInclude((await under.stored(OURS, address)).toString('latin1'), 'CANARYBLOB')
    })
  })
}

test.group('Isolation | blobs, files', () => {
  test('files are for the service alone', async ({ assert, cleanup }) => {
    const root = await mkdtemp(join(tmpdir(), 'landfall-blobs-'))
    cleanup(() => rm(root, { recursive: true }))
    const { address } = await new FileBlobStore(root, memoryKeys()).put(OURS, once(Buffer.from('bytes')))
    const path = join(root, OURS, address.slice(0, 2), address)
    assert.equal((await stat(path)).mode & 0o777, 0o600)
    assert.equal((await stat(dirname(path))).mode & 0o777, 0o700)
  })
})
