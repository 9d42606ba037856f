import type { Page } from 'playwright'

/** Watches a page: errors in its console, requests that leave our own server, refusals of the CSP. */
export class Witness {
  readonly complaints: string[] = []

  static async of(page: Page, address: string): Promise<Witness> {
    const witness = new Witness()
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        witness.complaints.push(`console ${message.type()}: ${message.text()}`)
    })
    page.on('pageerror', (error) => witness.complaints.push(`page error: ${error.message}`))
    page.on('request', (request) => {
      const url = request.url()
      if (!url.startsWith(address) && !url.startsWith('data:') && !url.startsWith('blob:'))
        witness.complaints.push(`outside request: ${url}`)
    })
    await page.exposeFunction('__refusedByPolicy', (what: string) => witness.complaints.push(`policy: ${what}`))
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const report = (window as unknown as { __refusedByPolicy: (what: string) => void }).__refusedByPolicy
        report(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile ?? ''}`)
      })
    })
    return witness
  }

  /** Takes back what a test provoked on purpose, e.g. the answer 409 to a second claim. */
  forgive(pattern: RegExp): void {
    for (let at = this.complaints.length - 1; at >= 0; at--)
      if (pattern.test(this.complaints[at]!)) this.complaints.splice(at, 1)
  }
}
