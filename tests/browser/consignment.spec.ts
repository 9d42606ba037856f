import { test } from '@japa/runner'
import { firstRow } from '#platform/tenancy/database'
import { makePlace } from '#tests/support/world'
import { Desk } from './support/desk.js'
import { consignmentId, file, work } from './support/pipeline.js'
import { shipManifest } from './support/ship.js'

const SHIP = { voyage: '301N', name: 'CORAL HERON', imo: '9074729', berthsIn: 3 }

test.group('Consignment', (group) => {
  group.each.teardown(() => Desk.closeAll())

  test('says why, what it does not know, and shows what was filed', async ({ assert, browser }) => {
    const place = await makePlace()
    await file(
      place,
      shipManifest({
        ...SHIP,
        bills: [{ number: 'WHY1', goods: 'COTTON SHIRTS IN CARTONS', box: 'NRCU4832072', boxType: '45R1' }],
      })
    )
    const desk = await Desk.of(browser, place, 'analyst')
    await desk.go(`/consignments/${await consignmentId(place, 'WHY1')}`)
    const { page } = desk
    assert.isTrue(await page.getByText('in one 40 ft reefer').isVisible())
    const unknown = page.locator('section', { has: page.getByRole('heading', { name: 'Unknown is not clear' }) })
    assert.isAbove(await unknown.locator('li').count(), 0)
    await page.locator('.waterfall li button').first().focus()
    await page.keyboard.press('ArrowDown')
    await page.getByRole('heading', { name: 'Evidence for reason 2' }).waitFor()
    assert.isAbove(await page.getByRole('region', { name: 'Evidence for reason 2' }).locator('code').count(), 0)
    assert.deepEqual(desk.witness.complaints, [])
  })

  test('text of a filer stays text, wherever it is shown', async ({ assert, browser }) => {
    const canary = '<img src=x onerror=alert(1)>'
    const place = await makePlace()
    await file(
      place,
      shipManifest({
        ...SHIP,
        name: `${canary} SHIP`,
        voyage: '302N',
        bills: [
          {
            number: 'XSS1',
            goods: `${canary} SHIRTS`,
            consignor: `<script>alert(2)</script>`,
            consignee: `${canary} LTD`,
            box: 'NRCU4832072',
          },
        ],
      })
    )
    const desk = await Desk.of(browser, place, 'analyst')
    const dialogs: string[] = []
    desk.page.on('dialog', (dialog) => {
      dialogs.push(dialog.message())
      void dialog.dismiss()
    })
    const message = await place.run(
      async () => (await firstRow<{ id: string }>(`select id from tenant.received_messages`))!.id
    )
    for (const path of [
      '/arrivals',
      '/triage',
      `/consignments/${await consignmentId(place, 'XSS1')}`,
      `/messages/${message}`,
    ]) {
      await desk.go(path)
      assert.equal(await desk.page.locator('img[src=x]').count(), 0, path)
      assert.include(await desk.page.locator('main').innerText(), '<img', path)
    }
    await desk.page.keyboard.press('Control+k')
    await desk.page.keyboard.type('XSS1')
    await desk.page.getByRole('option').first().waitFor()
    assert.deepEqual([dialogs, desk.witness.complaints], [[], []])
  })

  test('an entry on a watch list weighs open cargo again, and the alert says so', async ({ assert, browser }) => {
    const place = await makePlace()
    await file(
      place,
      shipManifest({
        ...SHIP,
        voyage: '303N',
        bills: [{ number: 'LIST1', goods: 'COTTON SHIRTS', from: 'USMIA', box: 'NRCU4832072', weight: 20_000 }],
      })
    )
    const alerts = () =>
      place.run(
        async () =>
          (await firstRow<{ count: number }>(
            `select count(*)::int as count from tenant.alerts where state in ('new', 'claimed')`
          ))!.count
      )
    assert.equal(await alerts(), 0)

    const manager = await Desk.of(browser, place, 'watch_list_manager')
    await manager.go('/watch-lists')
    await manager.page.getByRole('button', { name: 'New list' }).click()
    await manager.page.getByLabel('Name').fill('Boxes of interest')
    await manager.page.getByLabel('Short code').fill('boxes')
    await manager.page.getByRole('button', { name: 'Create list' }).click()
    await manager.page.waitForURL(/\/watch-lists\/[0-9a-f-]{36}/)
    const form = manager.page.locator('form', { hasText: 'Add entry' })
    await form.getByLabel('Kind').selectOption('equipment')
    await form.getByLabel('Value').fill('NRCU 483 207 2')
    await form.getByLabel('Reason').fill('Seen at an earlier finding')
    await form.getByRole('button', { name: 'Add entry' }).click()
    await manager.page.getByText('Seen at an earlier finding').waitFor()
    await work(place)
    assert.equal(await alerts(), 1)

    const analyst = await Desk.of(browser, place, 'analyst')
    await analyst.go('/triage')
    await analyst.page.locator('.waterfall li button').filter({ hasText: 'Container on a watch list' }).waitFor()

    await manager.page.getByRole('button', { name: 'Withdraw' }).click()
    await manager.page.getByLabel('Why it is withdrawn').fill('Wrong box')
    await manager.page.locator('tr form').getByRole('button', { name: 'Withdraw' }).click()
    await manager.page.getByText('Seen at an earlier finding').waitFor({ state: 'hidden' })
    await work(place)
    await analyst.go(`/consignments/${await consignmentId(place, 'LIST1')}`)
    assert.equal(
      await analyst.page.locator('.waterfall li button').filter({ hasText: 'Container on a watch list' }).count(),
      0
    )
    assert.deepEqual([...manager.witness.complaints, ...analyst.witness.complaints], [])
  })
})
