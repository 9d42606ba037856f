import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { FileBlobStore } from '#platform/blobs/file_blob_store'
import { withFaults } from '#platform/blobs/store_faults'
import { uuidv7 } from '#platform/database/uuid'
import { memoryKeys } from '#tests/support/blobs/memory_keys'
import { SmallDisk } from '#tests/support/faults/full_disk'

const OURS = uuidv7()
const MESSAGE = Buffer.alloc(3000, 'UNB+UNOA:1')
const once = async function* (bytes: Uint8Array) {
  yield bytes
}

test.group('A store without room', (group) => {
  let root: string
  group.each.setup(async () => {
    root = await mkdtemp(join(tmpdir(), 'landfall-full-'))
    return () => rm(root, { recursive: true })
  })
  const filesIn = async () =>
    (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())

  test('is told, keeps nothing half written, and takes the same bytes when there is room again')
    // Room for nothing, for the header, for a part of the only frame, and for all but its last bytes.
    .with([0, 90, 1500, 3050])
    .run(async ({ assert }, room) => {
      const disk = new SmallDisk(room)
      const keys = memoryKeys()
      const store = withFaults(() => new FileBlobStore(root, keys, disk.open))
      await assert.rejects(() => store.put(OURS, once(MESSAGE)), /disk of the blob store is full/)
      assert.lengthOf(await filesIn(), 0)
      disk.room = Infinity
      const { address } = await store.put(OURS, once(MESSAGE))
      assert.equal(Buffer.concat(await Array.fromAsync(store.read(OURS, address))).compare(MESSAGE), 0)
      assert.lengthOf(await filesIn(), 1)
    })

  test('whose disk is not mounted is away, while one lost file is lost', async ({ assert }) => {
    const keys = memoryKeys()
    const store = withFaults(() => new FileBlobStore(root, keys))
    const read = (address: string) =>
      Array.fromAsync(store.read(OURS, address)).then(
        () => null,
        (error: { code: string }) => error.code
      )
    const { address } = await store.put(OURS, once(MESSAGE))
    assert.equal(await read('0'.repeat(64)), 'E_BLOB_MISSING')
    await rm(join(root, OURS), { recursive: true })
    assert.equal(await read(address), 'E_STORE_AWAY')
  })
})
