/** Texts and the numbers they stand for, in flat arrays that pass between threads without being copied. */
export interface StringTable {
  /** Open addressing, a power of two of rows of three: hash, start in `pool`, id + 1. */
  readonly rows: Int32Array
  readonly pool: Uint16Array
}

const ROW = 3
const PRIME = 0x01000193

/** One more character of a running hash; begin with the salt. */
export const hashChar = (hash: number, char: number): number => Math.imul(hash ^ char, PRIME)

/** Spreads what a running hash holds over all bits: it may be looked at between two characters. */
export const finished = (hash: number): number => {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b)
  return mixed ^ (mixed >>> 15)
}

export const hashText = (salt: number, text: string): number => {
  let hash = salt
  for (let at = 0; at < text.length; at++) hash = hashChar(hash, text.charCodeAt(at))
  return finished(hash)
}

/** Collects texts under salts (the same text under another salt is another one) and packs them. */
export class StringTableBuilder {
  readonly #ids = new Map<string, number>()
  readonly #entries: { salt: number; text: string }[] = []

  get size(): number {
    return this.#entries.length
  }

  id(salt: number, text: string): number {
    const name = `${salt} ${text}`
    const known = this.#ids.get(name)
    if (known !== undefined) return known
    this.#ids.set(name, this.#entries.length)
    return this.#entries.push({ salt, text }) - 1
  }

  build(): StringTable {
    const rows = new Int32Array(ROW * powerOfTwo(2 * this.#entries.length + 2))
    const pool = new Uint16Array(this.#entries.reduce((sum, { text }) => sum + text.length + 2, 0))
    const mask = rows.length / ROW - 1
    let end = 0
    this.#entries.forEach(({ salt, text }, id) => {
      const hash = hashText(salt, text)
      let row = hash & mask
      while (rows[row * ROW + 2] !== 0) row = (row + 1) & mask
      rows.set([hash, end, id + 1], row * ROW)
      pool[end++] = salt
      pool[end++] = text.length
      for (let at = 0; at < text.length; at++) pool[end++] = text.charCodeAt(at)
    })
    return { rows, pool }
  }
}

/** The id of `text.slice(0, length)` under a salt whose finished hash is given, or -1. */
export const find = ({ rows, pool }: StringTable, salt: number, text: string, length: number, hash: number): number => {
  const mask = rows.length / ROW - 1
  for (let row = hash & mask; ; row = (row + 1) & mask) {
    const id = rows[row * ROW + 2]!
    if (id === 0) return -1
    if (rows[row * ROW] !== hash) continue
    const start = rows[row * ROW + 1]!
    if (pool[start] !== salt || pool[start + 1] !== length) continue
    let at = 0
    while (at < length && pool[start + 2 + at] === text.charCodeAt(at)) at++
    if (at === length) return id - 1
  }
}

export const powerOfTwo = (least: number): number => 2 ** Math.ceil(Math.log2(Math.max(2, least)))
