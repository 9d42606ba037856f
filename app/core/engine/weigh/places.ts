import { larger } from '../growing.js'

/** Numbers codes in the order in which they come: one consignment has few of many. */
export class Places {
  /** Codes by place, the first `count` of them. */
  #codes: Int32Array = new Int32Array(128)
  count = 0
  /** By code its place + 1. */
  #places = new Int32Array(0)

  /** @param size how many codes there are. */
  begin(size: number): void {
    for (let place = 0; place < this.count; place++) this.#places[this.#codes[place]!] = 0
    if (this.#places.length < size) this.#places = new Int32Array(size)
    this.count = 0
  }

  /** The place of a code, or -1. */
  find(code: number): number {
    return this.#places[code]! - 1
  }

  /** The place of a code; that of a new one is the count before. */
  place(code: number): number {
    const known = this.#places[code]!
    if (known !== 0) return known - 1
    if (this.count === this.#codes.length) this.#codes = larger(this.#codes)
    this.#codes[this.count] = code
    this.#places[code] = ++this.count
    return this.count - 1
  }
}
