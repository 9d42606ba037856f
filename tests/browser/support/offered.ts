import type { Locator, Page } from 'playwright'
import type { RouteEntry } from '#tests/support/inventory'
import { ADDRESS, type Desk } from './desk.js'

/** What a screen offers: a link to a page, or a request that a button sends. */
export interface Offer {
  on: string
  method: string
  path: string
}

const SETTLE_MS = 120
/** Of a long table the first rows. */
const ROWS = 8
const BUTTONS = `main button:visible:not([disabled], tbody tr:nth-child(n + ${ROWS + 1}) *), main [role=menuitem]:visible`
const DIALOG = '[role=dialog]:visible, [role=alertdialog]:visible'
/** Ends the session, or asks outside the page; the rest is pressed. */
const ENDS = /sign-out|^\/platform/

/** Buttons of a dialog that only close it. */
const LEAVES = /^\s*(?:cancel|close|back|keep)/i

/** `route.pattern` as a test of a path. */
const matches = ({ pattern }: RouteEntry, path: string) =>
  new RegExp(`^${pattern.replace(/\/:\w+/g, '/[^/]+').replace('*', '.*')}$`).test(path)

export const routeOf = (routes: readonly RouteEntry[], { method, path }: Pick<Offer, 'method' | 'path'>) =>
  routes.find((route) => !route.pattern.endsWith('*') && route.method === method && matches(route, path.split('?')[0]!))

/**
 * Walks through every page that one signed-in person finds a way to, one of each kind, and presses
 * what can be pressed there. Requests with an effect are caught before they leave the browser.
 */
export class Explorer {
  readonly links = new Map<string, Offer>()
  readonly acts = new Map<string, Offer>()
  #page = ''

  private constructor(
    private readonly desk: Desk,
    private readonly routes: readonly RouteEntry[]
  ) {}

  static async explore(desk: Desk, routes: readonly RouteEntry[]): Promise<Explorer> {
    const explorer = new Explorer(desk, routes)
    await desk.page.route('**/*', async (route) => {
      const request = route.request()
      if (request.method() === 'GET') return route.continue()
      explorer.#sent(request.method(), new URL(request.url()).pathname)
      await route.abort('failed')
    })
    await explorer.#walk(new URL(desk.page.url()).pathname)
    return explorer
  }

  async #walk(start: string): Promise<void> {
    const waiting = [start]
    const seen = new Set<string>()
    while (waiting.length > 0) {
      const path = waiting.shift()!
      const route = routeOf(this.routes, { method: 'GET', path })
      if (!route || seen.has(route.name)) continue
      seen.add(route.name)
      this.#page = route.name
      if (!(await this.#open(path))) continue
      waiting.push(...(await this.#linksHere()))
      await this.#press(path)
    }
  }

  /** Opens a screen; files, which start a download, and JSON are none. */
  async #open(path: string): Promise<boolean> {
    const { page } = this.desk
    const answer = await page.goto(`${ADDRESS}${path}`).catch(() => page.goto('about:blank'))
    if (!answer?.headers()['content-type']?.includes('text/html')) return false
    return page
      .locator('main h1')
      .first()
      .waitFor({ timeout: 5_000 })
      .then(
        () => true,
        () => false
      )
  }

  async #linksHere(): Promise<string[]> {
    const found = await this.desk.page
      .locator('a[href]')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
    const inside = found.filter((href) => href.startsWith(`${ADDRESS}/`)).map((href) => href.slice(ADDRESS.length))
    const paths = [...new Set(inside.map((href) => href.split('#')[0]!))]
    for (const path of paths) {
      const name = routeOf(this.routes, { method: 'GET', path })?.name ?? path
      if (!this.links.has(name)) this.links.set(name, { on: this.#page, method: 'GET', path })
    }
    return paths
  }

  #sent(method: string, path: string): void {
    const name = routeOf(this.routes, { method, path })?.name ?? `${method} ${path}`
    if (!this.acts.has(name)) this.acts.set(name, { on: this.#page, method, path })
  }

  async #press(path: string): Promise<void> {
    const { page } = this.desk
    const labels = await labelsOf(page)
    for (const [index, label] of labels.entries()) {
      // Of rows that look alike the first stands for all.
      if (labels.indexOf(label) !== index || ENDS.test(label)) continue
      if (new URL(page.url()).pathname !== path.split('?')[0] || (await page.locator(DIALOG).count()) > 0)
        await this.#open(path)
      const button = page.locator(BUTTONS).nth(index)
      if (!(await pressed(button))) continue
      const dialog = page.locator(DIALOG).first()
      if (await dialog.isVisible()) await answer(dialog)
      else await submitForm(button)
    }
  }
}

const labelsOf = (page: Page): Promise<string[]> =>
  page
    .locator(BUTTONS)
    .evaluateAll((buttons) =>
      buttons.map((each) =>
        `${each.getAttribute('aria-label') ?? ''} ${each.textContent ?? ''}`.replace(/\d+/g, '').trim()
      )
    )

async function pressed(button: Locator): Promise<boolean> {
  try {
    await button.click({ timeout: 800 })
    await button.page().waitForTimeout(SETTLE_MS)
    return true
  } catch {
    return false
  }
}

/** Fills in what a dialog asks for and presses each of its buttons. */
async function answer(dialog: Locator): Promise<void> {
  await fill(dialog)
  const buttons = dialog.locator('button:visible:not([disabled])')
  for (const button of [...(await buttons.and(dialog.locator('[type=submit]')).all()), ...(await buttons.all())]) {
    const label = `${(await button.getAttribute('aria-label')) ?? ''}${await button.innerText()}`
    if (!LEAVES.test(label)) await pressed(button)
    if (!(await dialog.isVisible())) return
  }
}

async function submitForm(button: Locator): Promise<void> {
  const form = button.locator('xpath=ancestor::form')
  if ((await form.count()) === 0) return
  await fill(form.first())
  await pressed(form.first().locator('button[type=submit]').first())
}

async function fill(around: Locator): Promise<void> {
  for (const field of await around.locator('input:visible, textarea:visible').all()) {
    const type = (await field.getAttribute('type')) ?? 'text'
    const value =
      type === 'datetime-local' ? '2030-11-25T10:00' : type === 'date' ? '2030-11-25' : type === 'number' ? '1' : 'TEST'
    if (type === 'checkbox' || type === 'radio') await field.check({ timeout: 500 }).catch(() => undefined)
    else if (type !== 'file')
      await field.fill(type === 'email' ? 'new@example.test' : value, { timeout: 500 }).catch(() => undefined)
  }
  for (const select of await around.locator('select:visible').all())
    await select.selectOption({ index: 1 }, { timeout: 500 }).catch(() => undefined)
}
