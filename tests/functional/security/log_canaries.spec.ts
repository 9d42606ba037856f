import { test } from '@japa/runner'
import logger from '@adonisjs/core/services/logger'
import { Visitor } from '#tests/support/visitor'
import { makeAlert } from '#tests/support/alerts'
import { makePlace, PASSWORD } from '#tests/support/world'

const CANARY = 'CANARYLOGGED'

/** Everything the logger of this process writes while the work runs. */
async function writtenDuring(work: () => Promise<void>): Promise<string> {
  const inner = logger.pino as unknown as Record<symbol, { write(line: string): unknown }>
  const symbol = Object.getOwnPropertySymbols(inner).find(({ description }) => description === 'pino.stream')!
  const stream = inner[symbol]!
  const write = stream.write.bind(stream)
  const lines: string[] = []
  stream.write = (line) => lines.push(line)
  try {
    await work()
  } finally {
    stream.write = write
  }
  return lines.join('')
}

test.group('T70 log_canaries', () => {
  test('no error path writes what a request carried', async ({ assert }) => {
    const place = await makePlace()
    const { alert } = await makeAlert(place)
    const visitor = await place.as('supervisor')
    const token = decodeURIComponent(visitor.cookies.get('XSRF-TOKEN')!)
    const json = { accept: 'application/json', 'content-type': 'application/json', 'x-xsrf-token': token }
    let answered = 0
    const written = await writtenDuring(async () => {
      const requests: [string, string, string, Record<string, string>][] = [
        ['POST', `${place.path}/alerts/dismissals`, `{"note":"${CANARY}`, json],
        [
          'POST',
          `${place.path}/alerts/dismissals`,
          `{"alerts":["${alert}"],"reason":"${CANARY}","note":"${CANARY}"}`,
          json,
        ],
        ['POST', `${place.path}/alerts/dismissals`, `{"note":"${CANARY.repeat(30_000)}"}`, json],
        [
          'POST',
          `${place.path}/alerts/dismissals`,
          `note=${CANARY}&a[b`,
          { ...json, 'content-type': 'application/x-www-form-urlencoded' },
        ],
        ['POST', `${place.path}/alerts/dismissals`, `{"note":"${CANARY}"}`, { ...json, 'x-xsrf-token': CANARY }],
        ['POST', `${place.path}/alerts/${alert}/claim?q=${CANARY}`, `{"q":"${CANARY}"}`, json],
        ['POST', `${place.path}/conveyances`, `{"means":"${CANARY}","port":"${CANARY}"}`, json],
        [
          'POST',
          '/api/v1/messages',
          CANARY,
          { authorization: `Bearer ${CANARY}`, 'content-type': 'application/edifact' },
        ],
        ['PUT', `${place.path}/preferences/locale`, `{"locale":"${CANARY}"}`, json],
      ]
      for (const [method, path, body, headers] of requests) {
        await visitor.send(method, path, { body, headers })
        answered++
      }
      for (const path of [
        `/find?q=${CANARY}`,
        `/messages?q=${CANARY}`,
        `/consignments/${CANARY}`,
        `/triage?call=${CANARY}`,
        `/${CANARY}`,
      ])
        await visitor.page(`${place.path}${path}`)
      const stranger = new Visitor()
      await stranger.get(`${place.path}/sign-in`)
      for (const password of [`${CANARY}${PASSWORD}`, `${CANARY}'`])
        await stranger.post(`${place.path}/sign-in`, { email: `${CANARY}@example.test`, password })
    })
    assert.equal(answered, 9)
    assert.notInclude(written, CANARY)
    assert.notInclude(written, PASSWORD)
  })

  test('the ear hears: a line with the canary is caught', async ({ assert }) => {
    assert.include(await writtenDuring(async () => logger.error(CANARY)), CANARY)
  })
})
