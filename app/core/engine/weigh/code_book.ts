import { compareText } from '../../assessment/order.js'

/** Numbers of the codes of everything that weighs together, and where each stands in the order of their texts. */
export class CodeBook {
  #count = 0
  #textOf: (code: number) => string = () => ''
  /** Texts of the codes that came later. */
  readonly #later: string[] = []
  /** By code its rank, and by rank its code; `null` while they are the same. */
  ranks: Int32Array | null = null
  #byRank: Int32Array | null = null

  get size(): number {
    return this.#count + this.#later.length
  }

  /**
   * Takes codes in, known ones too. The first to join keep their numbers; the texts of codes are only asked for when others
   * do.
   * @param count of codes, numbered in the order of their texts.
   * @returns their numbers in the book, or `null` where these are the ones given.
   */
  join(count: number, textOf: (code: number) => string): Int32Array | null {
    if (this.size === 0) {
      this.#count = count
      this.#textOf = textOf
      return null
    }
    const sorted = this.#byRank === null ? Array.from({ length: this.#count }, (_, code) => code) : [...this.#byRank]
    const numbers = Int32Array.from({ length: count }, (_, code) => this.#number(sorted, textOf(code)))
    const ranks = new Int32Array(sorted.length)
    sorted.forEach((code, rank) => (ranks[code] = rank))
    this.#byRank = Int32Array.from(sorted)
    this.ranks = ranks
    return numbers
  }

  #number(sorted: number[], text: string): number {
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const order = compareText(this.#text(sorted[middle]!), text)
      if (order === 0) return sorted[middle]!
      if (order < 0) low = middle + 1
      else high = middle
    }
    const number = this.size
    this.#later.push(text)
    sorted.splice(low, 0, number)
    return number
  }

  #text(code: number): string {
    return code < this.#count ? this.#textOf(code) : this.#later[code - this.#count]!
  }
}
