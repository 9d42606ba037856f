import { test } from '@japa/runner'
import type { Browser } from 'playwright'
import { execute } from '#platform/tenancy/database'
import { makeAlert } from '#tests/support/alerts'
import { codeOf } from '#tests/support/factors'
import { engage, senderOf, type FilerPerson } from '#tests/support/filers'
import { ask } from '#tests/support/intake'
import { makePlace, PASSWORD, type Place } from '#tests/support/world'
import { faultsOf } from './support/axe.js'
import { Desk, type DeskOptions } from './support/desk.js'
import { shot } from './support/shots.js'

/** A filer's screen, signed in through both steps of its own door. */
async function filerDesk(
  browser: Browser,
  place: Place,
  person: FilerPerson,
  options: DeskOptions = {}
): Promise<Desk> {
  const desk = await Desk.open(browser, place.path, options)
  await desk.go('/filer/sign-in')
  await shot(desk.page, 'filer-sign-in')
  await desk.signIn(person.email, PASSWORD)
  await desk.page.locator('input[name=code]').fill(codeOf(person.seed))
  await desk.page.locator('button[type=submit]').first().click()
  await desk.page.waitForURL((url) => url.pathname.endsWith('/filer/questions'))
  await desk.page.locator('main h1').first().waitFor()
  return desk
}

async function studied() {
  const place = await makePlace()
  const { alert, consignment, number } = await makeAlert(place, { band: 'high', score: 80 })
  const analyst = await place.as('analyst')
  await analyst.post(`${place.path}/cases`, { title: 'Cotton that weighs too much', alerts: [alert], consignments: [] })
  const [study] = await ask<{ id: string }>(place, `select id from tenant.cases`)
  const person = await engage(place, await senderOf(place, consignment))
  return { place, study: study!.id, consignment, bill: `BILL${number}`, person }
}

test.group('Questions to filers', (group) => {
  group.each.teardown(() => Desk.closeAll())

  test('an officer asks, the filer answers with a file, the officer sees it', async ({ assert, browser }) => {
    const { place, study, bill, person } = await studied()
    const desk = await Desk.of(browser, place, 'analyst')
    const { page } = desk
    await desk.go(`/cases/${study}`)
    await page.getByRole('button', { name: 'Take it' }).click()
    await page.getByRole('button', { name: 'Begin the analysis' }).click()
    await page.getByRole('button', { name: 'Ask the filer' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Packing list').check()
    await dialog.getByLabel('Words to the filer').fill('The one of the factory, please.')
    await shot(page, 'ask-filer')
    assert.deepEqual((await faultsOf(page)).faults, [])
    await dialog.getByRole('button', { name: 'Ask now' }).click()
    await page.getByText('Awaiting a reply').first().waitFor()

    const outside = await filerDesk(browser, place, person)
    await outside.page.getByText('asks 1 question').waitFor()
    assert.deepEqual((await faultsOf(outside.page)).faults, [])
    await shot(outside.page, 'filer-questions')
    await outside.page.keyboard.press('j')
    await outside.page.keyboard.press('k')
    await outside.page.keyboard.press('Enter')
    await outside.page.getByText(bill).waitFor()
    await outside.page.locator('input[type=file]').setInputFiles({
      name: 'packing list.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(`%PDF-1.7\n${'x'.repeat(64)}\n%%EOF\n`),
    })
    await outside.page.getByRole('link', { name: 'packing list.pdf' }).waitFor()
    await outside.page.getByLabel('Here is what was asked').check()
    await outside.page.getByLabel('Details').fill('Forty cartons, as packed.')
    await outside.page.reload()
    await outside.page.getByLabel('Here is what was asked').check()
    await outside.page.getByLabel('Details').fill('Forty cartons, as packed.')
    assert.deepEqual((await faultsOf(outside.page)).faults, [])
    await shot(outside.page, 'filer-question')
    await outside.page.keyboard.press('Control+Enter')
    await outside.page.getByText('What you answered').first().waitFor()

    // The page of the case hears of it by itself.
    await page.getByText('Forty cartons, as packed.').waitFor()
    await page.getByRole('link', { name: 'packing list.pdf' }).waitFor()
    await page.reload()
    assert.deepEqual((await faultsOf(page)).faults, [])
    await shot(page, 'case-answered')
    assert.deepEqual([...desk.witness.complaints, ...outside.witness.complaints], [])
  }).timeout(180_000)

  test('right to left, dark and on a phone nothing is cut off', async ({ assert, browser }) => {
    const { place, study, consignment, person } = await studied()
    const analyst = await place.as('analyst')
    const act = { reason: '', note: '', outcome: '', officer: '' }
    await analyst.post(`${place.path}/cases/${study}/acts/assign`, { ...act, version: 1 })
    await analyst.post(`${place.path}/cases/${study}/acts/begin_analysis`, { ...act, version: 2 })
    const question = { kind: 'rfi', consignments: [consignment], items: ['goods_description', 'consignor', 'invoice'] }
    await analyst.post(`${place.path}/cases/${study}/questions`, {
      ...question,
      ...{ version: 3, note: 'Please be exact.', due: '', reason: '', because: '' },
    })
    await place.run(() => execute(`update tenant.officers set locale = 'ar'`))
    const [{ id }] = (await ask<{ id: string }>(place, `select id from tenant.questions`)) as [{ id: string }]
    const looks: DeskOptions = { dark: true, width: 390, height: 844 }
    const filer = await filerDesk(browser, place, person, looks)
    const supervisor = await Desk.of(browser, place, 'supervisor', looks)
    const administrator = await Desk.of(browser, place, 'administrator', looks)
    const pages: [Desk, string, string][] = [
      [filer, '/filer/questions', 'filer-questions'],
      [filer, '/filer/questions?view=over', 'filer-over'],
      [filer, `/filer/questions/${id}`, 'filer-question'],
      [filer, '/filer/account', 'filer-account'],
      [supervisor, `/cases/${study}`, 'case-asked'],
      [administrator, '/administration/filers', 'filers'],
      [administrator, '/administration/questions', 'question-terms'],
    ]
    for (const [desk, path, name] of pages) {
      await desk.go(path)
      const seen = await desk.page.evaluate(() => ({
        missing: document.body.innerText.match(/⟦[^⟧]*⟧/g) ?? [],
        wide: document.documentElement.scrollWidth - window.innerWidth,
      }))
      assert.deepEqual({ name, ...seen }, { name, missing: [], wide: 0 })
      assert.deepEqual((await faultsOf(desk.page)).faults, [], name)
      await shot(desk.page, name)
    }
    assert.deepEqual(
      [filer, supervisor, administrator].flatMap((desk) => desk.witness.complaints),
      []
    )
  }).timeout(180_000)

  test('an administrator invites somebody for a sender and shuts them out again', async ({ assert, browser }) => {
    const { place, person } = await studied()
    const desk = await Desk.of(browser, place, 'administrator')
    await desk.go('/administration/filers')
    await desk.page.getByRole('button', { name: 'Invite somebody' }).click()
    const dialog = desk.page.getByRole('dialog')
    await dialog.getByLabel('Sender').selectOption({ index: 1 })
    await dialog.getByLabel('Name').fill('Joan Okoro')
    await dialog.getByLabel('Mail address').fill('joan@line.test')
    await dialog.getByRole('button', { name: 'Send invitation' }).click()
    await desk.page.getByText('joan@line.test').waitFor()
    await desk.page.getByRole('button', { name: 'Shut out, filer person' }).click()
    await desk.page.getByRole('button', { name: 'Let in again, filer person' }).waitFor()
    await desk.page.reload()
    assert.deepEqual((await faultsOf(desk.page)).faults, [])
    await shot(desk.page, 'filers')
    await desk.go('/administration/questions')
    assert.deepEqual((await faultsOf(desk.page)).faults, [])
    await shot(desk.page, 'question-terms')
    const [row] = await ask<{ state: string }>(place, `select state from tenant.officers where id = '${person.id}'`)
    assert.equal(row!.state, 'disabled')
    assert.deepEqual(desk.witness.complaints, [])
  }).timeout(120_000)
})
