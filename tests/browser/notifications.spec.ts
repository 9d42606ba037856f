import { test } from '@japa/runner'
import { firstRow } from '#platform/tenancy/database'
import { makePlace } from '#tests/support/world'
import { faultsOf } from './support/axe.js'
import { Desk } from './support/desk.js'
import { file } from './support/pipeline.js'
import { shipManifest } from './support/ship.js'

const ship = (voyage: string, name: string, number: string) =>
  shipManifest({
    voyage,
    name,
    imo: '9074729',
    berthsIn: 5,
    bills: [{ number, goods: 'COTTON SHIRTS IN CARTONS', box: 'NRCU4832072' }],
  })

test.group('Notifications', (group) => {
  group.each.teardown(() => Desk.closeAll())

  test('an alert is raised: the bell counts up without a reload, says so, opens it, and it is read', async ({
    assert,
    browser,
  }) => {
    const place = await makePlace()
    const { page, witness } = await Desk.of(browser, place, 'analyst')
    await page.getByRole('button', { name: 'Notifications, nothing unread' }).waitFor()
    const before = await page.evaluate(() => performance.timeOrigin)
    await file(place, ship('301N', 'CORAL HERON', 'BELL1'))
    await page.getByRole('button', { name: 'Notifications, 1 unread' }).waitFor()
    await page.locator('[role=status]', { hasText: '1 unread notification' }).waitFor({ state: 'attached' })
    assert.equal(await page.evaluate(() => performance.timeOrigin), before, 'the page was not loaded again')

    await page.getByRole('button', { name: 'Notifications, 1 unread' }).click()
    await page.getByText('CORAL HERON').last().waitFor()
    assert.deepEqual((await faultsOf(page)).faults, [])
    await page.getByRole('button', { name: /1 alert raised/ }).press('Enter')
    await page.waitForURL(/\/triage\//)
    await page.getByRole('button', { name: 'Notifications, nothing unread' }).waitFor()
    const [unread] = await place.run(async () => [
      await firstRow<{ count: number }>(
        `select count(*)::int as count from tenant.notifications where officer_id = ? and read_at is null`,
        [place.officers.analyst!.id]
      ),
    ])
    assert.equal(unread!.count, 0)
    assert.deepEqual(witness.complaints, [])
  })

  test('an officer silences a kind and keeps quiet hours; the page says what yesterday would have sent', async ({
    assert,
    browser,
  }) => {
    const place = await makePlace()
    const desk = await Desk.of(browser, place, 'analyst')
    await desk.go('/notifications/rules')
    assert.deepEqual((await faultsOf(desk.page)).faults, [])
    await desk.page.getByLabel('Alert raised: By mail').selectOption('digest')
    await desk.page.getByText('Rule saved.').first().waitFor()
    await desk.page.getByText('Chosen by you').waitFor()
    await desk.page.getByLabel('No mail at these hours').check()
    await desk.page.getByLabel('Until').fill('05:30')
    await desk.page.getByRole('button', { name: 'Save times' }).click()
    await desk.page.getByText('Times saved.').first().waitFor()
    const kept = await place.run(() =>
      firstRow(
        `select r.mail, s.quiet_from, s.quiet_until from tenant.notification_rules r
           join tenant.notification_schedules s on s.officer_id = r.officer_id`
      )
    )
    assert.deepEqual(kept, { mail: 'digest', quiet_from: 1320, quiet_until: 330 })
    await desk.page.getByText('Nothing that concerns you happened.').waitFor()
    await desk.page.getByRole('button', { name: 'Back to the defaults' }).click()
    await desk.page.getByRole('button', { name: 'Forget my choices' }).click()
    await desk.page.getByText('Back to what your roles start with.').first().waitFor()
    assert.isFalse(await desk.page.getByText('Chosen by you').isVisible())
    assert.deepEqual(desk.witness.complaints, [])
  })
})
