import { test } from '@japa/runner'
import { receiveMessage } from '#app/intake/published'
import { MAX_BYTES } from '#app/intake/limits'
import { useJobSender } from '#platform/queue/dispatch'
import { cuscar } from '#tests/support/fixtures/cuscar_message'
import { ask, receive } from '#tests/support/intake'
import { makePlace } from '#tests/support/world'

test.group('Receiving', (group) => {
  const sent: string[] = []
  group.each.setup(() => {
    sent.length = 0
    const before = useJobSender({
      send: async (envelope) =>
        void (envelope.job === 'intake.drain' && sent.push(`${envelope.job} ${envelope.administrationId}`)),
    })
    return () => void useJobSender(before)
  })

  test('keeps the bytes, rings for the reader and answers with a receipt', async ({ assert }) => {
    const place = await makePlace()
    const receipt = await receive(place, cuscar({ bills: [{ number: 'R1' }] }), { filename: '../../etc/MAN\u202e.edi' })
    assert.match(receipt.receipt, new RegExp(`^${place.administration.code}-\\d{8}-[0-9A-Z]{8}$`))
    assert.deepEqual(sent, [`intake.drain ${place.administration.id}`])
    const [row] = await ask<{ state: string; filename: string }>(
      place,
      `select state, filename from tenant.received_messages where id = ?`,
      [receipt.id]
    )
    assert.deepEqual(row, { state: 'received', filename: 'MAN.edi' })
  })

  test('recognises the same bytes and stores nothing twice', async ({ assert }) => {
    const place = await makePlace()
    const bytes = cuscar({ bills: [{ number: 'R1' }] })
    const first = await receive(place, bytes)
    const answers = await Promise.all([receive(place, bytes), receive(place, bytes)])
    for (const answer of answers) assert.deepInclude(answer, { id: first.id, receipt: first.receipt, duplicate: true })
    const [counted] = await ask(
      place,
      `select (select count(*)::int from tenant.received_messages) as messages, duplicates from tenant.received_message_keys`
    )
    assert.deepEqual(counted, { messages: 1, duplicates: 2 })
    assert.lengthOf(sent, 1)
  })

  test('keeps the same bytes apart for two administrations', async ({ assert }) => {
    const [here, there] = [await makePlace(), await makePlace()]
    const bytes = cuscar({ bills: [{ number: 'R1' }] })
    const [mine, theirs] = [await receive(here, bytes), await receive(there, bytes)]
    assert.isFalse(theirs.duplicate)
    const addresses = [
      ...(await ask<{ blob: string }>(here, `select blob from tenant.received_messages`)),
      ...(await ask<{ blob: string }>(there, `select blob from tenant.received_messages`)),
    ]
    assert.lengthOf(addresses, 2)
    assert.notEqual(addresses[0]!.blob, addresses[1]!.blob)
    assert.lengthOf(await ask(there, `select 1 from tenant.received_messages where id = ?`, [mine.id]), 0)
  })

  test('refuses nothing at all and more than it can take', async ({ assert }) => {
    const place = await makePlace()
    const send = (bytes: AsyncIterable<Uint8Array>) =>
      place.run(() => receiveMessage({ bytes, channel: 'console', filename: null, senderId: null, submittedBy: null }))
    const block = Buffer.alloc(4 * 1024 * 1024)
    const tooMuch = (async function* () {
      for (let size = 0; size <= MAX_BYTES; size += block.length) yield block
    })()
    const nothing = (async function* (): AsyncGenerator<Uint8Array> {})()
    assert.deepEqual(await send(nothing), { ok: false, error: 'empty' })
    assert.deepEqual(await send(tooMuch), { ok: false, error: 'too_large' })
    assert.lengthOf(await ask(place, `select 1 from tenant.received_messages`), 0)
  })
})
