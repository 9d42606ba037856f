import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import type { Page } from 'playwright'
import CourtFilesDrain from '#app/casework/court/jobs/court_files_drain'
import type { CourtContent } from '#app/casework/court/content'
import { sealBacklog } from '#platform/audit/sealer'
import { celebrate, kingston } from '#tests/support/celebration_case'
import { ask } from '#tests/support/intake'
import { enclosedIn } from '#tests/support/pdf_reader'
import { Desk } from './support/desk.js'
import { shot } from './support/shots.js'

const PHONE = { width: 390, height: 844 }
const TITLE = 'Tiles in a reefer, Northern Celebration'
const REASONS = ['R01', 'R02', 'R03', 'C01', 'C10', 'E01', 'P08', 'P10']

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
/** The act, and the same word again where its form asks before it does it. */
async function act(page: Page, name: string): Promise<void> {
  await button(page, name).click()
  await page.locator('form').getByRole('button', { name, exact: true }).click()
}

/** Done-when 1 of the desk: from the alert to the seizure, to the court, and into what the next inspector reads first. */
test.group('Northern Celebration, from alert to closing', (group) => {
  group.each.teardown(() => Desk.closeAll())

  test('held by two, inspected, heroin in the reefer unit, seized, written out, closed; the next order knows', async ({
    assert,
    browser,
  }) => {
    const { place } = await kingston()
    const { consignment } = await celebrate(place)

    // The analyst: from the alert to a case, and a hold to ask for.
    const analyst = await Desk.of(browser, place, 'analyst')
    const { page } = analyst
    await analyst.go('/triage')
    await page.locator('[id^=row-]').first().waitFor()
    await page.keyboard.press('o')
    await page.waitForURL((url) => url.pathname.endsWith(`/consignments/${consignment}`))
    await page.getByRole('heading', { name: 'Why 163' }).waitFor()
    await button(page, 'Open a case').click()
    const opening = page.getByRole('dialog')
    await opening.getByLabel('Title').fill(TITLE)
    await opening.getByRole('button', { name: 'Open a case' }).click()
    await button(page, 'Take it').click()
    await button(page, 'Begin the analysis').click()
    await page.getByRole('textbox', { name: 'Write a note' }).fill('Tiles need no cooling; the pair never shipped any.')
    await button(page, 'Keep the note').click()
    await page.getByText('Tiles need no cooling').first().waitFor()
    await button(page, 'Request a hold').click()
    await page.getByLabel('Why').fill('dry goods in a cooled box')
    await page.locator('form').getByRole('button', { name: 'Request a hold' }).click()
    await page.getByText('Hold requested').first().waitFor()
    const study = new URL(page.url()).pathname.replace(place.path, '')

    // The supervisor: a second person holds it, and the port is told.
    const supervisor = await Desk.of(browser, place, 'supervisor')
    await supervisor.go('/cases?view=waiting')
    await supervisor.page.getByRole('link', { name: TITLE }).click()
    await act(supervisor.page, 'Approve the hold')
    await supervisor.page.getByText('On hold').first().waitFor()
    await supervisor.page.getByRole('region', { name: 'Instructions' }).getByText('Hold', { exact: true }).waitFor()

    // The analyst orders the inspection; who goes is drawn.
    await analyst.go(study)
    await button(page, 'Order inspection').click()
    await orderIn(page)
    await page.getByText('Inspection ordered').first().waitFor()

    // The inspector, on a phone, not knowing why.
    const inspector = await Desk.of(browser, place, 'inspector', PHONE)
    await inspectReefer(inspector)
    assert.notInclude(await inspector.page.locator('main').innerText(), 'alert')

    // The supervisor, who did not inspect, confirms the outcome and takes enforcement.
    await supervisor.go('/inspections?view=review')
    await supervisor.page
      .getByText(/Order .?1/)
      .first()
      .click()
    await act(supervisor.page, 'Confirm the outcome')
    await supervisor.page.getByText(/confirmed by .?supervisor person/).waitFor()
    await supervisor.go(study)
    await act(supervisor.page, 'Take enforcement')
    await supervisor.page.getByText('The goods are seized').waitFor()

    // The court file, by a fresh proof of who asks.
    await sealBacklog(place.administration)
    const fresh = await Desk.of(browser, place, 'supervisor')
    const pdf = await courtFile(fresh, study, () => place.run(() => new CourtFilesDrain().execute()))
    const content = JSON.parse(enclosedIn(pdf).toString()) as CourtContent
    const [kept] = await ask<{ sha256: string }>(place, `select sha256 from tenant.court_files where version = 1`)
    assert.equal(createHash('sha256').update(pdf).digest('hex'), kept!.sha256)
    assert.deepEqual(
      content.alerts[0]!.reasons.map(({ code }) => code),
      REASONS
    )
    assert.deepInclude(content.orders[0]!.findings[0], { what: 'narcotics', place: 'reefer_unit' })
    assert.isAbove(content.decisions.length, 1)

    // Closed by the officer who had it; what was closed stays.
    await analyst.go(study)
    await button(page, 'Close with a result').click()
    await page.getByLabel('confirmed risk').check()
    await page.locator('form').getByRole('button', { name: 'Close with a result' }).click()
    await page.getByText('Closed').first().waitFor()
    assert.equal(await button(page, 'Order inspection').count(), 0)
    await button(page, 'Reopen').waitFor()

    // What fired counts a hit.
    await supervisor.go('/outcomes')
    for (const code of REASONS) {
      const [counted] = await ask<{ examined: number; hits: number }>(
        place,
        `select examined, hits from tenant.reason_outcomes where kind = 'indicator' and code = '${code}'`
      )
      assert.deepEqual(counted, { examined: 1, hits: 1 }, code)
    }
    const figures = supervisor.page.getByRole('region', { name: 'What came of reasons' })
    await figures.getByRole('button').click()
    for (const code of REASONS) await figures.getByText(code, { exact: true }).waitFor()
    await shot(supervisor.page, 'celebration-figures')

    // The next such box on the lane: its order begins with the reefer unit.
    const next = await celebrate(place, 'NRCL4472')
    await analyst.go(`/consignments/${next.consignment}`)
    await page.keyboard.press('i')
    await orderIn(page)
    await page
      .getByText(/Order .?2/)
      .first()
      .waitFor()
    await inspector.go('/inspections')
    await inspector.page
      .getByText(/Order .?2/)
      .first()
      .click()
    const first = inspector.page.locator('[id^=item-]').first()
    await first.waitFor()
    assert.equal(await first.getAttribute('id'), 'item-reefer_unit')
    assert.match(await first.innerText(), /1.? of .?1.? finds on this lane in such boxes/)
    await shot(inspector.page, 'celebration-next-order')
    assert.deepEqual(
      [analyst, supervisor, inspector, fresh].flatMap(({ witness }) => witness.complaints),
      []
    )
  }).timeout(240_000)
})

/** Fills the dialog that orders: at the only site, of use until tomorrow. */
async function orderIn(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog')
  const until = new Date(Date.now() + 86_400_000).toISOString().slice(0, 16)
  await dialog.locator('input[name=until]').fill(until)
  await dialog.getByRole('button', { name: 'Order inspection' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Accepts, looks behind the front panel first, finds, seizes. */
async function inspectReefer(desk: Desk): Promise<void> {
  const { page } = desk
  await desk.go('/inspections')
  await page
    .getByText(/Order .?1/)
    .first()
    .click()
  await button(page, 'Accept').click()
  await button(page, 'Start').click()
  const unit = page.locator('#item-reefer_unit')
  await unit.getByRole('button', { name: 'Open' }).click()
  await unit.getByRole('button', { name: 'Found' }).click()
  await page.getByText(/1.? of .?\d+.? done/).waitFor()
  await page.locator('select[name=what]').selectOption('narcotics')
  await page.locator('select[name=place]').selectOption('reefer_unit')
  await page.locator('input[name=quantity]').fill('17.4')
  await page.locator('select[name=unit]').selectOption('kg')
  await button(page, 'Record the finding').click()
  await page
    .getByText(/17\.4.? kg/)
    .first()
    .waitFor()
  await button(page, 'Take an exhibit').click()
  await page.locator('input[name=description]').fill('Sixteen blocks in brown tape')
  await page.locator('input[name=seal]').fill('JM-00417')
  await page.locator('input[name=kept_at]').fill('Evidence room, Kingston')
  await page.locator('form', { hasText: 'What it is' }).getByRole('button', { name: 'Take an exhibit' }).click()
  await page.getByText('Chain of custody holds').waitFor()
  await page.locator('select[name=enforcement]').selectOption('seizure')
  await page.locator('input[name=minutes]').fill('140')
  await button(page, 'Record the outcome').click()
  await page.getByText('waits for a reviewer').waitFor()
}

/** Asks on the page, lets the worker make it, and saves what the page offers. */
async function courtFile(desk: Desk, study: string, make: () => Promise<void>): Promise<Buffer> {
  const { page } = desk
  await desk.go(study)
  const card = page.getByRole('region', { name: 'Court files' })
  await card.getByRole('button', { name: 'Make a court file' }).click()
  await card.getByLabel('Lawful basis').selectOption('criminal_procedure')
  await card.getByLabel('Article, order or treaty').fill('Dangerous Drugs Act, s. 22')
  await card.getByLabel('Purpose').selectOption('prosecution')
  await card.getByLabel('Recipient').fill('Director of Public Prosecutions')
  await card.getByRole('button', { name: 'Make a court file' }).click()
  await card.getByText('waits for its turn').waitFor()
  await make()
  const link = card.getByRole('link', { name: /Open version .?1.? as PDF/ })
  await link.waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  await shot(page, 'court-files')
  return readFile(await download.path())
}
