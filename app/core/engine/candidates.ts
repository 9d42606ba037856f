import { placementsOf, type AccessKey } from './access_keys.js'
import { ProbeTableBuilder, type ProbeTable } from './probe_table.js'
import { BEFORE, CODE, LAID, LENGTH, ON } from './candidate_row.js'
import {
  headOf,
  MOST_NUMBERED,
  NONE,
  NUMBERED,
  numberOf,
  OPEN,
  OPERATION,
  OVER,
  slotOf,
  SOME,
  UNDER,
} from './predicate.js'
import { runsOf } from './runs.js'
import { Words } from './growing.js'

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
   * they are read in one go (`candidate_row.ts`). A word below zero stands for the row that begins at its complement:
   * profiles with many keys are kept once.
   */
  readonly candidates: Int32Array
}

/** What a program asks, the least likely first; which of it a key answers is told by its place. */
export type Program = readonly (readonly number[])[]

/** A profile as its rows begin. */
export interface Head {
  /** Where it stands among the profiles as they are laid down. */
  readonly place: number
  readonly first: number
  /** Words of its claims, `LAID` of each. */
  readonly claims: readonly number[]
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
      const row = this.#row(head, leftOf(program, holds, missing), (probes?.length ?? 0) > MOST_COPIES)
      if (probes === null) group.scan.push(row)
      for (const [one, other] of probes ?? []) {
        if (other === null) group.singles.add(one.slot)
        else group.pairs.add(`${one.slot} ${other.slot}`)
        this.#probes.add(group.number, one.token, other?.token ?? -1, row)
      }
    }
  }

  #row({ place, first, claims, asks }: Head, program: Program, isShared: boolean): number {
    this.#starts.push(this.#rows.length)
    this.#isShared.push(isShared)
    this.#rows.push(
      place,
      first,
      (claims.length / LAID) * 2 + Number(asks),
      0,
      program.reduce((sum, { length }) => sum + length, 0)
    )
    for (const words of program) this.#rows.append(words)
    this.#rows.append(claims)
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

  /** @param codes by subject. */
  build(codes: Int32Array): Candidates {
    const rows = this.#rows.done()
    const candidates = new Words()
    const shared = new Map<number, number>()
    const lay = (row: number): number => {
      const start = this.#starts[row]!
      const at = candidates.length
      candidates.append(rows.subarray(start, this.#starts[row + 1] ?? rows.length))
      for (let claim = at + BEFORE + rows[start + LENGTH]!; claim < candidates.length; claim += LAID) {
        candidates.set(claim + CODE, codes[candidates.get(claim)]!)
      }
      return at
    }
    this.#isShared.forEach((isShared, row) => {
      if (!isShared) return
      shared.set(row, lay(row))
    })
    const put = (of: readonly number[]): readonly [number, number] => {
      const start = candidates.length
      const own = of.filter((row) => !this.#isShared[row])
      for (const run of runsOf(rows, own, (row) => this.#starts[row]!)) {
        const starts = run.rows.map((row) => lay(row))
        if (run.isSkipped) for (const at of starts) candidates.set(at + ON, candidates.length - at)
      }
      for (const row of of) if (this.#isShared[row]) candidates.push(~shared.get(row)!)
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

/** What is left to ask where a key leads: of a fact known to be missing not even what was wanted of it. */
const leftOf = (program: Program, holds: readonly number[], missing: readonly number[]): Program => {
  const asked = program.filter((_, part) => !holds.includes(part))
  const isOpen = ([head = 0]: readonly number[]): boolean =>
    LEFT_OPEN.has(head & OPERATION) && numberOf(head) < MOST_NUMBERED && missing.includes(slotOf(head))
  const open = asked.filter(isOpen)
  if (open.length === 0) return asked
  return [
    ...asked.filter((words) => !isOpen(words)),
    ...open.map(([head = 0]) => [headOf(OPEN, slotOf(head), 0) | (numberOf(head) << NUMBERED)]),
  ]
}

/** Unknown of a missing fact, whatever is wanted. */
const LEFT_OPEN: ReadonlySet<number> = new Set([SOME, NONE, OVER, UNDER])
