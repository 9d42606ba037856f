import { test } from '@japa/runner'
import { makePlace, type Place } from '#tests/support/world'
import { Desk } from './support/desk.js'
import { file } from './support/pipeline.js'
import { shipManifest } from './support/ship.js'

test.group('Arrivals', (group) => {
  let place: Place
  group.setup(async () => {
    place = await makePlace()
    await file(
      place,
      shipManifest({
        voyage: '401N',
        name: 'QUIET TERN',
        imo: '9074729',
        berthsIn: 2,
        bills: [
          { number: 'ARR1', goods: 'COTTON SHIRTS IN CARTONS', from: 'USMIA', box: 'CSQU3054383', weight: 20_000 },
        ],
      })
    )
    await file(
      place,
      shipManifest({
        voyage: '402N',
        name: 'BUSY HERON',
        imo: '9988566',
        berthsIn: 20,
        bills: [{ number: 'ARR2', goods: 'COTTON SHIRTS', box: 'NRCU4832072' }],
      })
    )
  })
  group.each.teardown(() => Desk.closeAll())

  test('the board opens on the first ship that needs a person; keys move, open and close', async ({
    assert,
    browser,
  }) => {
    const desk = await Desk.of(browser, place, 'analyst')
    const { page } = desk
    await page.getByRole('complementary', { name: 'BUSY HERON' }).waitFor()
    await page.keyboard.press('k')
    await page.getByRole('complementary', { name: 'QUIET TERN' }).waitFor()
    await page.keyboard.press('j')
    const peek = page.getByRole('complementary', { name: 'BUSY HERON' })
    await peek.getByText('COTTON SHIRTS').waitFor()
    await page.keyboard.press('Escape')
    await peek.waitFor({ state: 'hidden' })
    assert.include(page.url(), 'call=none')
    await page.keyboard.press('j')
    await page.getByRole('complementary', { name: 'QUIET TERN' }).waitFor()
    await page.keyboard.press('j')
    await peek.waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/triage\?call=/)
    await page.goBack()
    await peek.waitFor()
    await page.keyboard.press('o')
    await page.waitForURL(/\/conveyances\//)
    assert.deepEqual(desk.witness.complaints, [])
  })

  test('by itself the peek never covers the board on a narrow screen', async ({ assert, browser }) => {
    const desk = await Desk.of(browser, place, 'analyst', { width: 390, height: 844 })
    assert.isFalse(await desk.page.getByRole('complementary', { name: 'BUSY HERON' }).isVisible())
    await desk.page.getByRole('button', { name: 'BUSY HERON' }).last().click()
    const peek = desk.page.getByRole('complementary', { name: 'BUSY HERON' })
    await peek.getByRole('button', { name: 'Close' }).click()
    await peek.waitFor({ state: 'hidden' })
    assert.deepEqual(desk.witness.complaints, [])
  })
})
