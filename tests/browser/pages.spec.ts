import { test } from '@japa/runner'
import { firstRow } from '#platform/tenancy/database'
import { makePlace, type Place } from '#tests/support/world'
import { faultsOf } from './support/axe.js'
import { Desk } from './support/desk.js'
import { consignmentId, file } from './support/pipeline.js'
import { shipManifest } from './support/ship.js'
import { shot } from './support/shots.js'

const THEMES = [{ dark: false }, { dark: true }]

/** A place with a ship in port, one tomorrow, one that filed nothing, a damaged message and a few alerts. */
let place: Place
let consignment: string

async function furnish(): Promise<void> {
  place = await makePlace()
  await file(
    place,
    shipManifest({
      voyage: '201N',
      name: 'CORAL HERON',
      imo: '9074729',
      berthsIn: 2,
      bills: [
        {
          number: 'PAGE1',
          goods: 'CERAMIC FLOOR TILES 60X60',
          box: 'NRCU4832072',
          boxType: '45R1',
          weight: 14_880,
          consigneeAddress: 'P.O. Box 318',
        },
        { number: 'PAGE2', goods: 'MACHINERY', box: 'CSQU3054383' },
        { number: 'PAGE3', goods: 'CEMENT IN BAGS', from: 'USMIA' },
      ],
    })
  )
  await file(
    place,
    shipManifest({
      voyage: '202S',
      name: 'AMBER TERN',
      imo: '9988566',
      berthsIn: 30,
      bills: [{ number: 'PAGE4', goods: 'RICE', from: 'USMIA' }],
    })
  )
  await file(
    place,
    Buffer.from(
      `UNB+UNOA:2+SBRL+JM+261120:0900+9'UNH+1+CUSCAR:D:95B:UN'BGM+85+BROKEN+9'CNI+1+PAGE5'GID+1+X:CT'UNT+9+1'UNZ+1+9'`
    )
  )
  consignment = await consignmentId(place, 'PAGE1')
}

const idOf = (sql: string) => place.run(async () => (await firstRow<{ id: string }>(sql))!.id)

test.group('Pages', (group) => {
  group.setup(furnish)
  group.each.teardown(() => Desk.closeAll())

  test('of the desk: no fault by axe, in light and dark, no complaint in the console, nothing from outside')
    .with(THEMES)
    .run(async ({ assert, browser }, theme) => {
      const call = await idOf(`select id from tenant.calls order by id limit 1`)
      const message = await idOf(`select id from tenant.received_messages order by id desc limit 1`)
      await examine(assert, await Desk.of(browser, place, 'supervisor', theme), [
        ['arrivals', '/arrivals'],
        ['arrivals-closed', '/arrivals?call=none'],
        ['triage', '/triage'],
        ['triage-empty', '/triage?view=dismissed'],
        ['consignment', `/consignments/${consignment}`],
        ['consignment-low', `/consignments/${await consignmentId(place, 'PAGE4')}`],
        ['conveyance', `/conveyances/${call}`],
        ['conveyance-new', '/conveyances/new'],
        ['messages', '/messages'],
        ['message', `/messages/${message}`],
        ['users', '/administration/users'],
        ['sessions', '/sessions'],
      ])
    })

  test('of data and targeting: likewise')
    .with(THEMES)
    .run(async ({ assert, browser }, theme) => {
      await examine(assert, await Desk.of(browser, place, 'data_steward', theme), [['upload-empty', '/uploads/new']])
      const profile = await idOf(`select id from tenant.profiles order by id limit 1`)
      await examine(assert, await Desk.of(browser, place, 'profile_author', theme), [
        ['profiles', '/profiles'],
        ['profile', `/profiles/${profile}`],
        ['reference-lists', '/reference-lists'],
        ['reference-list', '/reference-lists/source_countries'],
      ])
      await examine(assert, await Desk.of(browser, place, 'watch_list_manager', theme), [
        ['watch-lists', '/watch-lists'],
      ])
    })

  test('before signing in, and those that say no: likewise')
    .with(THEMES)
    .run(async ({ assert, browser }, theme) => {
      await examine(assert, await Desk.open(browser, place.path, theme), [['sign-in', '/sign-in']])
      await examine(assert, await Desk.open(browser, '', theme), [
        ['start', '/'],
        ['operator-sign-in', '/platform/sign-in'],
      ])
      const desk = await Desk.of(browser, place, 'analyst', theme)
      await examine(
        assert,
        desk,
        [
          ['forbidden', '/uploads/new'],
          ['not-found', '/consignments/0199a000-0000-7000-8000-000000000000'],
        ],
        /40[34]/
      )
    })

  test('every component with every state: no fault by axe, light, dark and right to left')
    .with([...THEMES, { dark: false, locale: 'ar' as const }, { dark: true, locale: 'ar' as const }])
    .run(async ({ assert, browser }, look) => {
      await examine(assert, await Desk.open(browser, '', look), [['components', '/dev/components']])
    })

  test('nothing is cut off or scrolls sideways at 320 px, in any language')
    .with([{ locale: 'en' as const }, { locale: 'es' as const }, { locale: 'fr' as const }, { locale: 'ar' as const }])
    .run(async ({ assert, browser }, { locale }) => {
      const desk = await Desk.of(browser, place, 'supervisor', { width: 320, height: 640, locale })
      for (const path of ['/arrivals', '/triage', `/consignments/${consignment}`, '/messages', '/sessions']) {
        await desk.go(path)
        const wide = await desk.page.evaluate(() => document.documentElement.scrollWidth)
        assert.isAtMost(wide, 320, `${path} in ${locale}`)
      }
      assert.deepEqual(desk.witness.complaints, [])
    })
})

interface Asserts {
  deepEqual(actual: unknown, expected: unknown, message?: string): void
  isAbove(value: number, floor: number): void
}

async function examine(
  assert: Asserts,
  desk: Desk,
  pages: [screen: string, path: string][],
  provoked: RegExp | null = null
): Promise<void> {
  for (const [screen, path] of pages) {
    await desk.go(path)
    const { faults, applied } = await faultsOf(desk.page)
    assert.deepEqual(faults, [], screen)
    assert.isAbove(applied, 15)
    const missing = await desk.page.evaluate(() => document.body.innerText.match(/⟦[^⟧]*⟧/g) ?? [])
    assert.deepEqual(missing, [], `texts of ${screen}`)
    await shot(desk.page, screen)
  }
  if (provoked) desk.witness.forgive(provoked)
  assert.deepEqual(desk.witness.complaints, [])
}
