import { Secret } from 'otpauth'
import { test } from '@japa/runner'
import type { Browser, CDPSession, Page } from 'playwright'
import { appUrl } from '#config/app'
import { setClock } from '#platform/identity/clock'
import { codeOf } from '#tests/support/factors'
import { makePlace, PASSWORD, type Place } from '#tests/support/world'
import { faultsOf } from './support/axe.js'
import { Desk, type DeskOptions } from './support/desk.js'
import { shot } from './support/shots.js'

const STEP = 30_000
/** The telephone and the server see the same time; a test moves it, so that each code is a new one. */
let at = 0
const stand = () => setClock(() => at)

async function half(browser: Browser, place: Place, role: string, options: DeskOptions = {}): Promise<Desk> {
  const desk = await Desk.open(browser, place.path, options)
  await desk.go('/sign-in')
  await desk.signIn(place.officers[role]!.email, PASSWORD)
  return desk
}

const seedOn = async (page: Page) => {
  const spelled = await page.locator('[data-secret]').innerText()
  return Buffer.from(Secret.fromBase32(spelled.replace(/\s/g, '')).bytes)
}
const give = async (page: Page, code: string) => {
  await page.locator('input[name=code]').fill(code)
  await page.keyboard.press('Enter')
}

/** A key inside the browser, as a security key or the device itself would be. */
async function virtualKey(page: Page): Promise<CDPSession> {
  const client = await page.context().newCDPSession(page)
  await client.send('WebAuthn.enable')
  await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return client
}

test.group('Who is there', (group) => {
  group.each.setup(() => {
    at = Math.floor(Date.now() / STEP) * STEP + 15_000
    stand()
  })
  group.each.teardown(async () => {
    setClock(null)
    await Desk.closeAll()
  })

  test('an authenticator is set up where a role asks for it, and opens the next session; a recovery code too', async ({
    assert,
    browser,
  }) => {
    const place = await makePlace({ secondFactor: true })
    const first = await half(browser, place, 'analyst')
    const { page } = first
    await page.waitForURL(/second-factor\/enrol$/)
    assert.deepEqual((await faultsOf(page)).faults, [])
    await shot(page, 'enrol')
    const seed = await seedOn(page)
    await give(page, '000000')
    await page.getByText(/does not fit/).waitFor()
    await give(page, codeOf(seed, at))
    await page.waitForURL(/recovery-codes$/)
    await page.getByRole('button', { name: 'Make recovery codes' }).click()
    await page.locator('[data-recovery-code]').first().waitFor()
    const codes = await page.locator('[data-recovery-code]').allInnerTexts()
    assert.lengthOf(codes, 10)
    assert.deepEqual((await faultsOf(page)).faults, [])
    await shot(page, 'recovery-codes')
    await page.getByRole('link', { name: 'I have kept them' }).click()
    await page.waitForURL(/\/arrivals$/)

    at += STEP
    const second = await half(browser, place, 'analyst')
    await second.page.waitForURL(/second-factor$/)
    assert.deepEqual((await faultsOf(second.page)).faults, [])
    await shot(second.page, 'second-factor')
    await give(second.page, codeOf(seed, at))
    await second.page.waitForURL(/\/arrivals$/)
    const third = await half(browser, place, 'analyst', { locale: 'ar' })
    await give(third.page, codes[0]!)
    await third.page.waitForURL(/\/arrivals$/)
    await third.go('/account')
    await shot(third.page, 'account')
    first.witness.forgive(/422/)
    assert.deepEqual([...first.witness.complaints, ...second.witness.complaints, ...third.witness.complaints], [])
  })

  test('a passkey is added, opens the next session, and is removed with a fresh proof', async ({ assert, browser }) => {
    const place = await makePlace()
    const desk = await half(browser, place, 'analyst', { address: appUrl })
    const { page } = desk
    const key = await virtualKey(page)
    await desk.go('/account')
    await page.locator('input[name=passkey_name]').fill('Office computer')
    await page.getByRole('button', { name: 'Add passkey' }).click()
    await page.waitForURL(/recovery-codes$/)
    await desk.go('/account')
    await page.getByText('Office computer', { exact: true }).waitFor()
    assert.deepEqual((await faultsOf(page)).faults, [])
    await shot(page, 'account')

    await page.context().clearCookies()
    await desk.go('/sign-in')
    await desk.signIn(place.officers.analyst!.email, PASSWORD)
    await page.waitForURL(/second-factor$/)
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await page.waitForURL(/\/arrivals$/)

    await desk.go('/account')
    at += 6 * 60_000
    await page.getByRole('button', { name: 'Remove' }).click()
    await page.getByRole('button', { name: 'Remove it' }).click()
    await page.getByRole('dialog').getByText('Is it still you?').waitFor()
    await shot(page, 'step-up')
    await page.getByRole('dialog').getByRole('button', { name: 'Use a passkey' }).click()
    await page.getByText('Removed.').first().waitFor()
    assert.equal(await page.getByText('Office computer', { exact: true }).count(), 0)
    await key.detach()
    desk.witness.forgive(/403/)
    assert.deepEqual(desk.witness.complaints, [])
  })

  test('without the installation’s own address passkeys say why, and the authenticator serves', async ({
    assert,
    browser,
  }) => {
    const place = await makePlace()
    const desk = await half(browser, place, 'analyst')
    await desk.go('/account')
    await desk.page.getByText(/Passkeys work only/).waitFor()
    assert.equal(await desk.page.getByRole('button', { name: 'Add passkey' }).count(), 0)
  })

  test('a session is ended from another browser, and its page says so', async ({ assert, browser }) => {
    const place = await makePlace()
    const [lost, own] = [await half(browser, place, 'analyst'), await half(browser, place, 'analyst')]
    await own.go('/account')
    await own.page.getByRole('button', { name: 'End', exact: true }).click()
    await own.page.getByText('Session ended').first().waitFor()
    await lost.page.goto(`${lost.page.url()}`)
    await lost.page.waitForURL(/sign-in\?notice=ended$/)
    await lost.page.getByText(/ended from another device/).waitFor()
    assert.deepEqual((await faultsOf(lost.page)).faults, [])
    assert.equal(await own.page.getByRole('button', { name: 'End', exact: true }).count(), 0)
  })

  test('who has no factor confirms with the password, and the act goes on by itself', async ({ assert, browser }) => {
    const place = await makePlace()
    const desk = await half(browser, place, 'analyst')
    const { page } = desk
    await desk.go('/account')
    await page.locator('input[name=current_password]').fill(PASSWORD)
    await page.locator('input[name=new_password]').fill('seven quiet herons wait')
    at += 6 * 60_000
    await page.locator('input[name=new_password]').press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.locator('input[name=password]').fill(PASSWORD)
    await page.keyboard.press('Enter')
    await page.getByText('Password changed.').first().waitFor()
    desk.witness.forgive(/403/)
    assert.deepEqual(desk.witness.complaints, [])
  })
})
