import { test } from '@japa/runner'
import { isAlive } from '#tests/integration/bin/installation'
import { eventually } from '#tests/integration/bin/installation'
import { withstands } from '#tests/support/faults/trial'

test.group('Faults | database gone and back', () => {
  test('web refuses and says so, web and worker wait, and go on by themselves', ({ assert }) =>
    withstands(async ({ drill, sender, sent, refused, told, toldOver }) => {
      await sent(40)
      const [web, worker] = [await drill.living('web'), await drill.living('worker')]
      const steward = await drill.steward()
      steward.setCookie('lf_locale', 'fr')
      const page = () => steward.get('/a/JM/messages', { accept: 'text/html' })

      // The supervisor would start the server again at once: it sleeps for as long as the fault lasts.
      const supervisor = drill.running.process.pid!
      const server = await drill.living('database')
      process.kill(supervisor, 'SIGSTOP')
      process.kill(server, 'SIGINT')
      await eventually('the end of the server', () => (isAlive(server) ? null : true))
      sender.allow(80)
      assert.deepEqual(await refused('database_away'), { status: 503, code: 'database_away', retryAfter: '10' })
      await told('database_away')
      const waiting = await page()
      assert.equal(waiting.status, 503)
      assert.equal(waiting.headers.get('retry-after'), '10')
      assert.include(waiting.text, '<html lang="fr" dir="ltr">')
      assert.include(waiting.text, 'Landfall doit attendre')

      process.kill(supervisor, 'SIGCONT')
      await sent(80)
      await toldOver()
      assert.equal((await page()).status, 200)
      assert.deepEqual(
        [await drill.living('web'), await drill.living('worker')],
        [web, worker],
        'nobody had to be started'
      )
    }, assert)).timeout(900_000)
})
