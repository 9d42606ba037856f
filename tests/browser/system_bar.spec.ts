import { test } from '@japa/runner'
import { reportFault, reportWorking } from '#platform/faults/report_fault'
import { makePlace } from '#tests/support/world'
import { faultsOf } from './support/axe.js'
import { Desk } from './support/desk.js'
import { shot } from './support/shots.js'

const storeFull = Object.assign(new Error('injected'), { code: 'E_STORE_FULL' })
const SAID = [
  { locale: 'en' as const, dark: false, width: 1280, says: 'the disk of the store has been full since' },
  { locale: 'es' as const, dark: true, width: 1280, says: 'el disco del almacén está lleno desde las' },
  { locale: 'fr' as const, dark: false, width: 320, says: 'le disque du stockage est plein depuis' },
  { locale: 'ar' as const, dark: true, width: 320, says: 'قرص المخزن ممتلئ منذ' },
]

test.group('System bar', (group) => {
  group.each.teardown(() => Desk.closeAll())

  test('an open page says what everybody waits for since when, and stops saying it: {locale}')
    .with(SAID)
    .run(async ({ assert, browser }, { says, ...look }) => {
      const place = await makePlace()
      const desk = await Desk.of(browser, place, 'data_steward', look)
      await desk.go('/messages')
      const bar = desk.page.locator('[data-trouble]')
      assert.equal(await bar.count(), 0)
      await place.run(() => reportFault(storeFull))
      await bar.waitFor()
      assert.equal(await bar.getAttribute('data-trouble'), 'store_full')
      const text = await bar.innerText()
      assert.include(text, says)
      assert.match(text, /[\d٠-٩]{1,2}:[\d٠-٩]{2}/)
      if (look.width > 1000) assert.deepEqual((await faultsOf(desk.page)).faults, [])
      const wide = await desk.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      assert.equal(wide, 0)
      await shot(desk.page, `system-bar-${look.locale}`)
      await place.run(() => reportWorking())
      await bar.waitFor({ state: 'detached' })
      assert.deepEqual(desk.witness.complaints, [])
    })

  test('a page without a way to the server says that, and recovers by itself', async ({ assert, browser }) => {
    const place = await makePlace()
    const desk = await Desk.of(browser, place, 'data_steward')
    await desk.go('/messages')
    const bar = desk.page.locator('[data-trouble=connection_lost]')
    await place.run(() => reportFault(storeFull))
    await desk.page.locator('[data-trouble=store_full]').waitFor()
    await desk.context.route('**/live', (route) => route.abort())
    await desk.go('/messages')
    await bar.waitFor()
    await desk.context.unroute('**/live')
    await bar.waitFor({ state: 'detached' })
    await desk.page.locator('[data-trouble=store_full]').waitFor()
    assert.equal(await bar.count(), 0)
  })
})
