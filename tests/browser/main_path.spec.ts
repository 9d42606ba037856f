import { test } from '@japa/runner'
import { makePlace } from '#tests/support/world'
import { Desk } from './support/desk.js'
import { guatemalanTransit } from './support/transit.js'
import { work } from './support/pipeline.js'
import { shot } from './support/shots.js'

/** Done-when 2 of the main job: what a data steward sends is what an analyst understands. */
test.group('From an upload to an explained alert', (group) => {
  group.each.teardown(() => Desk.closeAll())

  test('a transit through Guatemala raises an alert that says why', async ({ assert, browser }) => {
    const place = await makePlace({
      country: 'GT',
      timezone: 'America/Guatemala',
      plugins: ['guatemala'],
      ports: ['GTPBR', 'GTSTC'],
    })
    const steward = await Desk.of(browser, place, 'data_steward')
    await steward.go('/uploads/new')
    // The card is there before the bytes are: what is not received yet cannot be worked on.
    const received = steward.page.waitForResponse(
      (answer) => answer.request().method() === 'POST' && answer.url().endsWith('/uploads')
    )
    await steward.page.setInputFiles('input[type=file]', {
      name: 'transit.edi',
      mimeType: 'application/edifact',
      buffer: guatemalanTransit('HBL77120431'),
    })
    const card = steward.page.getByRole('article', { name: 'transit.edi' })
    await card.waitFor()
    await received
    await work(place)
    await card.getByText(/1 alert/).waitFor()
    await shot(steward.page, 'upload')

    await steward.page.setInputFiles('input[type=file]', {
      name: 'again.edi',
      mimeType: 'application/edifact',
      buffer: guatemalanTransit('HBL77120431'),
    })
    await steward.page
      .getByRole('article', { name: 'again.edi' })
      .getByText(/same bytes|already/i)
      .first()
      .waitFor()

    const analyst = await Desk.of(browser, place, 'analyst')
    await analyst.go('/triage')
    const { page } = analyst
    await page.locator('[id^=row-]').first().waitFor()
    assert.equal(await page.locator('[id^=row-]').count(), 1)
    await page.keyboard.press('o')
    await page.waitForURL(/\/consignments\//)
    const title = await page.getByRole('heading', { name: /^Why \d+$/ }).innerText()
    const score = Number(/\d+/.exec(title)![0])
    const spoken = await page.locator('.waterfall li .sr-only').allInnerTexts()
    const points = spoken.map((line) => Number(/(plus|minus) (\d+)/.exec(line)![2]) * (line.includes('minus') ? -1 : 1))
    assert.isAbove(points.length, 0)
    assert.equal(
      points.reduce((sum, each) => sum + each, 0),
      score
    )

    const transit = page
      .locator('.waterfall li button')
      .filter({ hasText: /transit/i })
      .first()
    await transit.click()
    const evidence = page.getByRole('region', { name: /^Evidence for reason/ })
    assert.include(
      await evidence
        .locator('code')
        .allInnerTexts()
        .then((lines) => lines.join('\n')),
      'GIS+24'
    )
    assert.match(await evidence.locator('mark').first().innerText(), /24/)
    assert.isTrue(await page.getByRole('heading', { name: 'Unknown is not clear' }).isVisible())
    await shot(page, 'transit')
    assert.deepEqual([...steward.witness.complaints, ...analyst.witness.complaints], [])
  })
})
