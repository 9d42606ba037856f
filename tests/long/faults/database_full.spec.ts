import { test } from '@japa/runner'
import { forgetPages, limitFiles, serverAndClients } from '#tests/support/faults/file_size'
import { fill, GROWS_TO } from '#tests/support/faults/full_table'
import { withstands } from '#tests/support/faults/trial'

test.group('Faults | disk of the database full', () => {
  test('reading waits, then receipts are refused; with room again everything goes on', ({ assert }) =>
    withstands(async ({ drill, sender, sent, refused, told, toldOver }) => {
      await sent(20)
      const server = () => drill.living('database').then(serverAndClients)
      const noMoreRoom = async () => {
        limitFiles(await server(), GROWS_TO)
        forgetPages(await drill.living('database'))
      }
      await fill(drill.witness, 'message_keys', noMoreRoom)

      await sent(100)
      await told('database_full')
      const [waiting] = await drill.witness.rows<{ states: string; attempts: number }>(
        `select string_agg(distinct state, ',') as states, max(attempts)::int as attempts
           from tenant.received_messages where state <> 'registered'`
      )
      assert.notInclude(waiting!.states, 'quarantined')
      assert.isAtMost(waiting!.attempts, 1, 'a fault of ours is no attempt')
      limitFiles(await server(), 'unlimited')
      await toldOver()

      await fill(drill.witness, 'received_message_keys', noMoreRoom)
      sender.allow(150)
      assert.deepEqual(await refused('database_full'), { status: 507, code: 'database_full', retryAfter: '60' })
      limitFiles(await server(), 'unlimited')
      await sent(150)
      await toldOver()
    }, assert)).timeout(900_000)
})
