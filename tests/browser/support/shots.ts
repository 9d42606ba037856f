import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'

/** Writes `<screen>--<locale>--<theme>--<width>.png` where `npm run shots` asks for pictures; else nothing. */
export async function shot(page: Page, screen: string): Promise<void> {
  const folder = process.env.LANDFALL_SHOTS_DIR
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  const { locale, theme } = await page.evaluate(() => ({
    locale: document.documentElement.lang,
    theme: document.documentElement.classList.contains('dark') ? 'dark' : 'light',
  }))
  await page.screenshot({ path: join(folder, `${screen}--${locale}--${theme}--${page.viewportSize()!.width}.png`) })
}
