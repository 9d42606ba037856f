import { test } from '@japa/runner'
import { reviewOrder } from '#app/casework/inspections/actions/move_order'
import { firstRow } from '#platform/tenancy/database'
import { makeOrder, makeSite } from '#tests/support/casework'
import { drawOn } from '#tests/support/drawn_world'
import { photographOf } from '#tests/support/fixtures/photograph'
import { ask } from '#tests/support/intake'
import { makePlace, type Place } from '#tests/support/world'
import { Desk } from './support/desk.js'
import { file } from './support/pipeline.js'
import { shipManifest } from './support/ship.js'
import { shot } from './support/shots.js'

const PHONE = { width: 390, height: 844 }

async function orderOf(place: Place, siteId: string, bill: string): Promise<string> {
  const found = await place.run(() =>
    firstRow<{ id: string }>(`select id from tenant.consignments where reference = ?`, [bill])
  )
  return makeOrder(place, { consignmentId: found!.id, siteId })
}

test.group('A field order on a phone', (group) => {
  group.each.teardown(() => Desk.closeAll())

  test('is worked with one thumb: plan, photograph, find, exhibit, outcome; the next order knows', async ({
    assert,
    browser,
  }) => {
    const place = await makePlace()
    const site = await makeSite(place)
    const reefer = { goods: 'FRESH PINEAPPLES ON PALLETS', boxType: '45R1', from: 'COCTG' }
    await file(
      place,
      shipManifest({
        voyage: '115N',
        name: 'NORTHERN CELEBRATION',
        imo: '9074729',
        berthsIn: 5,
        bills: [
          { number: 'FIELD1', box: 'NRCU4832072', ...reefer },
          { number: 'FIELD2', box: 'NRCU5109448', ...reefer },
        ],
      })
    )
    const order = await orderOf(place, site, 'FIELD1')
    const { page, go, witness } = await phone()
    await go(`/inspections/${order}`)
    await page.getByText('You were drawn for this order').waitFor()
    await page.getByRole('button', { name: 'Accept', exact: true }).click()
    await page.getByRole('button', { name: 'Start', exact: true }).click()
    await page.getByRole('heading', { name: 'Search plan' }).waitFor()
    const item = (code: string) => page.locator(`#item-${code}`)
    await item('seal').getByRole('button', { name: 'Clear' }).click()
    await page.getByText(/1.? of .?\d+.? done/).waitFor()
    await item('markings').getByRole('button', { name: 'Cannot' }).click()
    await shot(page, 'field-order-why-not')
    await item('markings').getByRole('button', { name: 'cannot be reached' }).click()
    await page.getByText(/2.? of .?\d+.? done/).waitFor()
    await item('reefer_unit').getByRole('button', { name: 'Open' }).click()
    await item('reefer_unit')
      .locator('input[type=file]')
      .setInputFiles({
        name: 'unit.png',
        mimeType: 'image/png',
        buffer: photographOf(90),
      })
    await item('reefer_unit').getByText('received').waitFor()
    await item('reefer_unit').getByText('not scanned').waitFor()
    await item('reefer_unit').getByRole('button', { name: 'Found' }).click()
    await page.getByText(/3.? of .?\d+.? done/).waitFor()
    await item('reefer_unit').scrollIntoViewIfNeeded()
    await shot(page, 'field-order')
    assert.equal(await page.locator('select[name=place]').inputValue(), 'reefer_unit')
    assert.equal(
      await page.evaluate(() => document.documentElement.scrollWidth > innerWidth),
      false,
      'nothing sticks out'
    )
    const small = await page
      .locator('#item-reefer_unit button:visible, .sticky button:visible')
      .evaluateAll((buttons) =>
        buttons.filter((each) => each.getBoundingClientRect().height < 46).map((each) => each.textContent)
      )
    assert.deepEqual(small, [], 'targets for a thumb in a glove')
    await page.locator('select[name=what]').selectOption('narcotics')
    await page.locator('input[name=quantity]').fill('38')
    await page.locator('select[name=unit]').selectOption('kg')
    await page.getByRole('button', { name: 'Record the finding' }).click()
    await page
      .getByText(/38.? kg/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Take an exhibit' }).click()
    await page.locator('input[name=description]').fill('Brick in brown tape')
    await page.locator('input[name=seal]').fill('EX-7001')
    await page.locator('input[name=kept_at]').fill('Safe of the yard')
    await page.locator('form', { hasText: 'What it is' }).getByRole('button', { name: 'Take an exhibit' }).click()
    await page.getByText('Chain of custody holds').waitFor()
    await page.getByText('Chain of custody holds').scrollIntoViewIfNeeded()
    await shot(page, 'field-order-exhibit')
    await page.locator('select[name=enforcement]').selectOption('seizure')
    await page.locator('input[name=minutes]').fill('95')
    await page.getByRole('button', { name: 'Record the outcome' }).click()
    await page.getByText('waits for a reviewer').waitFor()
    for (const word of ['score', 'alert', 'profile', 'random'])
      assert.notInclude((await page.locator('main').innerText()).toLowerCase(), word)
    assert.deepEqual(witness.complaints, [])
    await place.run(() => reviewOrder(order, place.officers.supervisor!.id, null))

    const next = await orderOf(place, site, 'FIELD2')
    await go(`/inspections/${next}`)
    await page.getByText(/1.? of .?1.? finds on this lane in such boxes/).waitFor()
    assert.equal((await page.locator('ol li h3').first().innerText()).trim(), 'Reefer unit')
    await shot(page, 'field-order-next')
    for (const act of ['Accept', 'Start']) await page.getByRole('button', { name: act, exact: true }).click()
    await page.getByRole('heading', { name: 'Search plan' }).scrollIntoViewIfNeeded()
    for (const [locale, dark] of [
      ['ar', false],
      ['en', true],
    ] as const) {
      const other = await Desk.of(browser, place, 'inspector', { ...PHONE, locale, dark })
      await other.go(`/inspections/${next}`)
      await other.page.locator('#item-reefer_unit').waitFor()
      await other.page.locator('#item-reefer_unit').scrollIntoViewIfNeeded()
      await shot(other.page, 'field-order-next')
      assert.deepEqual(other.witness.complaints, [])
    }

    async function phone() {
      const desk = await Desk.of(browser, place, 'inspector', PHONE)
      return { page: desk.page, go: (path: string) => desk.go(path), witness: desk.witness }
    }
  }).timeout(180_000)

  test('is given to another by two supervisors, and the auditor computes the draws of a day again', async ({
    assert,
    browser,
  }) => {
    const place = await makePlace()
    const site = await makeSite(place, 'KIN-YARD', ['inspector', 'image_analyst'])
    await place.hire('second', 'supervisor')
    await file(
      place,
      shipManifest({
        voyage: '116N',
        name: 'CORAL HERON',
        imo: '9074729',
        berthsIn: 6,
        bills: [{ number: 'DRAWN1', goods: 'COTTON SHIRTS', box: 'NRCU4832072' }],
      })
    )
    const order = await orderOf(place, site, 'DRAWN1')
    const supervisor = await Desk.of(browser, place, 'supervisor')
    await supervisor.go(`/inspections/${order}`)
    await supervisor.page.getByRole('button', { name: 'Ask for another inspector' }).click()
    const [row] = await ask<{ drawn_id: string }>(place, `select drawn_id from tenant.inspection_orders`)
    const other = [place.officers.inspector!.id, place.officers.image_analyst!.id].find((id) => id !== row!.drawn_id)!
    await supervisor.page.locator('select[name=to]').selectOption(other)
    await supervisor.page.locator('input[name=reason]').fill('At the laboratory until tomorrow')
    await supervisor.page.getByRole('button', { name: 'Ask for another inspector' }).click()
    await supervisor.page.getByText('waits for a second person').waitFor()
    assert.equal(await supervisor.page.getByRole('button', { name: 'Confirm the change' }).count(), 0)
    const second = await Desk.of(browser, place, 'second')
    await second.go(`/inspections/${order}`)
    await shot(second.page, 'inspection-reassignment')
    await second.page.getByRole('button', { name: 'Confirm the change' }).click()
    await second.page.getByText(/confirmed by .?second person/).waitFor()

    const day = '2026-01-07'
    await drawOn(place, day, order, [row!.drawn_id, other].sort())
    const auditor = await Desk.of(browser, place, 'auditor')
    await auditor.go('/draws')
    await shot(auditor.page, 'draws')
    await auditor.page.getByText(day).click()
    await auditor.page.getByRole('button', { name: 'Reveal the key of this day' }).click()
    await auditor.page.locator('form').getByRole('button', { name: 'Reveal the key of this day' }).click()
    await auditor.page.getByText('computes the same').waitFor()
    await shot(auditor.page, 'draws-day')
    const manager = await Desk.of(browser, place, 'manager')
    await manager.go('/capacity')
    await manager.page.getByText('Who can be drawn').waitFor()
    await shot(manager.page, 'capacity-duties')
    for (const each of [supervisor, second, auditor, manager]) assert.deepEqual(each.witness.complaints, [])
  }).timeout(180_000)
})
