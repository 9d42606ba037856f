import { changed, Fingerprint } from '#tests/support/fingerprint'
import type { RouteEntry } from '#tests/support/inventory'
import type { Side } from '#tests/support/colliding_worlds'
import type { Answer } from '#tests/support/visitor'
import { countAttack } from '../tally.js'

const SIGN_IN = /\/sign-in$/

/** Watches the tables of some sides while routes are attacked. */
export class Watch {
  #before: Map<string, string>[] = []

  private constructor(
    private readonly sides: readonly Side[],
    private readonly prints: readonly Fingerprint[]
  ) {}

  static async over(...sides: readonly Side[]): Promise<Watch> {
    const watch = new Watch(sides, await Promise.all(sides.map(({ place }) => Fingerprint.of(place.administration.id))))
    await watch.remember()
    return watch
  }

  async remember(): Promise<void> {
    this.#before = await Promise.all(this.prints.map((print) => print.take()))
  }

  /** Tables that changed since `remember`, with the canary of their side. */
  async moved(): Promise<string[]> {
    const after = await Promise.all(this.prints.map((print) => print.take()))
    return after.flatMap((sums, side) =>
      changed(this.#before[side]!, sums).map((name) => `${this.sides[side]!.canary} ${name}`)
    )
  }

  /** Nothing is told, nothing is moved, and the refusal is the one that was meant. */
  async judge(
    who: string,
    route: RouteEntry,
    answer: Answer,
    allowed: readonly number[],
    canaries: readonly string[]
  ): Promise<string[]> {
    const wrong = this.told(who, route, answer, allowed, canaries)
    return [...wrong, ...(await this.unmoved(who, route))]
  }

  /** Nothing is told, and the refusal is the one that was meant. */
  told(
    who: string,
    route: RouteEntry,
    answer: Answer,
    allowed: readonly number[],
    canaries: readonly string[]
  ): string[] {
    countAttack(who)
    const wrong: string[] = []
    if (!allowed.includes(answer.status)) wrong.push(`answered ${answer.status} instead of ${allowed.join(' or ')}`)
    if ([302, 303].includes(answer.status) && !allowed.includes(404) && !SIGN_IN.test(answer.location ?? ''))
      wrong.push(`sent to ${answer.location}`)
    for (const canary of canaries) if (answer.text.includes(canary)) wrong.push(`told ${canary}`)
    return wrong.map((what) => `${who} at ${route.name}: ${what}`)
  }

  /** Nothing is moved by what was asked of a route since the last look. */
  async unmoved(who: string, route: RouteEntry): Promise<string[]> {
    const tables = route.method === 'GET' ? [] : await this.moved()
    if (tables.length === 0) return []
    await this.remember()
    return [`${who} at ${route.name}: moved ${tables.join(', ')}`]
  }

  async close(): Promise<void> {
    for (const print of this.prints) await print.close()
  }
}
