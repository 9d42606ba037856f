import { test } from '@japa/runner'
import { execute } from '#platform/tenancy/database'
import { makeAlert } from '#tests/support/alerts'
import { ask } from '#tests/support/intake'
import { makeAgency } from '#tests/support/referred_world'
import { makePlace } from '#tests/support/world'
import { faultsOf } from './support/axe.js'
import { Desk } from './support/desk.js'
import { shot } from './support/shots.js'

test.group('Referrals', (group) => {
  group.each.teardown(() => Desk.closeAll())

  test('an analyst refers a case, a partner reads and answers it, the analyst withdraws it', async ({
    assert,
    browser,
  }) => {
    const place = await makePlace()
    const { alert } = await makeAlert(place, { band: 'high', score: 80 })
    await makeAgency(place, 'POLICE')
    const desk = await Desk.of(browser, place, 'analyst')
    const { page } = desk
    await (
      await place.as('analyst')
    ).post(`${place.path}/cases`, { title: 'Cotton that weighs too much', alerts: [alert], consignments: [] })
    const [study] = await ask<{ id: string }>(place, `select id from tenant.cases`)
    await desk.go(`/cases/${study!.id}`)
    const card = page.getByRole('region', { name: 'Referrals' })
    await card.getByRole('button', { name: 'Refer' }).click()
    await card.getByLabel('To whom').selectOption({ label: 'Agency POLICE' })
    await card.getByLabel('What for').selectOption('investigation')
    await card.getByLabel('By which law').selectOption('agreement')
    await card.getByLabel('Article, agreement or order').fill('Article 9')
    await card.getByLabel('What is asked').fill('Do you know the consignor?')
    await card.getByRole('checkbox', { name: /consignor and consignee/ }).check()
    await card.getByRole('checkbox', { name: /why it was selected/ }).check()
    await card.getByLabel('Last day').fill(new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10))
    assert.deepEqual((await faultsOf(page)).faults, [])
    await shot(page, 'case-referring')
    await card.getByRole('button', { name: 'Refer' }).last().click()
    await card.getByRole('heading', { name: 'Agency POLICE' }).waitFor()

    const partner = await Desk.of(browser, place, 'partner')
    assert.equal(new URL(partner.page.url()).pathname, `${place.path}/referrals`)
    await shot(partner.page, 'referrals')
    await partner.page.getByRole('link', { name: /investigation/ }).click()
    await partner.page.getByText('Do you know the consignor?').waitFor()
    await partner.page.getByText('TEST EXPORTS INC').waitFor()
    assert.equal(await partner.page.getByText('COTTON SHIRTS').count(), 0, 'cargo was not ticked')
    assert.deepEqual((await faultsOf(partner.page)).faults, [])
    await shot(partner.page, 'referral')
    await partner.page.getByLabel('Result').selectOption('known_to_us')
    await partner.page.getByLabel('In words').fill('Since 2019, twice.')
    await partner.page.getByRole('button', { name: 'Send the answer' }).click()
    await partner.page.getByText('Since 2019, twice.').first().waitFor()

    await page.reload()
    await card.getByText('Since 2019, twice.').waitFor()
    await shot(page, 'case-answered')
    await card.getByRole('button', { name: 'Withdraw' }).click()
    await card.getByLabel('Reason').selectOption('no_longer_needed')
    await card.getByRole('button', { name: 'Withdraw' }).click()
    await card.getByText('withdrawn').first().waitFor()
    await partner.go('/referrals')
    await partner.page.getByText('No case is referred to your agency now.').waitFor()
    assert.deepEqual([...desk.witness.complaints, ...partner.witness.complaints], [])
  }).timeout(120_000)

  test('right to left, dark and on a phone nothing is cut off', async ({ assert, browser }) => {
    const place = await makePlace()
    const { alert, consignment } = await makeAlert(place, { band: 'high', score: 80 })
    const agency = await makeAgency(place, 'POLICE')
    const analyst = await place.as('analyst')
    const opened = await analyst.post(`${place.path}/cases`, { title: 'Cotton', alerts: [alert], consignments: [] })
    await analyst.post(`${opened.location}/referrals`, {
      to: `agency:${agency}`,
      mode: 'ask',
      purpose: 'permit_check',
      basis: 'customs_law',
      basisReference: 'Section 12',
      message: 'Is there a permit?',
      parts: ['consignments', 'parties', 'alert_reasons', 'findings'],
      consignments: [consignment],
      attachments: [],
      until: new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10),
    })
    await place.run(() => execute(`update tenant.officers set locale = 'ar'`))
    const [referral] = await ask<{ id: string }>(place, `select id from tenant.referrals`)
    const screens: [string, string, string][] = [
      ['partner', '/referrals', 'referrals'],
      ['partner', `/referrals/${referral!.id}`, 'referral'],
      ['analyst', opened.location!.replace(place.path, ''), 'case-referred'],
      ['administrator', `/administration/agencies/${agency}`, 'agency'],
      ['administrator', '/administration/units', 'places'],
    ]
    for (const [role, path, name] of screens) {
      const desk = await Desk.of(browser, place, role, { dark: true, width: 390, height: 844 })
      await desk.go(path)
      const seen = await desk.page.evaluate(() => ({
        missing: document.body.innerText.match(/⟦[^⟧]*⟧/g) ?? [],
        wide: document.documentElement.scrollWidth - window.innerWidth,
      }))
      assert.deepEqual(seen, { missing: [], wide: 0 }, name)
      await shot(desk.page, `${name}-phone`)
    }
  }).timeout(90_000)
})
