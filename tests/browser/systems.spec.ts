import { test } from '@japa/runner'
import InstructionsDrain from '#app/casework/instructions/jobs/instructions_drain'
import env from '#start/env'
import { makeAlert } from '#tests/support/alerts'
import { ask } from '#tests/support/intake'
import { Receiver } from '#tests/support/webhooks/receiver'
import { makePlace } from '#tests/support/world'
import { Desk } from './support/desk.js'
import { shot } from './support/shots.js'

test.group('Connected systems', (group) => {
  const receiver = new Receiver()
  group.setup(async () => {
    await receiver.listen()
    env.set('LANDFALL_EGRESS_ALLOW', '127.0.0.1')
    return async () => {
      env.set('LANDFALL_EGRESS_ALLOW', '')
      await receiver.close()
    }
  })
  group.each.teardown(() => Desk.closeAll())

  test('connected, given a secret, tried, switched on; the case shows what it was told', async ({
    assert,
    browser,
  }) => {
    const place = await makePlace()
    const desk = await Desk.of(browser, place, 'administrator')
    const { page, witness } = desk
    await desk.go('/administration/systems')
    await page.getByText('No system is connected.').waitFor()
    await page.getByRole('button', { name: 'New system' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Kingston terminal')
    await page.getByLabel('Address', { exact: true }).fill(receiver.url)
    await page.getByRole('button', { name: 'Connect it' }).click()
    await page.getByRole('button', { name: 'Make the secret' }).click()
    receiver.secret = (await page.locator('[data-once]').textContent())!.trim()
    await page.getByRole('link', { name: 'I have kept it' }).click()
    await page.getByRole('button', { name: 'Send a test' }).click()
    await page
      .getByText(/Answered 204 after/)
      .first()
      .waitFor()
    await page.getByRole('checkbox', { name: /Switched on/ }).check()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved').first().waitFor()

    const { alert } = await makeAlert(place, { band: 'high', score: 80 })
    const opened = await (
      await place.as('analyst')
    ).post(`${place.path}/cases`, { title: 'Cotton that weighs too much', alerts: [alert], consignments: [] })
    const path = opened.location!
    for (const [role, code] of [
      ['analyst', 'assign'],
      ['analyst', 'begin_analysis'],
      ['analyst', 'request_hold'],
      ['supervisor', 'hold'],
    ] as const) {
      const [row] = await ask<{ version: number }>(place, `select version from tenant.cases`)
      const body = { version: row!.version, reason: '', note: 'weight does not fit', outcome: '', officer: '' }
      await (await place.as(role)).post(`${path}/acts/${code}`, body)
    }
    const supervisor = await Desk.of(browser, place, 'supervisor')
    await supervisor.go(path.replace(place.path, ''))
    const card = supervisor.page.getByRole('region', { name: 'Instructions' })
    await card.getByText('On its way').waitFor()
    await place.run(() => new InstructionsDrain().drain())
    await card.getByText('Delivered, not answered').waitFor()
    await place.run(() => new InstructionsDrain().drain(new Date(Date.now() + 31 * 60_000)))
    await card.getByText('Not answered in time').waitFor()
    await shot(supervisor.page, 'case-instructions')
    await page.reload()
    await page.getByText('Not answered in time').waitFor()
    await shot(page, 'system')
    assert.deepEqual(
      receiver.heard.map(({ taken }) => taken),
      ['taken', 'taken']
    )
    assert.deepEqual([...witness.complaints, ...supervisor.witness.complaints], [])
  }).timeout(120_000)
})
