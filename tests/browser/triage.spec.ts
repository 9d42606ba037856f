import { test } from '@japa/runner'
import { firstRow } from '#platform/tenancy/database'
import { makePlace, type Place } from '#tests/support/world'
import { Desk } from './support/desk.js'
import { file } from './support/pipeline.js'
import { shipManifest } from './support/ship.js'

const state = (place: Place) =>
  place.run(() =>
    firstRow<{ dismissed: number; claimed: number }>(
      `select count(*) filter (where state = 'dismissed')::int as dismissed, count(*) filter (where state = 'claimed')::int as claimed from tenant.alerts`
    )
  )

/** A ship with two medium alerts of different strength. */
async function withTwoAlerts(): Promise<Place> {
  const place = await makePlace()
  await file(
    place,
    shipManifest({
      voyage: '101N',
      name: 'CORAL HERON',
      imo: '9074729',
      berthsIn: 5,
      bills: [
        { number: 'TRI1', goods: 'COTTON SHIRTS IN CARTONS', box: 'NRCU4832072' },
        { number: 'TRI2', goods: 'PAPER TISSUE IN ROLLS', box: 'CSQU3054383' },
      ],
    })
  )
  return place
}

test.group('Triage by keyboard', (group) => {
  group.each.teardown(() => Desk.closeAll())

  test('claim, dismiss with a reason and take it back without the mouse', async ({ assert, browser }) => {
    const place = await withTwoAlerts()
    const { page, witness } = await Desk.of(browser, place, 'analyst')
    await page.keyboard.press('g')
    await page.keyboard.press('t')
    await page.waitForURL(/\/triage/)
    const rows = page.locator('[id^=row-]')
    await rows.nth(1).waitFor()
    assert.equal(await rows.count(), 2)
    const opened = () => page.locator('[id^=row-] [aria-current=true]').innerText()
    const first = await opened()
    await page.keyboard.press('j')
    await page.waitForFunction(
      (before) => document.querySelector<HTMLElement>('[id^=row-] [aria-current=true]')?.innerText !== before,
      first
    )
    await page.keyboard.press('k')
    await page.waitForFunction(
      (before) => document.querySelector<HTMLElement>('[id^=row-] [aria-current=true]')?.innerText === before,
      first
    )

    await page.keyboard.press('c')
    await page.getByText('You hold it').waitFor()
    assert.deepEqual(await state(place), { dismissed: 0, claimed: 1 })

    await page.keyboard.press('d')
    await page.keyboard.press('1')
    await page.getByText('Alert dismissed', { exact: true }).waitFor()
    await page.waitForFunction(() => document.querySelectorAll('[id^=row-]').length === 1)
    assert.equal((await state(place))?.dismissed, 1)
    assert.notEqual(await opened(), first)

    await page.getByRole('button', { name: 'Undo' }).click()
    await page.waitForFunction(() => document.querySelectorAll('[id^=row-]').length === 2)
    assert.equal((await state(place))?.dismissed, 0)
    assert.deepEqual(witness.complaints, [])
  })

  test('digits dismiss nothing before D, and nothing while typing', async ({ assert, browser }) => {
    const place = await withTwoAlerts()
    const { page } = await Desk.of(browser, place, 'analyst')
    await page.goto(page.url().replace('/arrivals', '/triage'))
    await page.locator('[id^=row-]').nth(1).waitFor()
    await page.keyboard.press('1')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('d1')
    await page.keyboard.press('Escape')
    assert.equal((await state(place))?.dismissed, 0)
  })

  test('ticked rows are what the keys act on', async ({ assert, browser }) => {
    const place = await withTwoAlerts()
    const { page } = await Desk.of(browser, place, 'analyst')
    await page.goto(page.url().replace('/arrivals', '/triage'))
    await page.locator('[id^=row-]').nth(1).waitFor()
    await page.locator('[id^=row-] input[type=checkbox]').nth(0).check()
    await page.locator('[id^=row-] input[type=checkbox]').nth(1).check()
    await page.getByText('Decide the 2 ticked').waitFor()
    await page.keyboard.press('d')
    await page.keyboard.press('4')
    await page.getByText('2 alerts dismissed', { exact: true }).waitFor()
    assert.equal((await state(place))?.dismissed, 2)
    await page.getByText('Nothing undecided.').first().waitFor()
  })
})

test.group('Claims', (group) => {
  group.each.teardown(() => Desk.closeAll())

  test('a second analyst is refused and told who has it', async ({ assert, browser }) => {
    const place = await withTwoAlerts()
    const one = await Desk.of(browser, place, 'analyst')
    const two = await Desk.of(browser, place, 'supervisor')
    await one.go('/triage')
    await two.go('/triage')
    await one.page.getByRole('button', { name: /^Claim/ }).click()
    await one.page.getByText('You hold it').waitFor()
    await two.page.getByRole('button', { name: /^Claim/ }).click()
    await two.page
      .getByRole('alert')
      .getByText(/analyst person.? holds it/)
      .waitFor()
    assert.equal((await state(place))?.claimed, 1)
    two.witness.forgive(/409/)
    assert.deepEqual([...one.witness.complaints, ...two.witness.complaints], [])
  })
})

test.group('Live', (group) => {
  group.each.teardown(() => Desk.closeAll())

  test('new alerts wait above the queue and come in on a key', async ({ assert, browser }) => {
    const place = await withTwoAlerts()
    const desk = await Desk.of(browser, place, 'analyst')
    await desk.go('/triage')
    await desk.page.locator('[id^=row-]').nth(1).waitFor()
    await desk.page.getByText(/^live/).waitFor()
    const before = await desk.page.locator('[id^=row-]').allInnerTexts()
    await file(
      place,
      shipManifest({
        voyage: '102N',
        name: 'AMBER TERN',
        imo: '9988566',
        berthsIn: 2,
        bills: [{ number: 'TRI3', goods: 'WIRE ROD', box: 'NRCU4832072' }],
      })
    )
    await desk.page.getByText('1 new above you').waitFor()
    assert.deepEqual(await desk.page.locator('[id^=row-]').allInnerTexts(), before)
    await desk.page.keyboard.press('.')
    await desk.page.waitForFunction(() => document.querySelectorAll('[id^=row-]').length === 3)
    assert.isFalse(await desk.page.getByText('1 new above you').isVisible())
    assert.deepEqual(desk.witness.complaints, [])
  })
})
