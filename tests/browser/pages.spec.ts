import { test } from '@japa/runner'
import { faultsOf } from './support/axe.js'
import { Desk } from './support/desk.js'
import { furnished, type Furnished, type Screen } from './support/furnished.js'
import { operatorDesk } from './support/operator.js'
import { shot } from './support/shots.js'

const ROLES = [
  'supervisor',
  'administrator',
  'auditor',
  'data_steward',
  'profile_author',
  'watch_list_manager',
  'privacy_officer',
]
const THEMES = [{ dark: false }, { dark: true }]

let world: Furnished

test.group('Pages', (group) => {
  group.setup(async () => {
    world = await furnished()
  })
  group.each.teardown(() => Desk.closeAll())

  for (const role of ROLES)
    test(`of a ${role}: no fault by axe, in light and dark, no complaint in the console, nothing from outside`, async ({
      assert,
      browser,
    }) => {
      await examine(assert, await Desk.of(browser, world.place, role), world.screens[role]!, { both: true })
    })

  test('of an inspector, on a phone: likewise, and nothing scrolls sideways')
    .with(THEMES)
    .run(async ({ assert, browser }, theme) => {
      const look = { ...theme, width: 390, height: 844 }
      await examine(assert, await Desk.of(browser, world.place, 'inspector', look), world.screens.inspector!)
    })

  test('of an operator: likewise', async ({ assert, browser }) => {
    const screens = [
      ['administrations', '/platform/administrations'],
      ['mail', '/platform/mail'],
      ['operator-account', '/platform/account'],
    ] as const
    await examine(assert, await operatorDesk(browser), screens, { both: true })
  })

  test('before signing in, and those that say no: likewise')
    .with(THEMES)
    .run(async ({ assert, browser }, theme) => {
      await examine(assert, await Desk.open(browser, world.place.path, theme), [
        ['sign-in', '/sign-in'],
        world.invitation,
        ...world.letters,
      ])
      await examine(assert, await Desk.open(browser, '', theme), [
        ['start', '/'],
        ['operator-sign-in', '/platform/sign-in'],
      ])
      const desk = await Desk.of(browser, world.place, 'analyst', theme)
      await examine(
        assert,
        desk,
        [
          ['forbidden', '/uploads/new'],
          ['not-found', '/consignments/0199a000-0000-7000-8000-000000000000'],
        ],
        { provoked: /40[34]/ }
      )
    })

  test('every component with every state: no fault by axe, light, dark and right to left')
    .with([...THEMES, { dark: false, locale: 'ar' as const }, { dark: true, locale: 'ar' as const }])
    .run(async ({ assert, browser }, look) => {
      await examine(assert, await Desk.open(browser, '', look), [['components', '/dev/components']])
    })
})

interface Asserts {
  deepEqual(actual: unknown, expected: unknown, message?: string): void
  isAbove(value: number, floor: number): void
}

interface Examination {
  /** Every page in both themes, opened in each in turn: an open page changes with the theme of the system. */
  both?: boolean
  provoked?: RegExp
}

async function examine(
  assert: Asserts,
  desk: Desk,
  pages: readonly Screen[],
  { both = false, provoked }: Examination = {}
): Promise<void> {
  for (const [at, [screen, path]] of pages.entries()) {
    await desk.go(path)
    await look(assert, desk, screen)
    if (!both) continue
    await desk.wear(at % 2 === 0)
    await look(assert, desk, screen)
  }
  if (provoked) desk.witness.forgive(provoked)
  assert.deepEqual(desk.witness.complaints, [])
}

async function look(assert: Asserts, { page }: Desk, screen: string): Promise<void> {
  const { faults, applied } = await faultsOf(page)
  assert.deepEqual(faults, [], screen)
  assert.isAbove(applied, 15)
  const seen = await page.evaluate(() => ({
    missing: document.body.innerText.match(/⟦[^⟧]*⟧/g) ?? [],
    wide: document.documentElement.scrollWidth - window.innerWidth,
  }))
  assert.deepEqual(seen, { missing: [], wide: 0 }, `texts and width of ${screen}`)
  await shot(page, screen)
}
