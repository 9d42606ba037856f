import { Writable } from 'node:stream'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { Logger } from '@adonisjs/core/logger'
import type { LoggerConfig } from '@adonisjs/core/types/logger'

const CANARY = 'CANARYLOG'

const configured = () => app.config.get<{ loggers: { app: LoggerConfig } }>('logger').loggers.app.redact

/** What would be written of this, with the redaction that is configured, or another. */
function written(entry: Record<string, unknown>, redact = configured()): string {
  const lines: string[] = []
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString())
      done()
    },
  })
  new Logger({ enabled: true, level: 'info', desination: destination, ...(redact ? { redact } : {}) }).info(
    entry,
    'entry'
  )
  return lines.join('')
}

test.group('Security | logs (T70)', () => {
  test('secrets and persons are redacted, ids stay', ({ assert }) => {
    const secrets: Record<string, unknown>[] = [
      { authorization: `Bearer ${CANARY}` },
      { cookie: CANARY },
      { 'set-cookie': CANARY },
      { 'x-xsrf-token': CANARY },
      { form: { password: CANARY } },
      { form: { token: CANARY } },
      { req: { body: CANARY } },
      { err: { sql: CANARY, bindings: [CANARY], detail: CANARY } },
      { email: CANARY },
      { party: { name: CANARY } },
    ]
    for (const entry of secrets) assert.notInclude(written(entry), CANARY, JSON.stringify(entry))
    assert.include(written({ receivedMessage: 'an-id' }), 'an-id')
  })

  test('an entry taken out of the list is noticed', ({ assert }) => {
    const { paths } = configured() as { paths: string[] }
    const planted = { paths: paths.filter((path) => path !== 'authorization' && path !== '*.authorization') }
    assert.isBelow(planted.paths.length, paths.length)
    assert.include(written({ authorization: `Bearer ${CANARY}` }, planted), CANARY)
  })
})
