import { test } from '@japa/runner'
import { cuscar } from '#tests/support/fixtures/cuscar_message'
import { file } from '#tests/support/intake'
import { makePlace } from '#tests/support/world'
import { Desk } from './support/desk.js'
import { shot } from './support/shots.js'

test.group('Senders', (group) => {
  group.each.teardown(() => Desk.closeAll())

  test('made known, given its answers, looked at, closed and opened again', async ({ assert, browser }) => {
    const place = await makePlace({ country: 'GT', plugins: ['guatemala'] })
    await file(place, cuscar({ bills: [{ number: 'A' }] }))
    const { page, witness, go } = await deskOf(browser, place)
    await go('/administration/senders')
    await page.getByRole('link', { name: 'SEABRIDGE' }).waitFor()
    await shot(page, 'senders')
    await page.getByRole('button', { name: 'New sender' }).click()
    await page.getByLabel('Code', { exact: true }).fill('SEABRIDGE')
    await page.getByLabel('Name', { exact: true }).fill('Carga del Norte')
    await page.getByRole('button', { name: 'Make it known' }).click()
    await page.getByText('A sender with the code SEABRIDGE is known already.').waitFor()
    await page.getByLabel('Code', { exact: true }).fill('7400000000017')
    await page.getByRole('button', { name: 'Make it known' }).click()
    await page.waitForURL(/\/senders\/[0-9a-f-]{36}/)
    await page.getByText('No message of it yet.').first().waitFor()

    await page.getByRole('checkbox', { name: 'CUSRES answer to each manifest' }).check()
    await page.getByRole('checkbox', { name: 'ports of transhipment', exact: true }).check()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved').first().waitFor()
    await page.getByRole('link', { name: 'Senders' }).last().click()
    await page
      .getByRole('row', { name: /Carga del Norte/ })
      .getByText('CUSRES answer to each manifest')
      .waitFor()
    await page.getByRole('searchbox', { name: 'Code or name' }).fill('nobody')
    await page.getByRole('searchbox', { name: 'Code or name' }).press('Enter')
    await page.getByText('No sender fits this filter.').waitFor()
    await page.getByRole('button', { name: 'Clear the filter' }).click()

    await page.getByRole('link', { name: 'SEABRIDGE' }).click()
    await page.getByText(/of 1 accepted as sent/).waitFor()
    await shot(page, 'sender')
    await page.getByRole('button', { name: 'Close this sender' }).click()
    await page.getByText('Messages that name it and come another way are still read.').waitFor()
    await page.getByRole('button', { name: 'Close this sender' }).click()
    await page.getByText(/closed since/).waitFor()
    await page.getByRole('button', { name: 'Open it again' }).click()
    await page.getByRole('button', { name: 'Close this sender' }).waitFor()
    assert.deepEqual(witness.complaints, [])
  }).timeout(120_000)

  test('what is printed carries the letterhead of the own country, and of no other', async ({ assert, browser }) => {
    const heads: string[] = []
    for (const options of [
      { country: 'GT', plugins: ['guatemala'] },
      { country: 'JM', plugins: ['guatemala'] },
    ]) {
      const place = await makePlace(options)
      const { page, go } = await deskOf(browser, place)
      await go('/administration/senders')
      assert.isFalse(await page.locator('.print-head').isVisible())
      await page.emulateMedia({ media: 'print' })
      heads.push((await page.locator('.print-head').innerText()).replace(place.administration.name, 'its name'))
      assert.isFalse(await page.locator('aside').first().isVisible())
    }
    assert.deepEqual(heads, ['Tax Administration Superintendence (SAT)\n\nCustoms, Guatemala', 'its name'])
  }).timeout(120_000)
})

const deskOf = async (browser: Parameters<typeof Desk.of>[0], place: Parameters<typeof Desk.of>[1]) => {
  const desk = await Desk.of(browser, place, 'data_steward')
  return { page: desk.page, witness: desk.witness, go: (path: string) => desk.go(path) }
}
