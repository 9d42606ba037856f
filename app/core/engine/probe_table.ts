import { finished, powerOfTwo } from './string_table.js'

/** Where to look: a group of profiles and one or two tokens; leads to a range of candidates. */
export interface ProbeTable {
  /** Open addressing, rows of five: group + 1, token, other token + 1, start and end among the candidates. */
  readonly rows: Int32Array
  /** One bit a hash: most probes end here, in a table small enough for the cache. */
  readonly filter: Int32Array
}

const ROW = 5
/** Bits of the filter for each row. */
const BITS = 16

const hashProbe = (group: number, token: number, other: number): number =>
  finished(Math.imul(Math.imul(group + 1, 0x9e3779b1) ^ token, 0x85ebca6b) ^ Math.imul(other + 1, 0xc2b2ae35))

/** Collects what each probe leads to, numbers of any meaning. */
export class ProbeTableBuilder {
  readonly #groups: Map<number, number[]>[] = []
  #rows = 0

  add(group: number, token: number, other: number, candidate: number): void {
    const probes = (this.#groups[group] ??= new Map())
    // Tokens are fewer than 2^26: both fit in a safe integer.
    const name = token * 2 ** 26 + other + 1
    const same = probes.get(name)
    if (same) same.push(candidate)
    else {
      probes.set(name, [candidate])
      this.#rows += 1
    }
  }

  /** @param put lays down what a probe leads to and says where it begins and ends. */
  build(put: (candidates: readonly number[]) => readonly [start: number, end: number]): ProbeTable {
    const rows = new Int32Array(ROW * powerOfTwo(2 * this.#rows + 2))
    const filter = new Int32Array(powerOfTwo(BITS * this.#rows + 32) / 32)
    const mask = rows.length / ROW - 1
    this.#groups.forEach((probes, group) => {
      for (const [name, candidates] of probes) {
        const token = Math.floor(name / 2 ** 26)
        const other = (name % 2 ** 26) - 1
        const hash = hashProbe(group, token, other)
        let row = hash & mask
        while (rows[row * ROW] !== 0) row = (row + 1) & mask
        rows.set([group + 1, token, other + 1, ...put(candidates)], row * ROW)
        const bit = (hash >>> 7) & (filter.length * 32 - 1)
        filter[bit >>> 5]! |= 1 << (bit & 31)
      }
    })
    return { rows, filter }
  }
}

/** The place of the row whose range answers the probe, or -1. */
export const probe = ({ rows, filter }: ProbeTable, group: number, token: number, other: number): number => {
  const hash = hashProbe(group, token, other)
  const bit = (hash >>> 7) & (filter.length * 32 - 1)
  if ((filter[bit >>> 5]! & (1 << (bit & 31))) === 0) return -1
  const mask = rows.length / ROW - 1
  for (let row = hash & mask; ; row = (row + 1) & mask) {
    const at = row * ROW
    if (rows[at] === 0) return -1
    if (rows[at] === group + 1 && rows[at + 1] === token && rows[at + 2] === other + 1) return at + 3
  }
}
