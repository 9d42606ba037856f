import { test } from '@japa/runner'
import { registerDeclaration } from '#app/cargo_register/published'
import { findSender } from '#app/intake/published'
import { uuidv7 } from '#platform/database/uuid'
import { execute, unitOfWork } from '#platform/tenancy/database'
import { blankDeclaration, type Declaration } from '#sdk'
import { makeAlert } from '#tests/support/alerts'
import { makePlace, type Place } from '#tests/support/world'
import { faultsOf } from './support/axe.js'
import { Desk } from './support/desk.js'
import { shot } from './support/shots.js'

const declare = (place: Place, number: string, more: Partial<Omit<Declaration, 'number'>>) =>
  place.run(async () => {
    const sender = await findSender('ASYCUDA')
    const filing = { messageId: uuidv7(), sender, filedAt: Date.now(), historical: false }
    await unitOfWork(() => registerDeclaration({ ...blankDeclaration('ASYCUDA_SAD'), number, ...more }, filing))
  })

test.group('Declarations', (group) => {
  group.each.teardown(() => Desk.closeAll())

  test('stand on their consignment, and on a list where cargo has not come', async ({ assert, browser }) => {
    const place = await makePlace()
    const { consignment, number } = await makeAlert(place, { band: 'high', score: 80 })
    const item = { description: 'COTTON T-SHIRTS', originCountry: 'US', currency: 'USD', netWeightKg: 812.5 }
    await declare(place, 'JMKCT 2026 C10234', {
      regime: 'IM4',
      lane: 'yellow',
      declaredAt: '2026-11-20',
      importer: { identifier: '101234567', name: 'BLUE HILLS OUTFITTERS LTD' },
      declarant: { identifier: null, name: 'HARBOUR STREET BROKERS' },
      transportDocuments: [`BILL${number}`],
      items: ['61091000', '62034200', '62052000'].map((hsCode) => ({ ...item, hsCode, value: '9450.00' })),
    })
    await declare(place, 'JMKCT 2026 C10301', { regime: 'IM4', transportDocuments: ['NOTHERE1'] })
    const desk = await Desk.of(browser, place, 'analyst')
    await desk.go(`/consignments/${consignment}`)
    const card = desk.page.getByRole('region', { name: 'Declarations' })
    await card.getByText('JMKCT 2026 C10234').waitFor()
    await card.getByText('61091000').waitFor()
    await card.scrollIntoViewIfNeeded()
    await shot(desk.page, 'consignment-declared')
    await desk.go('/declarations')
    assert.deepEqual((await faultsOf(desk.page)).faults, [])
    await shot(desk.page, 'declarations')
    await desk.page.getByRole('button', { name: 'Without cargo here' }).click()
    await desk.page.getByText('JMKCT 2026 C10234').waitFor({ state: 'detached' })
    await desk.page.getByText('NOTHERE1').waitFor()
    assert.deepEqual(desk.witness.complaints, [])

    await place.run(() => execute(`update tenant.officers set locale = 'ar'`))
    const phone = await Desk.of(browser, place, 'analyst', { dark: true, width: 390, height: 844 })
    await phone.go('/declarations')
    const seen = await phone.page.evaluate(() => ({
      missing: document.body.innerText.match(/⟦[^⟧]*⟧/g) ?? [],
      wide: document.documentElement.scrollWidth - window.innerWidth,
    }))
    assert.deepEqual(seen, { missing: [], wide: 0 })
    await shot(phone.page, 'declarations-phone')
  }).timeout(120_000)
})
