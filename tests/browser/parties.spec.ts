import { test } from '@japa/runner'
import { execute } from '#platform/tenancy/database'
import { cuscar } from '#tests/support/fixtures/cuscar_message'
import { ask, file } from '#tests/support/intake'
import { makePlace, type Place } from '#tests/support/world'
import { faultsOf } from './support/axe.js'
import { Desk } from './support/desk.js'
import { shot } from './support/shots.js'

const furnish = async (): Promise<Place> => {
  const place = await makePlace()
  const bill = (number: string, consignee: string) => ({ number, consignee })
  const bills = [
    bill('PB1', 'Blue Mahoe Interiors'),
    bill('PB2', 'Blue Maho Interiors'),
    bill('PB3', 'Fern Gully Foods'),
  ]
  await file(place, cuscar({ sender: 'ALPHA', document: 'P1', bills }))
  return place
}

test.group('Parties', (group) => {
  group.each.teardown(() => Desk.closeAll())

  test('found by name, merged with its twin for a reason, and taken back', async ({ assert, browser }) => {
    const place = await furnish()
    const desk = await Desk.of(browser, place, 'supervisor')
    const { page } = desk
    await desk.go('/parties')
    assert.deepEqual((await faultsOf(page)).faults, [])
    await page.getByRole('searchbox').fill('blue')
    await page.getByRole('searchbox').press('Enter')
    await page.getByText(/Names that begin with/).waitFor()
    await shot(page, 'parties')
    await page.getByRole('link', { name: 'Blue Mahoe Interiors' }).click()
    await page.getByText('Name nearly the same').waitFor()
    assert.deepEqual((await faultsOf(page)).faults, [])
    await page.getByRole('button', { name: 'Merge' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Why').fill('one registration, two spellings')
    assert.deepEqual((await faultsOf(page)).faults, [])
    await shot(page, 'party-merge')
    await dialog.getByRole('button', { name: 'Merge the two' }).click()
    await page.getByRole('heading', { name: 'What people decided' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: 'What people decided' }).waitFor()
    await shot(page, 'party-merged')
    assert.deepEqual((await faultsOf(page)).faults, [])
    await page.getByRole('button', { name: 'Take back' }).click()
    await dialog.getByLabel('Why').fill('looked again')
    await dialog.getByRole('button', { name: 'Take back' }).click()
    await page.getByText(/Taken back by/).waitFor()
    assert.deepEqual(desk.witness.complaints, [])
  }).timeout(120_000)

  test('right to left, dark and on a phone nothing is cut off', async ({ assert, browser }) => {
    const place = await furnish()
    await place.run(() => execute(`update tenant.officers set locale = 'ar'`))
    const [one] = await ask<{ id: string }>(
      place,
      `select identity as id from tenant.identity_keys order by key limit 1`
    )
    const desk = await Desk.of(browser, place, 'supervisor', { dark: true, width: 390, height: 844 })
    for (const path of ['/parties', `/parties/${one!.id}`]) {
      await desk.go(path)
      const seen = await desk.page.evaluate(() => ({
        missing: document.body.innerText.match(/⟦[^⟧]*⟧/g) ?? [],
        wide: document.documentElement.scrollWidth - window.innerWidth,
      }))
      assert.deepEqual(seen, { missing: [], wide: 0 })
      await shot(desk.page, path === '/parties' ? 'parties-phone' : 'party-phone')
    }
    assert.deepEqual(desk.witness.complaints, [])
  }).timeout(120_000)
})
