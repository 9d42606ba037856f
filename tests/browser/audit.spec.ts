import { test } from '@japa/runner'
import AuditDrain from '#app/audit/jobs/audit_drain'
import { recordAction } from '#platform/audit/record'
import { AuditChain } from '#tests/support/audit_chain'
import { makePlace, type Place } from '#tests/support/world'
import { faultsOf } from './support/axe.js'
import { Desk } from './support/desk.js'
import { shot } from './support/shots.js'

/** Some acts of the desk, sealed, and one that waits. */
async function audited(): Promise<Place> {
  const place = await makePlace()
  const chain = new AuditChain(place)
  const alert = { kind: 'alert', id: '019aa000-0000-7000-8000-000000000003' }
  await chain.anchor()
  await place.run(async () => {
    await recordAction({ action: 'alert.claimed', subject: alert })
    await recordAction({ action: 'alert.dismissed', subject: alert, data: { reason: 'other' } })
    await recordAction({
      action: 'watch_list.opened',
      subject: { kind: 'watch_list', id: alert.id },
      data: { page: 1 },
    })
  }, 'analyst')
  await chain.write(3)
  await chain.act(1)
  return place
}

const LOOKS = [
  { locale: 'en' as const, width: 1280, height: 800 },
  { locale: 'ar' as const, width: 390, height: 844, dark: true },
  { locale: 'fr' as const, width: 320, height: 640 },
]

test.group('Audit', (group) => {
  let place: Place
  group.setup(async () => {
    place = await audited()
  })
  group.each.teardown(() => Desk.closeAll())

  test('{locale} at {width} px: nothing is missing, nothing scrolls sideways, axe finds nothing')
    .with(LOOKS)
    .run(async ({ assert, browser }, look) => {
      const desk = await Desk.of(browser, place, 'auditor', look)
      await desk.go('/audit')
      const seen = await desk.page.evaluate(() => ({
        missing: document.body.innerText.match(/⟦[^⟧]*⟧/g) ?? [],
        wide: document.documentElement.scrollWidth - window.innerWidth,
      }))
      assert.deepEqual(seen, { missing: [], wide: 0 })
      await shot(desk.page, 'audit')
      assert.deepEqual((await faultsOf(desk.page)).faults, [])
      await desk.page.locator('tbody button').first().click()
      await desk.page.getByRole('dialog').waitFor()
      await shot(desk.page, 'audit-entry')
      assert.deepEqual((await faultsOf(desk.page)).faults, [])
      assert.deepEqual(desk.witness.complaints, [])
    })

  test('an auditor finds an act by keyboard, opens it, and asks whether the chain is whole', async ({
    assert,
    browser,
  }) => {
    const desk = await Desk.of(browser, place, 'auditor', { locale: 'en' })
    await desk.go('/audit')
    await desk.page.getByLabel('What', { exact: true }).selectOption('alert.dismissed')
    await desk.page.waitForURL(/action=alert\.dismissed/)
    const act = desk.page.getByRole('button', { name: 'Alert dismissed' })
    await act.focus()
    await desk.page.keyboard.press('Enter')
    const pane = desk.page.getByRole('dialog')
    await pane.getByText('Hash', { exact: true }).waitFor()
    assert.include(await pane.innerText(), 'other')
    await desk.page.keyboard.press('Escape')
    await pane.waitFor({ state: 'hidden' })
    await desk.page.getByRole('button', { name: 'Verify now' }).click()
    await desk.page.getByText('Verification asked for').waitFor()
    await place.run(() => new AuditDrain().execute())
    await desk.page.getByText('entries are whole').waitFor()
    assert.deepEqual(desk.witness.complaints, [])
  })

  test('who may not read it sees no entry of the menu', async ({ assert, browser }) => {
    const desk = await Desk.of(browser, place, 'analyst', { locale: 'en' })
    assert.equal(await desk.page.getByRole('link', { name: 'Audit', exact: true }).count(), 0)
  })
})
