import { test } from '@japa/runner'
import { firstRow } from '#platform/tenancy/database'
import { makePlace } from '#tests/support/world'
import { Desk } from './support/desk.js'
import { operatorDesk } from './support/operator.js'
import { consignmentId, file } from './support/pipeline.js'
import { shipManifest } from './support/ship.js'
import { shot } from './support/shots.js'

const BILLS = [{ number: 'READ1', goods: 'CERAMIC FLOOR TILES 60X60', box: 'NRCU4832072', boxType: '45R1' }]

test.group('The reader', (group) => {
  group.each.teardown(() => Desk.closeAll())

  test('reads in a language of their own, kept on their account, right to left where it runs so', async ({
    assert,
    browser,
  }) => {
    const place = await makePlace()
    await file(place, shipManifest({ voyage: '501N', name: 'CORAL HERON', imo: '9074729', berthsIn: 3, bills: BILLS }))
    const desk = await Desk.of(browser, place, 'analyst')
    await desk.page.getByRole('button', { name: /analyst person/ }).click()
    await desk.page.getByRole('menuitem', { name: 'Language' }).hover()
    await desk.page.getByRole('menuitem', { name: 'Language' }).press('ArrowRight')
    await desk.page.getByRole('menuitemcheckbox', { name: 'العربية' }).click()
    await desk.page.waitForFunction(() => document.documentElement.dir === 'rtl')
    assert.equal(await desk.page.locator('main h1').first().innerText(), 'الوصول')
    const kept = await place.run(() =>
      firstRow<{ locale: string }>(`select locale from tenant.officers where id = ?`, [place.officers.analyst!.id])
    )
    assert.equal(kept?.locale, 'ar')
    for (const [screen, path] of [
      ['arrivals', '/arrivals'],
      ['triage', '/triage'],
      ['consignment', `/consignments/${await consignmentId(place, 'READ1')}`],
    ] as const) {
      await desk.go(path)
      assert.deepEqual(await desk.page.evaluate(() => document.body.innerText.match(/⟦[^⟧]*⟧/g) ?? []), [], path)
      await shot(desk.page, screen)
    }
    assert.equal(
      await desk.page
        .locator('code')
        .first()
        .evaluate((code) => getComputedStyle(code).direction),
      'ltr'
    )
    assert.deepEqual(desk.witness.complaints, [])
  })

  test('chooses dark, and it stays', async ({ assert, browser }) => {
    const place = await makePlace()
    const desk = await Desk.of(browser, place, 'analyst')
    await desk.page.getByRole('button', { name: /analyst person/ }).click()
    await desk.page.getByRole('menuitem', { name: 'Theme' }).press('ArrowRight')
    await desk.page.getByRole('menuitemcheckbox', { name: 'Dark' }).click()
    await desk.page.waitForFunction(() => document.documentElement.classList.contains('dark'))
    await desk.go('/triage')
    assert.isTrue(await desk.page.evaluate(() => document.documentElement.classList.contains('dark')))
    assert.deepEqual(desk.witness.complaints, [])
  })

  test('finds by keyboard, sees the keys, ends other sessions, signs out', async ({ assert, browser }) => {
    const place = await makePlace()
    await file(place, shipManifest({ voyage: '502N', name: 'CORAL HERON', imo: '9074729', berthsIn: 3, bills: BILLS }))
    const other = await Desk.of(browser, place, 'analyst')
    const desk = await Desk.of(browser, place, 'analyst')
    const { page } = desk
    await page.keyboard.press('?')
    await page.getByRole('dialog').getByText('Open the ship file').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.keyboard.press('Control+k')
    await page.keyboard.type('NRCU 483 207 9')
    await page.getByRole('option').filter({ hasText: 'CERAMIC' }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/consignments\//)

    await desk.go('/sessions')
    await page.getByRole('button', { name: 'End all others' }).click()
    await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1)
    await other.page.reload()
    await other.page.waitForURL(/\/sign-in/)

    await page.getByRole('button', { name: /analyst person/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.waitForURL(/\/sign-in/)
    await page.goBack()
    await page.waitForURL(/\/sign-in/)
    assert.deepEqual(desk.witness.complaints, [])
  })
})

test.group('Somebody not signed in', (group) => {
  group.each.teardown(() => Desk.closeAll())

  test('chooses a language before signing in, at a country and at the console')
    .with(['country', 'console'])
    .run(async ({ assert, browser }, where) => {
      const desk = await Desk.open(browser, where === 'console' ? '/platform' : (await makePlace()).path)
      await desk.go('/sign-in')
      await desk.page.getByLabel('Language').selectOption('fr')
      await desk.page.waitForFunction(() => document.documentElement.lang === 'fr')
      assert.isTrue(await desk.page.getByRole('button', { name: 'Se connecter' }).isVisible())
      assert.deepEqual(desk.witness.complaints, [])
    })
})

test.group('The operator', (group) => {
  group.each.teardown(() => Desk.closeAll())

  test('has no way into cargo', async ({ assert, browser }) => {
    const place = await makePlace()
    await file(place, shipManifest({ voyage: '503N', name: 'CORAL HERON', imo: '9074729', berthsIn: 3, bills: BILLS }))
    const desk = await operatorDesk(browser)
    await desk.page.waitForURL(/\/platform\/administrations/)
    assert.isTrue(await desk.page.getByText(place.administration.code).first().isVisible())
    const text = await desk.page.locator('body').innerText()
    for (const cargo of ['READ1', 'CORAL HERON', 'CERAMIC', 'NRCU']) assert.notInclude(text, cargo)
    await desk.go(`${place.path}/arrivals`).catch(() => undefined)
    assert.include(desk.page.url(), '/sign-in')
    assert.deepEqual(desk.witness.complaints, [])
  })

  test('reads in a language of their own', async ({ assert, browser }) => {
    const desk = await operatorDesk(browser)
    await desk.page.getByRole('button', { name: /Operator Person/ }).click()
    await desk.page.getByRole('menuitem', { name: 'Language' }).press('ArrowRight')
    await desk.page.getByRole('menuitemcheckbox', { name: 'Español' }).click()
    await desk.page.waitForFunction(() => document.documentElement.lang === 'es')
    assert.equal(await desk.page.locator('main h1').first().innerText(), 'Administraciones')
    assert.deepEqual(desk.witness.complaints, [])
  })
})
