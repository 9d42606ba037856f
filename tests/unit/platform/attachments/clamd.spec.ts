import { randomBytes } from 'node:crypto'
import { test } from '@japa/runner'
import { scanStream } from '#platform/egress/clamd'
import { fakeClamd, PLANTED } from '#tests/support/clamd/fake_clamd'

test.group('The scanner', () => {
  test('gets the whole stream in pieces and its verdict is heard', async ({ assert, cleanup }) => {
    const clamd = await fakeClamd()
    cleanup(() => clamd.close())
    const bytes = randomBytes(300_001)
    assert.deepEqual(await scanStream(clamd, bytes), { infected: false })
    assert.isTrue(clamd.streams[0]!.equals(bytes))
    const planted = Buffer.concat([bytes, PLANTED, bytes])
    assert.deepEqual(await scanStream(clamd, planted), { infected: true, signature: 'Planted.Test' })
  })

  test('that says anything else than a verdict is an error and never clean')
    .with(['INSTREAM size limit exceeded. ERROR\0', 'stream: OK', 'stream: OKAY\0', 'OK\0', '\0', 'x'.repeat(10_000)])
    .run(async ({ assert, cleanup }, said) => {
      const clamd = await fakeClamd(() => said)
      cleanup(() => clamd.close())
      await assert.rejects(() => scanStream(clamd, Buffer.from('photo')))
    })

  test('that is silent or not there is given up', async ({ assert, cleanup }) => {
    const clamd = await fakeClamd(() => null)
    await assert.rejects(() => scanStream(clamd, Buffer.from('photo'), 200), /does not answer/)
    const { host, port } = clamd
    void clamd.close()
    cleanup(() => {})
    const gone = await fakeClamd()
    await gone.close()
    await assert.rejects(() => scanStream({ host, port: gone.port }, Buffer.from('photo')))
    assert.isAbove(port, 0)
  })
})
