import { test } from '@japa/runner'
import { OwnRedis } from '#tests/support/faults/own_redis'
import { withstands } from '#tests/support/faults/trial'

test.group('Faults | Redis gone and back', () => {
  test('messages are taken in without it; when it is back, empty, the sweep rings for them', async ({
    assert,
    cleanup,
  }) => {
    const redis = await OwnRedis.start()
    cleanup(() => redis.kill())
    await withstands(
      async ({ sender, sent }) => {
        await sent(40)
        for (const until of [80, 120]) {
          await redis.kill()
          const refusals = sender.refusals.length
          await sent(until)
          assert.lengthOf(sender.refusals, refusals, 'no receipt needs the queue')
          await redis.comeBack()
        }
      },
      assert,
      { REDIS_URL: redis.url }
    )
  }).timeout(900_000)
})
