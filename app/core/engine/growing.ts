/** The same with as much room again. */
export const larger = (words: Int32Array): Int32Array => {
  const made = new Int32Array(words.length * 2)
  made.set(words)
  return made
}

/** A growing row of words. */
export class Words {
  #words: Int32Array = new Int32Array(1024)
  length = 0

  push(...words: readonly number[]): void {
    this.append(words)
  }

  append(words: ArrayLike<number>): void {
    while (this.length + words.length > this.#words.length) this.#words = larger(this.#words)
    this.#words.set(words, this.length)
    this.length += words.length
  }

  get(at: number): number {
    return this.#words[at]!
  }

  set(at: number, word: number): void {
    this.#words[at] = word
  }

  done(): Int32Array {
    return this.#words.slice(0, this.length)
  }
}
