import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { limitFiles } from '#tests/support/faults/file_size'
import { withstands } from '#tests/support/faults/trial'

/** Less than any message takes. */
const ROOM = 512

test.group('Faults | disk of the store full', () => {
  test('receipts are refused and nothing is half written; with room again everything goes on', ({ assert }) =>
    withstands(async ({ drill, sender, sent, refused, told, toldOver }) => {
      await sent(40)
      const web = await drill.living('web')
      limitFiles([web], ROOM)
      sender.allow(80)
      assert.deepEqual(await refused('store_full'), { status: 507, code: 'store_full', retryAfter: '60' })
      await told('store_full')
      const [, started] = incomplete(drill.storage)
      assert.isAtMost(started.length, 4, 'of those that are being sent just now')
      assert.equal(await drill.living('web'), web, 'web lives on')
      limitFiles([web], 'unlimited')
      await sent(80)
      await toldOver()
      assert.deepEqual(incomplete(drill.storage)[1], [])
    }, assert)).timeout(900_000)
})

/** Files in the blob store's directories of what is being received. */
function incomplete(storage: string): [string, string[]] {
  const blobs = join(storage, 'blobs')
  const files = readdirSync(blobs).flatMap((administration) => {
    const incoming = join(blobs, administration, 'incoming')
    return existsSync(incoming) ? readdirSync(incoming) : []
  })
  return [blobs, files]
}
