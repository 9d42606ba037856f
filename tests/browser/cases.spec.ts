import { test } from '@japa/runner'
import { execute } from '#platform/tenancy/database'
import { makeAlert } from '#tests/support/alerts'
import { ask } from '#tests/support/intake'
import { makePlace } from '#tests/support/world'
import { faultsOf } from './support/axe.js'
import { Desk } from './support/desk.js'
import { shot } from './support/shots.js'

test.group('Cases', (group) => {
  group.each.teardown(() => Desk.closeAll())

  test('opened from a consignment, studied, held by two, and closed', async ({ assert, browser }) => {
    const place = await makePlace()
    const { consignment } = await makeAlert(place, { band: 'high', score: 80 })
    const desk = await Desk.of(browser, place, 'analyst')
    const { page } = desk
    await desk.go(`/consignments/${consignment}`)
    await page.getByRole('button', { name: 'Open a case' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Title').fill('Cotton that weighs too much')
    assert.deepEqual((await faultsOf(page)).faults, [])
    await dialog.getByRole('button', { name: 'Open a case' }).click()
    await page.getByRole('button', { name: 'Take it' }).click()
    await page.getByRole('button', { name: 'Begin the analysis' }).click()
    await page.getByRole('textbox', { name: 'Write a note' }).fill('The weight does not fit forty cartons.')
    await page.getByRole('button', { name: 'Keep the note' }).click()
    await page.getByText('The weight does not fit forty cartons.').first().waitFor()
    await page.getByRole('button', { name: 'Add a task' }).click()
    await page.getByLabel('What', { exact: true }).fill('Ask the line for the packing list')
    await page.getByRole('button', { name: 'Add a task' }).click()
    await page.getByText('Ask the line for the packing list').first().waitFor()
    await page.getByRole('button', { name: 'Request a hold' }).click()
    await page.getByLabel('Why').fill('weighs twice what was filed')
    await page.getByRole('button', { name: 'Request a hold' }).last().click()
    await page.getByText('Hold requested').first().waitFor()
    // Without the toast, whose library hides its edges from readers and not from the keyboard.
    await page.reload()
    assert.deepEqual((await faultsOf(page)).faults, [])
    await shot(page, 'case')

    const [study] = await ask<{ id: string }>(place, `select id from tenant.cases`)
    const above = await Desk.of(browser, place, 'supervisor')
    await above.go('/cases?view=waiting')
    await above.page.getByRole('link', { name: /Cotton that weighs too much/ }).click()
    await above.page.getByRole('button', { name: 'Approve the hold' }).click()
    await above.page.getByRole('button', { name: 'Approve the hold' }).last().click()
    await above.page.getByText('On hold').first().waitFor()
    await above.page.reload()
    assert.deepEqual((await faultsOf(above.page)).faults, [])
    const [held] = await ask<{ disposition: string }>(
      place,
      `select disposition from tenant.cases where id = '${study!.id}'`
    )
    assert.equal(held!.disposition, 'on_hold')
    assert.deepEqual([...desk.witness.complaints, ...above.witness.complaints], [])
  }).timeout(120_000)

  test('right to left, dark and on a phone nothing is cut off', async ({ assert, browser }) => {
    const place = await makePlace()
    const { alert } = await makeAlert(place, { band: 'high', score: 80 })
    await (
      await place.as('analyst')
    ).post(`${place.path}/cases`, { title: 'Cotton', alerts: [alert], consignments: [] })
    await place.run(() => execute(`update tenant.officers set locale = 'ar'`))
    const [study] = await ask<{ id: string }>(place, `select id from tenant.cases`)
    const desk = await Desk.of(browser, place, 'supervisor', { dark: true, width: 390, height: 844 })
    for (const path of ['/cases', `/cases/${study!.id}`]) {
      await desk.go(path)
      const seen = await desk.page.evaluate(() => ({
        missing: document.body.innerText.match(/⟦[^⟧]*⟧/g) ?? [],
        wide: document.documentElement.scrollWidth - window.innerWidth,
      }))
      assert.deepEqual(seen, { missing: [], wide: 0 })
      await shot(desk.page, path === '/cases' ? 'cases-phone' : 'case-phone')
    }
    const card = desk.page.getByRole('region', { name: 'المستخرجات القضائية' })
    await card.getByRole('button').click()
    await card.locator('select[name=basis]').scrollIntoViewIfNeeded()
    assert.deepEqual((await faultsOf(desk.page)).faults, [])
    assert.equal(await desk.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), 0)
    await shot(desk.page, 'court-form-phone')
  }).timeout(60_000)
})
