/** Keeps the smallest of many keys, each with its value: a heap with the greatest of those kept on top. */
export class Smallest {
  readonly keys: Float64Array
  readonly values: Int32Array
  #size = 0

  constructor(most: number) {
    this.keys = new Float64Array(most)
    this.values = new Int32Array(most)
  }

  clear(): void {
    this.#size = 0
  }

  add(key: number, value: number): void {
    const { keys } = this
    if (this.#size === keys.length) {
      if (key < keys[0]!) this.#sink(key, value, this.#size)
      return
    }
    let at = this.#size++
    while (at > 0) {
      const above = (at - 1) >> 1
      if (keys[above]! >= key) break
      this.#move(above, at)
      at = above
    }
    keys[at] = key
    this.values[at] = value
  }

  /** Puts keys and values in the order of the keys, until the next `clear`. @returns how many there are. */
  sort(): number {
    for (let end = this.#size - 1; end > 0; end--) {
      const key = this.keys[end]!
      const value = this.values[end]!
      this.#move(0, end)
      this.#sink(key, value, end)
    }
    return this.#size
  }

  /** Puts a key in the place of the greatest of the first `size`. */
  #sink(key: number, value: number, size: number): void {
    const { keys } = this
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      if (below >= size) break
      if (below + 1 < size && keys[below + 1]! > keys[below]!) below += 1
      if (keys[below]! <= key) break
      this.#move(below, at)
      at = below
    }
    keys[at] = key
    this.values[at] = value
  }

  #move(from: number, to: number): void {
    this.keys[to] = this.keys[from]!
    this.values[to] = this.values[from]!
  }
}
