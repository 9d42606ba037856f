/** Texts and whole numbers as bytes: seven bits of a number a byte, the eighth says that more follow; texts by their length. */
export class ByteWriter {
  #bytes = Buffer.allocUnsafe(64 * 1024)
  #at = 0

  begin(): void {
    this.#at = 0
  }

  /** A copy of what was written since `begin`. */
  end(): Buffer {
    return Buffer.from(this.#bytes.subarray(0, this.#at))
  }

  byte(value: number): void {
    this.#room(1)
    this.#bytes[this.#at++] = value
  }

  /** @param value whole, not negative, at most 2^53 */
  count(value: number): void {
    this.#room(8)
    while (value > 127) {
      this.#bytes[this.#at++] = (value & 127) | 128
      value = Math.floor(value / 128)
    }
    this.#bytes[this.#at++] = value
  }

  /** A whole number of either sign; small ones are short. */
  difference(value: number): void {
    this.count(value >= 0 ? value * 2 : -value * 2 - 1)
  }

  text(value: string): void {
    this.#room(value.length * 3 + 8)
    const written = this.#bytes.write(value, this.#at + 1)
    // Nearly all are short: their length takes the one byte that was left for it.
    if (written < 128) {
      this.#bytes[this.#at] = written
      this.#at += written + 1
      return
    }
    this.count(written)
    this.#at += this.#bytes.write(value, this.#at)
  }

  #room(bytes: number): void {
    if (this.#at + bytes <= this.#bytes.length) return
    const grown = Buffer.allocUnsafe((this.#at + bytes) * 2)
    this.#bytes.copy(grown, 0, 0, this.#at)
    this.#bytes = grown
  }
}

export class ByteReader {
  #at: number

  constructor(
    private readonly bytes: Buffer,
    from = 0
  ) {
    this.#at = from
  }

  get atEnd(): boolean {
    return this.#at >= this.bytes.length
  }

  count(): number {
    let value = 0
    for (let factor = 1; ; factor *= 128) {
      const byte = this.bytes[this.#at++]
      if (byte === undefined) throw new RangeError('E_BYTES_CUT: the end is missing')
      value += (byte & 127) * factor
      if (byte < 128) return value
    }
  }

  difference(): number {
    const value = this.count()
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2
  }

  text(): string {
    const length = this.count()
    const from = this.#at
    this.#at += length
    if (this.#at > this.bytes.length) throw new RangeError('E_BYTES_CUT: the end is missing')
    return this.bytes.toString('utf8', from, this.#at)
  }
}
