/** Numbers codes in the order in which they come, in a table that is as small as they are few: one consignment has few of many. */
export class Places {
  /** Codes by place, the first `count` of them. */
  codes: Int32Array = new Int32Array(128)
  count = 0
  /** Open addressing, places + 1; a power of two, at most half full. */
  #table: Int32Array = new Int32Array(256)

  clear(): void {
    if (this.#table.length > LARGE) this.#table = new Int32Array(256)
    else if (this.count > 0) this.#table.fill(0)
    this.count = 0
  }

  /** The place of a code, or -1. */
  find(code: number): number {
    return this.#table[this.#row(code)]! - 1
  }

  /** The place of a code; that of a new one is the count before. */
  place(code: number): number {
    let row = this.#row(code)
    const known = this.#table[row]!
    if (known !== 0) return known - 1
    if (2 * this.count >= this.#table.length) {
      this.#grow()
      row = this.#row(code)
    }
    this.#table[row] = this.count + 1
    this.codes[this.count] = code
    return this.count++
  }

  #row(code: number): number {
    const mask = this.#table.length - 1
    let row = (Math.imul(code, 0x9e3779b1) >>> 7) & mask
    for (;;) {
      const place = this.#table[row]!
      if (place === 0 || this.codes[place - 1] === code) return row
      row = (row + 1) & mask
    }
  }

  #grow(): void {
    this.#table = new Int32Array(this.#table.length * 4)
    if (this.codes.length < this.#table.length / 2) {
      const codes = new Int32Array(this.#table.length / 2)
      codes.set(this.codes)
      this.codes = codes
    }
    for (let place = 0; place < this.count; place++) this.#table[this.#row(this.codes[place]!)] = place + 1
  }
}

/** A table larger than this is dropped rather than emptied. */
const LARGE = 4096
