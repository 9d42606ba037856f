/**
 * Seeded pseudo-random numbers (sfc32). Every part of the traffic draws from its own stream,
 * named by labels, so that adding a draw in one place changes nothing elsewhere.
 */
export class Random {
  #a: number
  #b: number
  #c: number
  #d: number

  constructor(...labels: readonly (string | number)[]) {
    const key = labels.join('/')
    this.#a = hash(key, 0x9e3779b9)
    this.#b = hash(key, 0x243f6a88)
    this.#c = hash(key, 0xb7e15162)
    this.#d = 1
    for (let warm = 0; warm < 12; warm++) this.next()
  }

  /** Uniform in [0, 1). */
  next(): number {
    const t = (((this.#a + this.#b) | 0) + this.#d) | 0
    this.#d = (this.#d + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = (this.#c << 21) | (this.#c >>> 11)
    this.#c = (this.#c + t) | 0
    return (t >>> 0) / 4294967296
  }

  /** Whole number, both ends included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }

  between(low: number, high: number): number {
    return low + this.next() * (high - low)
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  pick<T>(list: readonly T[]): T {
    const value = list[Math.floor(this.next() * list.length)]
    if (value === undefined) throw new RangeError('pick from an empty list')
    return value
  }

  weighted<T extends { readonly weight: number }>(list: readonly T[]): T {
    let left = this.next() * list.reduce((sum, entry) => sum + entry.weight, 0)
    for (const entry of list) if ((left -= entry.weight) < 0) return entry
    return this.pick(list)
  }

  /** Index below `size`; the first ones come often, the last ones rarely (Zipf, exponent 1). */
  zipf(size: number): number {
    return Math.min(size - 1, Math.floor(Math.exp(this.next() * Math.log(size + 1))) - 1)
  }

  digits(length: number): string {
    return Array.from({ length }, () => this.int(0, 9)).join('')
  }
}

/** FNV-1a with a final mix; 32 bits, unsigned. */
export const hash = (text: string, seed = 0x811c9dc5): number => {
  let value = seed
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}
