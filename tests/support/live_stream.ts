import type { Visitor } from './visitor.js'

/** An open live stream and what came through it. */
export class LiveStream {
  readonly events: { kind: string; id: string }[] = []
  readonly ended: Promise<void>
  status = 0
  #waiting: { count: number; resolve: () => void }[] = []
  readonly #abort = new AbortController()

  private constructor(response: Response) {
    this.status = response.status
    this.ended = this.#read(response)
  }

  static async open(visitor: Visitor, path: string): Promise<LiveStream> {
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return new LiveStream(await fetch(`${visitor.base}${path}`, { redirect: 'manual', headers: { cookie } }))
  }

  /** Resolves as soon as this many events have come. */
  until(count: number): Promise<void> {
    if (this.events.length >= count) return Promise.resolve()
    return new Promise((resolve) => this.#waiting.push({ count, resolve }))
  }

  close(): void {
    this.#abort.abort()
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
      for (const part of parts)
        if (part.startsWith('data: ')) this.events.push(JSON.parse(part.slice(6)) as { kind: string; id: string })
      this.#waiting = this.#waiting.filter(({ count, resolve }) => {
        if (this.events.length >= count) resolve()
        return this.events.length < count
      })
    }
  }
}
