import { test } from '@japa/runner'
import { firstRow } from '#platform/tenancy/database'
import { makeSite } from '#tests/support/casework'
import { makePlace } from '#tests/support/world'
import { Desk } from './support/desk.js'
import { file } from './support/pipeline.js'
import { shipManifest } from './support/ship.js'
import { shot } from './support/shots.js'

/** Numbers stand in isolates of their own, against mixed directions. */
const ORDER = /Order .?1/

test.group('An inspection from order to ledger', (group) => {
  group.each.teardown(() => Desk.closeAll())

  test('the analyst orders, the inspector records on a phone, the supervisor confirms, the ledger shows it', async ({
    assert,
    browser,
  }) => {
    const place = await makePlace()
    await makeSite(place)
    await file(
      place,
      shipManifest({
        voyage: '201N',
        name: 'CORAL HERON',
        imo: '9074729',
        berthsIn: 5,
        bills: [{ number: 'INSP1', goods: 'COTTON SHIRTS IN CARTONS', box: 'NRCU4832072' }],
      })
    )
    const consignment = (await place.run(() =>
      firstRow<{ id: string }>(`select id from tenant.consignments where reference = 'INSP1'`)
    ))!.id

    const analyst = await Desk.of(browser, place, 'analyst')
    await analyst.go(`/consignments/${consignment}`)
    await analyst.page.keyboard.press('i')
    const dialog = analyst.page.getByRole('dialog')
    await dialog.getByText('open alert', { exact: false }).waitFor()
    await shot(analyst.page, 'inspection-order')
    const until = new Date(Date.now() + 86_400_000).toISOString().slice(0, 16)
    await dialog.locator('input[name=until]').fill(until)
    await dialog.getByRole('button', { name: 'Order inspection' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await analyst.page.getByText(ORDER).first().waitFor()
    await shot(analyst.page, 'consignment-ordered')
    assert.deepEqual(analyst.witness.complaints, [])

    const inspector = await Desk.of(browser, place, 'inspector', { width: 390, height: 844 })
    await inspector.go('/inspections')
    await inspector.page.getByText('NRCU 483 207 2').or(inspector.page.getByText('INSP1')).first().click()
    await inspector.page.getByRole('button', { name: 'Accept', exact: true }).click()
    await inspector.page.getByRole('button', { name: 'Start', exact: true }).click()
    await inspector.page.locator('select[name=what]').selectOption('narcotics')
    await inspector.page.locator('select[name=place]').selectOption('floor_channels')
    await inspector.page.locator('input[name=quantity]').fill('12.5')
    await inspector.page.locator('select[name=unit]').selectOption('kg')
    await inspector.page.getByRole('button', { name: 'Record the finding' }).click()
    await inspector.page.getByText(/12\.5.? kg/).waitFor()
    await inspector.page.locator('select[name=enforcement]').selectOption('seizure')
    await inspector.page.locator('input[name=minutes]').fill('95')
    await shot(inspector.page, 'inspection-recording')
    await inspector.page.getByRole('button', { name: 'Record the outcome' }).click()
    await inspector.page.getByText('waits for a reviewer').waitFor()
    assert.notInclude(await inspector.page.locator('main').innerText(), 'alert')
    assert.deepEqual(inspector.witness.complaints, [])

    const supervisor = await Desk.of(browser, place, 'supervisor')
    await supervisor.go('/inspections?view=review')
    await supervisor.page.getByText(ORDER).first().click()
    await supervisor.page.getByRole('button', { name: 'Confirm the outcome' }).click()
    await supervisor.page.locator('form').getByRole('button', { name: 'Confirm the outcome' }).click()
    await supervisor.page.getByText(/confirmed by .?supervisor person/).waitFor()
    await supervisor.go('/outcomes')
    const row = supervisor.page.locator('tr', { hasText: ORDER })
    for (const text of ['resultant', 'risk confirmed', 'narcotics', 'seizure', 'targeted'])
      await row.getByText(text, { exact: false }).first().waitFor()
    await supervisor.page.getByText(/Computed on .?1.? of .?1.? orders/).waitFor()
    await shot(supervisor.page, 'outcomes')
    assert.deepEqual(supervisor.witness.complaints, [])
  }).timeout(120_000)
})
