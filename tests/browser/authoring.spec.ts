import { test } from '@japa/runner'
import { firstRow } from '#platform/tenancy/database'
import { makePlace } from '#tests/support/world'
import { Desk } from './support/desk.js'
import { shot } from './support/shots.js'

test.group('Profiles and tables', (group) => {
  group.each.teardown(() => Desk.closeAll())

  test('an author saves a revision, another person publishes it', async ({ assert, browser }) => {
    const place = await makePlace()
    const author = await Desk.of(browser, place, 'profile_author')
    await author.go('/profiles')
    await author.page.getByRole('button', { name: 'New profile' }).click()
    await author.page.getByLabel('Name').fill('Transit under a false ceiling')
    await author.page.getByRole('button', { name: 'Create draft' }).click()
    await author.page.waitForURL(/\/profiles\/[0-9a-f-]{36}/)
    await author.page.getByLabel('Add a condition').first().selectOption('fact:consignment.nature')
    await author.page.getByLabel('Value').first().selectOption('transit')
    await author.page
      .getByText(/nature of the cargo is .?transit/i)
      .first()
      .waitFor()
    await author.page.getByText('No condition gives points or alerts. Give one.').waitFor()
    await author.page.getByLabel('Points').fill('25')
    await author.page.getByLabel('Points').press('Tab')
    await author.page.getByText('No condition gives points or alerts. Give one.').waitFor({ state: 'hidden' })
    await shot(author.page, 'profile-draft')
    await author.page.getByRole('button', { name: 'Save as a new revision' }).click()
    await author.page.waitForURL(/revision=2/)
    assert.isFalse(await author.page.getByRole('button', { name: /^Publish/ }).isVisible())

    const approver = await Desk.of(browser, place, 'profile_approver')
    await approver.page.goto(author.page.url())
    await approver.page.getByRole('button', { name: 'Publish revision 2' }).click()
    await approver.page.getByRole('button', { name: 'Publish now' }).click()
    await approver.page.getByText('Live, revision 2').waitFor()
    const live = await place.run(() =>
      firstRow<{ live_revision: number }>(
        `select live_revision from tenant.profiles where name = 'Transit under a false ceiling'`
      )
    )
    assert.equal(live?.live_revision, 2)
    assert.deepEqual([...author.witness.complaints, ...approver.witness.complaints], [])
  })

  test('a table gets a new edition and keeps the old one', async ({ assert, browser }) => {
    const place = await makePlace()
    const author = await Desk.of(browser, place, 'profile_author')
    await author.go('/reference-lists/weak_ports')
    await author.page.getByRole('button', { name: 'Change' }).click()
    await author.page.getByRole('button', { name: 'Add row' }).click()
    const port = author.page.locator('tbody tr').first().getByRole('textbox', { name: 'Port' })
    await port.fill('usmia')
    await port.press('Tab')
    await author.page.locator('tbody tr').first().getByRole('combobox', { name: 'Class' }).selectOption('C')
    await author.page.getByLabel('What changed').fill('Miami under watch')
    await author.page.getByRole('button', { name: 'Save new edition' }).click()
    await author.page.getByRole('button', { name: 'Change' }).waitFor()
    assert.equal(await author.page.getByLabel('Edition').inputValue(), '2')
    assert.isTrue(await author.page.locator('td').getByText('USMIA').first().isVisible())
    await author.page.getByLabel('Edition').selectOption('1')
    await author.page.waitForURL(/edition=1/)
    assert.equal(await author.page.locator('td').getByText('USMIA', { exact: true }).count(), 0)
    assert.deepEqual(author.witness.complaints, [])
  })
})
