import { placementsOf, type AccessKey } from './access_keys.js'
import { ProbeTableBuilder, type ProbeTable } from './probe_table.js'
import { Words } from './words.js'

/** Profiles that are looked for while certain facts are open. */
export interface MissingGroup {
  /** Slots of facts that have to be open; none for the first group. */
  readonly missing: Int32Array
  /** Slots whose tokens are probed alone, and pairs of slots whose tokens are probed together. */
  readonly singles: Int32Array
  readonly pairs: Int32Array
  /** Range of the candidates that no key leads to: looked at one by one. */
  readonly scan: readonly [start: number, end: number]
}

export interface Candidates {
  readonly probes: ProbeTable
  readonly groups: readonly MissingGroup[]
  /**
   * What is left to ask of a profile where a probe led to it, beside that of the others the same probe leads to, so that
   * they are read in one go. A row is the profile, where its claims begin, twice where they end with whether it asks a
   * question, the length of its program, its program. A word below zero stands for the row that begins at its complement:
   * profiles with many keys are kept once.
   */
  readonly candidates: Int32Array
}

/** Words of a row before its program, and where among them its claims begin and its length stands. */
export const BEFORE = 4
export const CLAIMS = 1
export const LENGTH = 3

/** What a program asks, the least likely first; which of it a key answers is told by its place. */
export type Program = readonly (readonly number[])[]

/** A profile as its rows begin. */
export interface Head {
  readonly profile: number
  /** Range of its claims. */
  readonly claims: readonly [start: number, end: number]
  readonly asks: boolean
}

/** With more keys in a placement than this a row is shared. */
const MOST_COPIES = 8

interface Group {
  readonly number: number
  readonly missing: readonly number[]
  readonly singles: Set<number>
  readonly pairs: Set<string>
  readonly scan: number[]
}

export class CandidatesBuilder {
  readonly #probes = new ProbeTableBuilder()
  readonly #groups = new Map<string, Group>()
  readonly #rows = new Words()
  readonly #starts: number[] = []
  readonly #isShared: boolean[] = []

  add(head: Head, program: Program, keys: readonly AccessKey[]): void {
    for (const { missing, probes, holds } of placementsOf(keys)) {
      const group = this.#group(missing)
      const row = this.#row(
        head,
        program.filter((_, part) => !holds.includes(part)),
        (probes?.length ?? 0) > MOST_COPIES
      )
      if (probes === null) group.scan.push(row)
      for (const [one, other] of probes ?? []) {
        if (other === null) group.singles.add(one.slot)
        else group.pairs.add(`${one.slot} ${other.slot}`)
        this.#probes.add(group.number, one.token, other?.token ?? -1, row)
      }
    }
  }

  #row({ profile, claims: [start, end], asks }: Head, program: Program, isShared: boolean): number {
    this.#starts.push(this.#rows.length)
    this.#isShared.push(isShared)
    this.#rows.push(
      profile,
      start,
      end * 2 + Number(asks),
      program.reduce((sum, { length }) => sum + length, 0)
    )
    for (const words of program) this.#rows.push(...words)
    return this.#starts.length - 1
  }

  #group(missing: readonly number[]): Group {
    const name = missing.join()
    const known = this.#groups.get(name)
    if (known) return known
    const made = { number: this.#groups.size, missing, singles: new Set<number>(), pairs: new Set<string>(), scan: [] }
    this.#groups.set(name, made)
    return made
  }

  build(): Candidates {
    const rows = this.#rows.done()
    const candidates = new Words()
    const shared = new Map<number, number>()
    const lay = (row: number): void => {
      const start = this.#starts[row]!
      candidates.append(rows.subarray(start, this.#starts[row + 1] ?? rows.length))
    }
    this.#isShared.forEach((isShared, row) => {
      if (!isShared) return
      shared.set(row, candidates.length)
      lay(row)
    })
    const put = (of: readonly number[]): readonly [number, number] => {
      const start = candidates.length
      for (const row of of) {
        const at = shared.get(row)
        if (at === undefined) lay(row)
        else candidates.push(~at)
      }
      return [start, candidates.length]
    }
    const probes = this.#probes.build(put)
    const groups = [...this.#groups.values()].map(({ missing, singles, pairs, scan }) => ({
      missing: Int32Array.from(missing),
      singles: Int32Array.from(singles),
      pairs: Int32Array.from([...pairs].flatMap((pair) => pair.split(' ').map(Number))),
      scan: put(scan),
    }))
    return { probes, groups, candidates: candidates.done() }
  }
}
