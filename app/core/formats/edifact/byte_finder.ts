/** Remembers where the next occurrence of a byte is, so that a stretch is searched once however often it is asked. */
export class ByteFinder {
  #at = -1
  #searched = 0

  constructor(readonly byte: number) {}

  /** Position of the first occurrence from `from` on; `Infinity` when there is none yet. */
  next(bytes: Uint8Array, from: number): number {
    if (this.#at >= from) return this.#at
    const start = Math.max(from, this.#searched)
    if (start >= bytes.length) return Infinity
    const found = indexOfByte(bytes, this.byte, start, bytes.length)
    this.#at = found
    this.#searched = found < 0 ? bytes.length : found
    return found < 0 ? Infinity : found
  }

  /** Follows bytes dropped from the start. */
  shift(count: number): void {
    this.#at = this.#at >= count ? this.#at - count : -1
    this.#searched = Math.max(0, this.#searched - count)
  }

  /** Forgets what lies behind a place that changed. */
  reset(from: number): void {
    if (this.#at >= from) this.#at = -1
    this.#searched = Math.min(this.#searched, from)
  }
}

/** Position of a byte in `from`..`to`, or -1. Over the few dozen bytes of a segment quicker than `Buffer.indexOf`. */
export const indexOfByte = (bytes: Uint8Array, byte: number, from: number, to: number): number => {
  for (let at = from; at < to; at++) if (bytes[at] === byte) return at
  return -1
}
