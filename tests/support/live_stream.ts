import type { Visitor } from './visitor.js'

const SYSTEM = 'event: system\ndata: '

/** An open live stream and what came through it. */
export class LiveStream {
  readonly events: { kind: string; id: string }[] = []
  /** What it said of the system, one list of troubles a change. */
  readonly system: { code: string; since: string }[][] = []
  readonly ended: Promise<void>
  status = 0
  #waiting: { enough: () => boolean; resolve: () => void }[] = []
  readonly #abort = new AbortController()

  private constructor(response: Response) {
    this.status = response.status
    // A server that breaks off ends the stream as well.
    this.ended = this.#read(response).catch(() => {})
  }

  static async open(visitor: Visitor, path: string): Promise<LiveStream> {
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return new LiveStream(await fetch(`${visitor.base}${path}`, { redirect: 'manual', headers: { cookie } }))
  }

  /** Resolves as soon as this many events have come. */
  until(count: number): Promise<void> {
    return this.#until(() => this.events.length >= count)
  }

  /** Resolves as soon as the system was spoken of so often. */
  untilSystem(count: number): Promise<void> {
    return this.#until(() => this.system.length >= count)
  }

  close(): void {
    this.#abort.abort()
  }

  #until(enough: () => boolean): Promise<void> {
    if (enough()) return Promise.resolve()
    return new Promise((resolve) => this.#waiting.push({ enough, resolve }))
  }

  async #read(response: Response): Promise<void> {
    const reader = response.body!.getReader()
    this.#abort.signal.addEventListener('abort', () => void reader.cancel())
    const decoder = new TextDecoder()
    let text = ''
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      text += decoder.decode(value, { stream: true })
      const parts = text.split('\n\n')
      text = parts.pop()!
      for (const part of parts) {
        if (part.startsWith('data: ')) this.events.push(JSON.parse(part.slice(6)) as { kind: string; id: string })
        if (part.startsWith(SYSTEM)) this.system.push(JSON.parse(part.slice(SYSTEM.length)) as (typeof this.system)[0])
      }
      this.#waiting = this.#waiting.filter(({ enough, resolve }) => {
        if (enough()) resolve()
        return !enough()
      })
    }
  }
}
