import { test } from '@japa/runner'
import { registerDeclaration, registerExamination, registerPermit } from '#app/cargo_register/published'
import { findSender } from '#app/intake/published'
import { uuidv7 } from '#platform/database/uuid'
import { execute, unitOfWork } from '#platform/tenancy/database'
import { blankDeclaration, blankExamination, blankPermit, type Permit } from '#sdk'
import { makeAlert } from '#tests/support/alerts'
import { makeOrder, makeSite } from '#tests/support/casework'
import { makePlace, type Place } from '#tests/support/world'
import { faultsOf } from './support/axe.js'
import { Desk } from './support/desk.js'
import { shot } from './support/shots.js'

const keep = (place: Place, work: (filing: Parameters<typeof registerPermit>[1]) => Promise<unknown>) =>
  place.run(async () => {
    const sender = await findSender('ASYCUDA')
    await unitOfWork(() => work({ messageId: uuidv7(), sender, filedAt: Date.now(), historical: false }))
  })
const permit = (place: Place, number: string, more: Partial<Omit<Permit, 'number'>>) =>
  keep(place, (filing) => registerPermit({ ...blankPermit('ASYCUDA_LPCO'), number, ...more }, filing))

const goods = (hsCode: string, description: string) => [{ hsCode, description, quantity: '20000', unit: 'KGM' }]
const seen = () => ({
  missing: document.body.innerText.match(/⟦[^⟧]*⟧/g) ?? [],
  wide: document.documentElement.scrollWidth - window.innerWidth,
})

test.group('Permits and told results', (group) => {
  group.each.teardown(() => Desk.closeAll())

  test('stand on their consignment and in lists, in words that do not take unknown for clear', async ({
    assert,
    browser,
  }) => {
    const place = await makePlace()
    const { consignment, number } = await makeAlert(place, { band: 'high', score: 80 })
    const transportDocuments = [`BILL${number}`]
    const items = ['08039010', '28444300', '61091000'].map((hsCode) => ({
      ...{ hsCode, description: 'AS DECLARED', originCountry: 'CR', value: '9450.00', currency: 'USD' },
      netWeightKg: 812.5,
    }))
    await keep(place, (filing) =>
      registerDeclaration(
        { ...blankDeclaration('ASYCUDA_SAD'), number: 'JMKCT 2026 C1', transportDocuments, items },
        filing
      )
    )
    const holder = { name: 'BLUE HILLS PRODUCE LTD', identifiers: [{ type: 'TRN', value: '101234567' }] }
    const granted = { status: 'granted', holder, transportDocuments, validFrom: '2026-01-01' } as const
    await permit(place, 'PQ 2026/00114', {
      ...{ ...granted, agency: 'PQ', agencyName: 'PLANT QUARANTINE', kind: 'plant_health' },
      ...{ validUntil: '2099-12-31', goods: goods('0803', 'FRESH BANANAS') },
    })
    const radioactive = {
      ...granted,
      agency: 'HSRA',
      kind: 'radioactive',
      goods: goods('2844', 'CO-60 SOURCE'),
    } as const
    await permit(place, 'HSRA R-0042', { ...radioactive, validUntil: '2099-12-31' })
    await permit(place, 'HSRA R-0042', { ...radioactive, status: 'revoked' })
    await permit(place, 'FLA 7781', { ...granted, agency: 'FLA', kind: 'arms', transportDocuments: ['NOTHERE1'] })
    const order = await makeOrder(place, { consignmentId: consignment, siteId: await makeSite(place) })
    const told = {
      ...blankExamination('ASYCUDA_INSPECTION_ACT'),
      transportDocuments,
      examination: 'physical',
      examiner: { identifier: null, name: 'J. BROWN' },
      result: 'resultant',
      examinedAt: '2026-11-22T14:30',
      minutes: 95,
    } as const
    const findings = [{ what: 'narcotics', place: 'reefer_unit', quantity: '12.4', unit: 'kg', note: null }] as const
    await keep(place, (filing) =>
      registerExamination({ ...told, number: 'JMKCT 2026-4471', findings }, { ...filing, systemId: uuidv7() })
    )
    await place.run(async () => {
      await execute(
        `insert into tenant.examination_orders (tenant_id, examination_id, order_id, standing) select tenant_id, id, ?, 'beside' from tenant.examinations`,
        [order]
      )
      await execute(
        `update tenant.inspection_orders set state = 'done', inspector_id = drawn_id, closed_at = now() where id = ?`,
        [order]
      )
      await execute(
        `insert into tenant.outcomes (tenant_id, id, order_id, result, judgement, minutes, code_edition, position, inspector_id)
         select tenant_id, uuidv7(), id, 'not_resultant', 'nothing_found', 30, 1, 1, inspector_id from tenant.inspection_orders where id = ?`,
        [order]
      )
    })

    const desk = await Desk.of(browser, place, 'analyst')
    await desk.go(`/consignments/${consignment}`)
    const card = desk.page.getByRole('region', { name: 'Permits' })
    await card.getByText('no permit told').waitFor()
    await card.getByText('revoked').first().waitFor()
    await desk.page.getByText('beside the result recorded here').waitFor()
    assert.deepEqual((await faultsOf(desk.page)).faults, [])
    await card.scrollIntoViewIfNeeded()
    await shot(desk.page, 'consignment-permits')
    await desk.go('/permits')
    assert.deepEqual((await faultsOf(desk.page)).faults, [])
    await shot(desk.page, 'permits')
    await desk.page.getByRole('searchbox').fill('NOTHERE')
    await desk.page.getByRole('searchbox').press('Enter')
    await desk.page.getByText('PQ 2026/00114').waitFor({ state: 'detached' })
    await desk.page.getByText('FLA 7781').waitFor()
    await desk.go('/examinations')
    await desk.page.getByText('JMKCT 2026-4471').waitFor()
    assert.deepEqual((await faultsOf(desk.page)).faults, [])
    await shot(desk.page, 'examinations')
    const reviewer = await Desk.of(browser, place, 'supervisor')
    await reviewer.go(`/inspections/${order}`)
    await reviewer.page.getByText('another result than the outcome').waitFor()
    await shot(reviewer.page, 'order-told')
    assert.deepEqual([...desk.witness.complaints, ...reviewer.witness.complaints], [])

    await place.run(() => execute(`update tenant.officers set locale = 'ar'`))
    const phone = await Desk.of(browser, place, 'analyst', { dark: true, width: 390, height: 844 })
    for (const [path, name] of [
      ['/permits', 'permits-phone'],
      ['/examinations', 'examinations-phone'],
      [`/consignments/${consignment}`, 'consignment-permits-phone'],
    ] as const) {
      await phone.go(path)
      assert.deepEqual(await phone.page.evaluate(seen), { missing: [], wide: 0 }, path)
      await shot(phone.page, name)
    }
  }).timeout(120_000)
})
