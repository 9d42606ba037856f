import type { CompiledProfiles } from '#core/engine/compile'
import type { FactSnapshot } from '#core/facts/catalogue'
import type { ProfileRevision } from '#core/profiles/document'
import { liveOf, type Changes, type Standing } from './changes.js'
import type { Upkeep } from './live_profiles.js'

export interface Renewed {
  readonly compiled: CompiledProfiles
  readonly revisions: readonly ProfileRevision[]
  /** What had changed since the old base when it was begun. */
  readonly then: Changes
}

/** After a failure the next try waits so long, and twice as long after each further one. */
const FIRST_PAUSE_MS = 5_000
const LONGEST_PAUSE_MS = 300_000

/**
 * The next compiled set of an administration, made in a thread while its engine goes on with the old one and what changed beside it.
 * Who asks for the engine next takes it up. A try that fails is logged and counted, and made again.
 */
export class Renewal {
  #running = false
  #failures = 0
  #notBefore = -Infinity
  #made: Renewed | null = null

  /** Tries in a row that failed. */
  get failures(): number {
    return this.#failures
  }

  get made(): Renewed | null {
    return this.#made
  }

  /** Whether it is not under way, done, or failed a moment ago. */
  get isDue(): boolean {
    return !this.#running && this.#made === null && performance.now() >= this.#notBefore
  }

  /** Begins, where it is due. */
  begin(standing: Standing, sample: readonly FactSnapshot[], upkeep: Pick<Upkeep, 'compileWith' | 'failed'>): void {
    if (!this.isDue) return
    this.#running = true
    void this.#make(standing, sample, upkeep).finally(() => (this.#running = false))
  }

  async #make(
    standing: Standing,
    sample: readonly FactSnapshot[],
    { compileWith, failed }: Pick<Upkeep, 'compileWith' | 'failed'>
  ): Promise<void> {
    const revisions = liveOf(standing)
    try {
      this.#made = { compiled: await compileWith(revisions, sample, false), revisions, then: standing.changes }
      this.#failures = 0
    } catch (error) {
      const againInMs = Math.min(FIRST_PAUSE_MS * 2 ** this.#failures, LONGEST_PAUSE_MS)
      this.#failures += 1
      this.#notBefore = performance.now() + againInMs
      failed(error, { profiles: revisions.length, failures: this.#failures, againInMs })
    }
  }
}
