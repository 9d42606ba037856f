import { writeSync } from 'node:fs'

type Write = (text: string) => number

/**
 * Where log lines go. A line for which there is no room is lost and counted: a full disk must not end
 * the process that has to say so. What was lost is told with the first line that fits again.
 */
export class PatientLog {
  #lost = 0
  #torn = false

  constructor(private readonly put: Write = (text) => writeSync(1, text)) {}

  write(line: string): void {
    const told =
      this.#lost > 0 ? `{"level":40,"time":${Date.now()},"lost":${this.#lost},"msg":"lines of log had no room"}\n` : ''
    const text = `${this.#torn ? '\n' : ''}${told}${line}`
    try {
      const whole = this.put(text) >= Buffer.byteLength(text)
      this.#torn = !whole
      this.#lost = whole ? 0 : this.#lost + 1
    } catch {
      this.#lost++
    }
  }
}
