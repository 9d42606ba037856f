import { test } from '@japa/runner'
import { execute } from '#platform/tenancy/database'
import { ask, file } from '#tests/support/intake'
import { makePlace } from '#tests/support/world'
import { DOCUMENT_TEXTS } from '../unit/core/formats/document_texts.js'
import { faultsOf } from './support/axe.js'
import { Desk } from './support/desk.js'
import { shot } from './support/shots.js'

const SWITCH = '/administration/travellers'

test.group('Travellers', (group) => {
  group.each.teardown(() => Desk.closeAll())

  test('turned on with a law and a tick, then opened on the page of the call for a purpose', async ({
    assert,
    browser,
  }) => {
    const place = await makePlace()
    const officer = await Desk.of(browser, place, 'privacy_officer')
    await officer.go(SWITCH)
    const turnOn = officer.page.getByRole('button', { name: 'Read lists of travellers' })
    await officer.page.getByLabel('Lawful basis').fill('Passenger Information Act, section 4')
    assert.isTrue(await turnOn.isDisabled(), 'not without the tick')
    await officer.page.getByRole('checkbox').check()
    assert.deepEqual((await faultsOf(officer.page)).faults, [])
    await shot(officer.page, 'travellers-off')
    await turnOn.click()
    await officer.page.getByRole('button', { name: 'Stop reading lists' }).waitFor()
    await file(place, Buffer.from(DOCUMENT_TEXTS.PAXLST!))
    await officer.page.getByRole('button', { name: 'Stop reading lists' }).click()
    await shot(officer.page, 'travellers-on')
    assert.deepEqual(officer.witness.complaints, [])

    const [call] = await ask<{ id: string }>(place, `select id from tenant.calls`)
    const reader = await Desk.of(browser, place, 'intelligence')
    await reader.go(`/conveyances/${call!.id}`)
    await reader.page.getByRole('button', { name: 'Open the list' }).click()
    const dialog = reader.page.getByRole('dialog')
    await dialog.getByLabel('Purpose').selectOption('cargo_risk')
    await dialog.getByRole('button', { name: 'Open the list' }).click()
    await dialog.getByText('EXAMPLE').waitFor()
    assert.deepEqual((await faultsOf(reader.page)).faults, [])
    await shot(reader.page, 'travellers-opened')
    await reader.page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    assert.notInclude(await reader.page.content(), 'XX0000001', 'closed, nothing of them stays')
    await shot(reader.page, 'travellers-call')
    assert.deepEqual(reader.witness.complaints, [])
  }).timeout(120_000)

  test('right to left, dark and on a phone nothing is cut off', async ({ assert, browser }) => {
    const place = await makePlace()
    await place.run(() => execute(`update tenant.officers set locale = 'ar'`))
    const desk = await Desk.of(browser, place, 'privacy_officer', { dark: true, width: 390, height: 844 })
    await desk.go(SWITCH)
    const seen = await desk.page.evaluate(() => ({
      missing: document.body.innerText.match(/⟦[^⟧]*⟧/g) ?? [],
      wide: document.documentElement.scrollWidth - window.innerWidth,
    }))
    assert.deepEqual(seen, { missing: [], wide: 0 })
    assert.deepEqual((await faultsOf(desk.page)).faults, [])
    await shot(desk.page, 'travellers-off')
  }).timeout(60_000)
})
