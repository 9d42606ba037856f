/** Running numbers by name: a sender's interchanges, documents and bills. */
export class Numbering {
  readonly #last = new Map<string, number>()

  next(name: string): number {
    const value = (this.#last.get(name) ?? 0) + 1
    this.#last.set(name, value)
    return value
  }
}
