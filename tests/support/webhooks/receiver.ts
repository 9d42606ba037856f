import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Heard {
  id: string
  timestamp: number
  signature: string
  body: string
  /** Whether the receiver let it in; else why not. */
  taken: 'taken' | 'known' | 'forged' | 'old'
}

/**
 * A terminal's receiver, written from docs/guides/instructions_to_other_systems.md and not from our code: it checks
 * the signature over `id.timestamp.body`, refuses what is older than five minutes, and takes an id once.
 */
export class Receiver {
  readonly heard: Heard[] = []
  /** Status of the next answers, in their order; afterwards what the checks say. */
  readonly answers: number[] = []
  secret = ''
  readonly #known = new Set<string>()
  readonly #server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const header = (name: string) => String(request.headers[name] ?? '')
      const status = this.take(
        header('webhook-id'),
        header('webhook-timestamp'),
        header('webhook-signature'),
        Buffer.concat(pieces).toString()
      )
      response.writeHead(status).end()
    })
  })

  async listen(): Promise<this> {
    await new Promise<void>((ready) => this.#server.listen(0, '127.0.0.1', ready))
    return this
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/landfall`
  }

  take(id: string, timestamp: string, signature: string, body: string): number {
    const taken = this.#judge(id, timestamp, signature, body)
    this.heard.push({ id, timestamp: Number(timestamp), signature, body, taken })
    const answer = this.answers.shift()
    if (answer !== undefined) return answer
    if (taken === 'forged' || taken === 'old') return 401
    this.#known.add(id)
    return 204
  }

  #judge(id: string, timestamp: string, signature: string, body: string): Heard['taken'] {
    const key = Buffer.from(this.secret.replace('whsec_', ''), 'base64')
    const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest()
    const signed = signature
      .split(' ')
      .filter((each) => each.startsWith('v1,'))
      .map((each) => Buffer.from(each.slice(3), 'base64'))
      .some((each) => each.length === expected.length && timingSafeEqual(each, expected))
    if (!signed) return 'forged'
    if (Math.abs(Date.now() / 1000 - Number(timestamp)) > 300) return 'old'
    return this.#known.has(id) ? 'known' : 'taken'
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise<void>((closed) => this.#server.close(() => closed()))
  }
}
