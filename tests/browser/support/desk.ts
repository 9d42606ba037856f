import type { Browser, BrowserContext, Page } from 'playwright'
import env from '#start/env'
import { PASSWORD, type Place } from '#tests/support/world'
import { Witness } from './witness.js'

export interface DeskOptions {
  width?: number
  height?: number
  dark?: boolean
  locale?: 'en' | 'es' | 'fr' | 'ar'
  /** Passkeys are bound to the installation's own address, which is a name and no number. */
  address?: string
}

export const ADDRESS = `http://${env.get('HOST')}:${env.get('PORT')}`

/** One person at a screen: a browser context of their own, and everything it complained about. */
export class Desk {
  static readonly #open = new Set<Desk>()

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly witness: Witness,
    readonly root: string,
    private readonly address: string
  ) {}

  /** An empty screen, signed in as nobody. */
  static async open(browser: Browser, root: string, options: DeskOptions = {}): Promise<Desk> {
    const context = await browser.newContext({
      viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
      colorScheme: options.dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
    })
    context.setDefaultTimeout(30_000)
    const page = await context.newPage()
    const address = options.address ?? ADDRESS
    const witness = await Witness.of(page, address)
    const desk = new Desk(context, page, witness, root, address)
    Desk.#open.add(desk)
    if (options.locale) await context.addCookies([{ name: 'lf_locale', value: options.locale, url: address }])
    return desk
  }

  /** Signs in through the form, as a person does. */
  static async of(browser: Browser, place: Place, role: string, options: DeskOptions = {}): Promise<Desk> {
    const desk = await Desk.open(browser, place.path, options)
    await desk.go('/sign-in')
    await desk.signIn(place.officers[role]!.email, PASSWORD)
    return desk
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.page.locator('input[name=email]').fill(email)
    await this.page.locator('input[name=password]').fill(password)
    await this.page.locator('button[type=submit]').click()
    await this.page.waitForURL((url) => !url.pathname.endsWith('/sign-in'))
    await this.page.locator('main h1').first().waitFor()
  }

  /** Opens a page of this administration and waits until it stands. */
  async go(path: string): Promise<void> {
    await this.page.goto(`${this.address}${this.root}${path}`)
    await this.page.locator('main h1').first().waitFor()
  }

  /** Changes the theme of an open page of an officer, as the system of a person does at nightfall. */
  async wear(dark: boolean): Promise<void> {
    await this.page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
    await this.page.waitForFunction((is) => document.documentElement.classList.contains('dark') === is, dark)
  }

  /** After every test: an open live stream would hold the server. */
  static async closeAll(): Promise<void> {
    const open = [...Desk.#open]
    Desk.#open.clear()
    await Promise.all(open.map(({ context }) => context.close()))
  }
}
