import { randomUUID } from 'node:crypto'
import { Secret } from 'otpauth'
import ace from '@adonisjs/core/services/ace'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { createOperator } from '#app/control/published'
import { setClock } from '#platform/identity/clock'
import { codeOf } from '#tests/support/factors'
import { Visitor } from '#tests/support/visitor'
import { PASSWORD } from '#tests/support/world'

const STEP = 30_000

async function makeOperator(requiresSecondFactor: boolean): Promise<string> {
  const email = `operator.${randomUUID()}@example.test`
  await createOperator({ email, name: 'Operator Person', locale: 'en', password: PASSWORD, requiresSecondFactor })
  return email
}
async function signIn(email: string): Promise<{ visitor: Visitor; location: string | null }> {
  const visitor = new Visitor()
  await visitor.get('/platform/sign-in')
  const { location } = await visitor.post('/platform/sign-in', { email, password: PASSWORD })
  if (location) await visitor.page(location)
  return { visitor, location }
}
const actsOf = async (email: string) => {
  const { id } = await db.connection('control').from('control.operators').where('email', email).firstOrFail()
  const rows = await db.connection('control').from('control.audit_entries').where('subject_id', id).orderBy('id')
  return rows.map((row: { action: string }) => row.action)
}

test.group('Identity | operators', (group) => {
  group.each.teardown(() => setClock(null))

  test('every operator sets up a factor, is asked for it, and is let in again from the machine when it is lost', async ({
    assert,
  }) => {
    let at = Math.floor(Date.now() / STEP) * STEP + 15_000
    setClock(() => at)
    const email = await makeOperator(true)
    const first = await signIn(email)
    assert.equal(first.location, '/platform/second-factor')
    const page = await first.visitor.page('/platform/second-factor/enrol')
    const secret = (page.json.props.secret as string).replace(/\s/g, '')
    const seed = Buffer.from(Secret.fromBase32(secret).bytes)
    const done = await first.visitor.post('/platform/second-factor/enrol/code', { code: codeOf(seed, at) })
    assert.equal(done.json.next, '/platform/second-factor/recovery-codes')
    assert.equal((await first.visitor.page('/platform/administrations')).status, 200)

    at += STEP
    const second = await signIn(email)
    assert.equal(second.location, '/platform/second-factor')
    assert.equal((await second.visitor.page('/platform/administrations')).location, '/platform/second-factor')
    const opened = await second.visitor.post('/platform/second-factor/code', { code: codeOf(seed, at) })
    assert.equal(opened.json.next, '/platform/administrations')
    const ended = await first.visitor.page('/platform/administrations')
    assert.equal(ended.location, '/platform/sign-in?notice=replaced', 'one session at a time')

    const command = await ace.exec('operators:reset-factor', [`--email=${email}`])
    assert.equal(command.exitCode, 0)
    assert.equal((await second.visitor.page('/platform/administrations')).location, '/platform/sign-in?notice=ended')
    const third = await signIn(email)
    assert.equal((await third.visitor.page('/platform/second-factor')).location, '/platform/second-factor/enrol')
    assert.includeMembers(await actsOf(email), [
      'operator.factor_added',
      'operator.session_started',
      'operator.factor_reset',
    ])
  })

  test('a reset for nobody says so', async ({ assert }) => {
    const command = await ace.exec('operators:reset-factor', ['--email=nobody@example.test'])
    assert.equal(command.exitCode, 1)
  })

  test('an idle console closes after ten minutes', async ({ assert }) => {
    const { visitor } = await signIn(await makeOperator(false))
    const start = Date.now()
    setClock(() => start + 9 * 60_000)
    assert.equal((await visitor.page('/platform/account')).status, 200)
    setClock(() => start + 20 * 60_000)
    assert.equal((await visitor.page('/platform/account')).location, '/platform/sign-in')
  })
})
