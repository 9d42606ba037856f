import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright'

/** `<screen>--<locale>--<theme>--<width>.png`, as the browser suite writes them. */
const SHOT = /^(?<screen>.+)--(?<group>[a-z]{2}--(?:light|dark)--\d+)\.png$/

const card = (directory, { file, screen }) => {
  const data = readFileSync(join(directory, file)).toString('base64')
  return `<figure><img src="data:image/png;base64,${data}"><figcaption>${screen}</figcaption></figure>`
}

const sheet = (title, cards) => `<!doctype html><meta charset="utf-8"><style>
  body { font: 14px sans-serif; margin: 24px; background: #888 } main { display: grid; grid-template-columns: repeat(4, 1fr); gap: 16px }
  figure { margin: 0 } img { width: 100%; display: block } figcaption { padding: 4px 0 }
</style><h1>${title}</h1><main>${cards.join('')}</main>`

/** One picture per locale × theme × width with every screen on it: `sheet--<locale>--<theme>--<width>.png`. */
export async function writeContactSheets(directory, executablePath) {
  const shots = readdirSync(directory)
    .map((file) => ({ file, ...SHOT.exec(file)?.groups }))
    .filter(({ screen }) => screen !== undefined && screen !== 'sheet')
  const browser = await chromium.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu'] })
  try {
    const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } })
    for (const [group, members] of Object.entries(Object.groupBy(shots, (shot) => shot.group))) {
      await page.setContent(
        sheet(
          group,
          members.map((member) => card(directory, member))
        )
      )
      await page.screenshot({ path: join(directory, `sheet--${group}.png`), fullPage: true })
    }
  } finally {
    await browser.close()
  }
}
