import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds on the page, one line a fault; `[]` is right. Also says how many rules it applied. */
export async function faultsOf(page: Page): Promise<{ faults: string[]; applied: number }> {
  // A page that was just loaded has nothing in it yet.
  await page.locator('h1').first().waitFor({ state: 'attached' })
  // Through the debugger, since the page's own policy lets no script in without its nonce.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  return page.evaluate(async (tags) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const found = await axe.run(document, { runOnly: { type: 'tag', values: tags } })
    return {
      faults: found.violations.flatMap((rule) =>
        rule.nodes.slice(0, 3).map((node) => `${rule.id}: ${node.target.join(' ')} ${node.html.slice(0, 140)}`)
      ),
      applied: found.passes.length + found.violations.length,
    }
  }, TAGS)
}
