import { larger } from '../growing.js'

/** Keeps the smallest of many keys, each with its value: a heap with the greatest of those kept on top. */
export class Smallest {
  keys = new Float64Array(128)
  values: Int32Array = new Int32Array(128)
  #size = 0

  /** @param most how many are kept. */
  constructor(readonly most: number) {}

  clear(): void {
    this.#size = 0
  }

  add(key: number, value: number): void {
    if (this.#size === this.most) {
      if (key < this.keys[0]!) this.#sink(key, value, this.#size)
      return
    }
    if (this.#size === this.keys.length) this.#grow()
    const { keys } = this
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

  #grow(): void {
    const keys = new Float64Array(this.keys.length * 2)
    keys.set(this.keys)
    this.keys = keys
    this.values = larger(this.values)
  }

  #move(from: number, to: number): void {
    this.keys[to] = this.keys[from]!
    this.values[to] = this.values[from]!
  }
}
