/**
 * The stretch of the input being read: grows at its end as bytes arrive, shrinks at its start
 * as Messages are done with. A single array handed in whole is never copied.
 */
export class ByteWindow {
  #buffer: Uint8Array = new Uint8Array(0)
  #view: Uint8Array | null = null
  #length = 0
  #owned = false
  /** Offset in the input of the first byte; for what comes behind the last `truncate`. */
  base = 0

  /** What is in the window; valid until the next change. */
  get bytes(): Uint8Array {
    // Asked for with every segment; a view each time would cost more than cutting it.
    return (this.#view ??= this.#buffer.subarray(0, this.#length))
  }

  get length(): number {
    return this.#length
  }

  append(chunk: Uint8Array): void {
    this.#view = null
    if (this.#length === 0) {
      this.#buffer = chunk
      this.#owned = false
    } else {
      this.#reserve(this.#length + chunk.length)
      this.#buffer.set(chunk, this.#length)
    }
    this.#length = this.#length === 0 ? chunk.length : this.#length + chunk.length
  }

  /** Forgets the first `count` bytes. */
  drop(count: number): void {
    this.#view = null
    this.#buffer = this.#buffer.subarray(count)
    this.#length -= count
    this.base += count
  }

  /** Forgets everything from a place on, so that a run of garbage inside a Message costs no memory. */
  truncate(from: number): void {
    this.#view = null
    this.base += this.#length - from
    this.#length = from
  }

  #reserve(needed: number): void {
    if (this.#owned && needed <= this.#buffer.length) return
    const grown = new Uint8Array(Math.max(needed, this.#length * 2, 4096))
    grown.set(this.#buffer.subarray(0, this.#length))
    this.#buffer = grown
    this.#owned = true
  }
}
