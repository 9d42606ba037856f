import type { Place } from '#tests/support/world'
import type { Answer, Visitor } from '#tests/support/visitor'

const PAGE = { 'x-inertia': 'true', 'x-requested-with': 'XMLHttpRequest' }

/** An officer's browser without its screen: asks for pages as the front end does. */
export class SignedIn {
  private constructor(
    readonly name: string,
    private readonly visitor: Visitor,
    private readonly path: string,
    private readonly version: string
  ) {}

  static async of(place: Place, name: string): Promise<SignedIn> {
    const visitor = await place.signIn(name)
    const first = await visitor.get(`${place.path}/triage`)
    const version = /&quot;version&quot;:&quot;([^&]*)&quot;|"version":"([^"]*)"/.exec(first.text)
    if (first.status !== 200 || !version) throw new Error(`${name} sees no desk: ${first.status}`)
    return new SignedIn(name, visitor, place.path, (version[1] ?? version[2])!)
  }

  /** A page, whole; or only these parts of the one that is open. */
  page(path: string, part?: { component: string; only: readonly string[] }): Promise<Answer> {
    const partial = part && {
      'x-inertia-partial-component': part.component,
      'x-inertia-partial-data': part.only.join(','),
    }
    const headers = { ...PAGE, 'x-inertia-version': this.version, ...partial }
    return this.expect(200, this.visitor.send('GET', `${this.path}${path}`, { headers }))
  }

  /** An act that the page stays open for. */
  act(method: 'post' | 'delete', path: string, body: unknown): Promise<Answer> {
    return this.expect(200, this.visitor[method](`${this.path}${path}`, body))
  }

  /** An act that is answered with a page, and that page. */
  async actThenPage(path: string, body: unknown): Promise<Answer> {
    await this.expect(303, this.visitor.post(`${this.path}${path}`, body))
    return this.page(path.replace(/\/acts\/.*$/, ''))
  }

  private async expect(status: number, asked: Promise<Answer>): Promise<Answer> {
    const answer = await asked
    if (answer.status !== status) throw new Error(`${this.name}: ${answer.status} ${answer.text.slice(0, 400)}`)
    return answer
  }
}
