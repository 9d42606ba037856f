import { test } from '@japa/runner'
import { Desk } from './support/desk.js'
import { furnished, type Furnished } from './support/furnished.js'
import { shot } from './support/shots.js'

const LOCALES = ['en', 'es', 'fr', 'ar'] as const
const WIDTHS = [
  { width: 320, height: 640 },
  { width: 1280, height: 720 },
] as const

/** `npm run shots` looks at every language in both themes and at all widths; the suite at what may break. */
const LOOKS = process.env.LANDFALL_SHOTS_DIR
  ? LOCALES.flatMap((locale) =>
      [...WIDTHS, { width: 390, height: 844 }, { width: 1440, height: 900 }].flatMap((size) =>
        [false, true].map((dark) => ({ locale, dark, ...size }))
      )
    )
  : [
      ...LOCALES.map((locale) => ({ locale, dark: locale === 'ar', ...WIDTHS[0] })),
      { locale: 'es' as const, dark: true, ...WIDTHS[1] },
    ]

test.group('Looks', (group) => {
  let world: Furnished
  group.setup(async () => {
    world = await furnished()
  })
  group.each.teardown(() => Desk.closeAll())

  test('{locale} at {width} px: every text is there and nothing scrolls sideways')
    .with(LOOKS)
    .run(async ({ assert, browser }, look) => {
      const desk = await Desk.of(browser, world.place, 'supervisor', look)
      for (const [screen, path] of world.screens.supervisor!) {
        await desk.go(path)
        const seen = await desk.page.evaluate(() => ({
          missing: document.body.innerText.match(/⟦[^⟧]*⟧/g) ?? [],
          wide: document.documentElement.scrollWidth - window.innerWidth,
          direction: document.documentElement.dir,
        }))
        assert.deepEqual(
          seen,
          { missing: [], wide: 0, direction: look.locale === 'ar' ? 'rtl' : 'ltr' },
          `${screen} in ${look.locale} at ${look.width}`
        )
        await shot(desk.page, screen)
      }
      assert.deepEqual(desk.witness.complaints, [])
    })
})
