import { test } from '@japa/runner'
import { execute } from '#platform/tenancy/database'
import { changedDraws, ORDERS } from '#tests/support/changed_draws'
import { faultsOf } from './support/axe.js'
import { Desk } from './support/desk.js'
import { shot } from './support/shots.js'

test.group('Integrity', (group) => {
  group.each.teardown(() => Desk.closeAll())

  test('the auditor sees who was given what, leads to the audit, and takes a file along', async ({
    assert,
    browser,
  }) => {
    const { place, changed } = await changedDraws()
    const desk = await Desk.of(browser, place, 'auditor')
    const { page } = desk
    await desk.go('/arrivals')
    await page.getByRole('link', { name: 'Integrity' }).click()
    await page.getByText('more than chance').waitFor()
    await page.getByText('stands out').first().waitFor()
    assert.deepEqual((await faultsOf(page)).faults, [])
    await shot(page, 'integrity')
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Export as CSV: Officers and consignees' }).click()
    assert.match((await download).suggestedFilename(), /^consignees-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/)
    await page.getByLabel('To', { exact: true }).fill('2026-11-01')
    await page.getByText('No order was drawn in this period.').waitFor()
    await page.goBack()
    await page.getByText(`${ORDERS} orders drawn in this period`).waitFor()
    await page
      .getByRole('table', { name: 'Overrides' })
      .getByRole('link', { name: String(changed) })
      .first()
      .click()
    await page.waitForURL(/\/audit\?/)
    await page.getByText('Change of the drawn inspector asked for').locator('visible=true').first().waitFor()
    assert.deepEqual(desk.witness.complaints, [])

    await place.run(() => execute(`update tenant.officers set locale = 'ar'`))
    for (const look of [
      { dark: true, width: 1440, height: 900 },
      { dark: true, width: 390, height: 844 },
      { width: 390, height: 844 },
    ]) {
      const other = await Desk.of(browser, place, 'auditor', look)
      await other.go('/integrity')
      const seen = await other.page.evaluate(() => ({
        missing: document.body.innerText.match(/⟦[^⟧]*⟧/g) ?? [],
        wide: document.documentElement.scrollWidth - window.innerWidth,
      }))
      assert.deepEqual(seen, { missing: [], wide: 0 })
      assert.deepEqual((await faultsOf(other.page)).faults, [])
      await shot(other.page, 'integrity')
    }
  }).timeout(120_000)
})
