import { setTimeout as sleep } from 'node:timers/promises'
import type { LoadMessage } from './load.js'

const LANES = 4
const PACE_MS = 60
const AGAIN_MS = 200
/** A request that hangs is no receipt either. */
const PATIENCE_MS = 15_000

export interface SentMessage extends LoadMessage {
  id: string
  /** Sent once more because no receipt came. */
  retries: number
}

/** Sends messages at a pace, as far as it is allowed, and again with the same key what got no receipt. */
export class Sender {
  readonly sent: SentMessage[] = []
  /** Answers other than a receipt: their status, problem code and when to come again. */
  readonly refusals: { status: number; code: string | null; retryAfter: string | null }[] = []
  #allowed = 0
  #next = 0

  constructor(
    private readonly url: string,
    private readonly token: string,
    private readonly load: readonly LoadMessage[]
  ) {}

  /** Lets the sender go on to this many messages. */
  allow(count: number): void {
    this.#allowed = Math.min(Math.max(count, this.#allowed), this.load.length)
  }

  get allowed(): number {
    return this.#allowed
  }

  /** Ends when everything has its receipt. */
  async run(): Promise<void> {
    await Promise.all(Array.from({ length: LANES }, () => this.#lane()))
  }

  async #lane(): Promise<void> {
    while (this.#next < this.load.length) {
      if (this.#next >= this.#allowed) {
        await sleep(20)
        continue
      }
      const message = this.load[this.#next++]!
      await this.#send(message)
      await sleep(PACE_MS * LANES)
    }
  }

  async #send(message: LoadMessage): Promise<void> {
    for (let retries = 0; ; retries++) {
      const id = await this.#attempt(message)
      if (id) return void this.sent.push({ ...message, id, retries })
      await sleep(AGAIN_MS)
    }
  }

  async #attempt({ bytes, key }: LoadMessage): Promise<string | null> {
    try {
      const response = await fetch(`${this.url}/api/v1/messages`, {
        method: 'POST',
        body: bytes,
        headers: {
          authorization: `Bearer ${this.token}`,
          'content-type': 'application/edifact',
          'idempotency-key': key,
        },
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      const text = await response.text()
      if (response.status === 202) return (JSON.parse(text) as { id: string }).id
      const code = response.headers.get('content-type')?.includes('json') ? (JSON.parse(text).code ?? null) : null
      this.refusals.push({ status: response.status, code, retryAfter: response.headers.get('retry-after') })
      if (response.status < 500 && response.status !== 429) throw new Refused(`${response.status} ${text}`)
      return null
    } catch (error) {
      if (error instanceof Refused) throw error
      return null
    }
  }
}

/** An answer that no repetition changes. */
class Refused extends Error {}
