/** Keeps the smallest of many numbers: a heap with the greatest of those kept on top. */
export class Smallest {
  readonly #heap: Float64Array
  #size = 0

  constructor(most: number) {
    this.#heap = new Float64Array(most)
  }

  clear(): void {
    this.#size = 0
  }

  add(number: number): void {
    const heap = this.#heap
    if (this.#size === heap.length) {
      if (number < heap[0]!) this.#sink(number)
      return
    }
    let at = this.#size++
    while (at > 0) {
      const above = (at - 1) >> 1
      if (heap[above]! >= number) break
      heap[at] = heap[above]!
      at = above
    }
    heap[at] = number
  }

  /** In their order; the next `clear` makes room for others. */
  sorted(): Float64Array {
    return this.#heap.subarray(0, this.#size).sort()
  }

  #sink(number: number): void {
    const heap = this.#heap
    const size = this.#size
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      if (below >= size) break
      if (below + 1 < size && heap[below + 1]! > heap[below]!) below += 1
      if (heap[below]! <= number) break
      heap[at] = heap[below]!
      at = below
    }
    heap[at] = number
  }
}
