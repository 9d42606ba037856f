import { setImmediate as breathe } from 'node:timers/promises'
import type { FactSnapshot } from '#core/facts/catalogue'
import { loadEngine, type Engine } from '#app/targeting/queries/load_engine'

/** Consignments weighed between two looks for what changed: few, because the authors' statements wait for the end of each round. */
const ROUND = 5

/** Milliseconds of processor time of this process, the collector's and other threads included. */
export const cpuMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

export interface Stretch {
  readonly consignments: number
  readonly seconds: number
  /** Longest time without an assessment, in milliseconds. */
  readonly longestGap: number
}

/** Weighs one consignment after the other, as a worker with an endless queue would, and asks for the engine before each round. */
export class Matching {
  engine: Engine | null = null
  /** Processor time from the look that found a change to the end of the first assessment with it, in milliseconds. */
  readonly takenUp: number[] = []
  #runs = true
  #count = 0
  #longestGap = 0
  #since = performance.now()
  #last = performance.now()
  #awaited: { isKnownTo: (engine: Engine) => boolean; known: (at: number) => void } | null = null
  readonly #ended: Promise<void>

  constructor(readonly facts: readonly FactSnapshot[]) {
    this.#ended = this.#run()
  }

  /** When the first assessment that knew it was done. */
  async firstToKnow(isKnownTo: (engine: Engine) => boolean): Promise<number> {
    const known = new Promise<number>((resolve) => (this.#awaited = { isKnownTo, known: resolve }))
    return Promise.race([known, this.#ended.then(() => Promise.reject(new Error('the matching ended')))])
  }

  /** What was done since the last stretch; begins the next. */
  stretch(): Stretch {
    const seconds = (performance.now() - this.#since) / 1000
    const done = { consignments: this.#count, seconds, longestGap: this.#longestGap }
    this.#count = this.#longestGap = 0
    this.#since = performance.now()
    return done
  }

  async end(): Promise<void> {
    this.#runs = false
    await this.#ended
  }

  async #run(): Promise<void> {
    for (let at = 0; this.#runs;) {
      const from = cpuMs()
      const engine = await loadEngine()
      const isNew = this.engine !== null && this.engine !== engine
      this.engine = engine
      const watchLists = engine.index.at(Date.now())
      for (let each = 0; each < ROUND; each++, at++) {
        engine.evaluator.assess({ ...engine, facts: this.facts[at % this.facts.length]!, watchLists })
        if (isNew && each === 0) this.takenUp.push(cpuMs() - from)
        this.#assessed(engine)
      }
      await breathe()
    }
  }

  #assessed(engine: Engine): void {
    const now = performance.now()
    this.#longestGap = Math.max(this.#longestGap, now - this.#last)
    this.#last = now
    this.#count += 1
    if (this.#awaited?.isKnownTo(engine)) {
      this.#awaited.known(now)
      this.#awaited = null
    }
  }
}
