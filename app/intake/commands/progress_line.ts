import type { WriteStream } from 'node:tty'

const EVERY_MS = 200

/** One line on a terminal that says how far a long command is. On anything else, and of a short one, nothing is shown. */
export class ProgressLine {
  readonly #terminal: WriteStream
  readonly #from = performance.now()
  #shownAt = this.#from
  #isShown = false

  constructor(terminal: WriteStream) {
    this.#terminal = terminal
  }

  show(files: number, last: string): void {
    const now = performance.now()
    if (!this.#terminal.isTTY || now - this.#shownAt < EVERY_MS) return
    this.#shownAt = now
    this.#isShown = true
    const speed = Math.round((files * 1000) / (now - this.#from))
    const text = `${files} files, ${speed}/s  ${last}`.replace(/[\u0000-\u001f\u007f]/g, '?')
    this.#terminal.write(`\r\u001b[K${text.slice(0, this.#terminal.columns - 1)}`)
  }

  /** Makes room for what is said now. */
  clear(): void {
    if (this.#isShown) this.#terminal.write('\r\u001b[K')
    this.#isShown = false
  }
}
