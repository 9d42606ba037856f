import type { FactSnapshot } from '../facts/catalogue.js'
import type { CompiledProfiles } from './compile.js'
import { BEFORE, LENGTH, ON, rowLength } from './candidate_row.js'
import type { MissingGroup } from './candidates.js'
import { EncodedFacts } from './encoded_facts.js'
import { decidingSlot, judgeOne, judgePredicate, type Ask } from './judge_predicate.js'
import { ANY, ASK, COUNTED, MOST_NUMBERED, numberOf, OPEN, OPERATION, operandsOf, slotOf } from './predicate.js'
import { probe } from './probe_table.js'
import { larger } from './growing.js'
import { CLEAR, HIT, UNKNOWN, type Truth } from './truth.js'

/** Of what keeps a profile open: the slot it waits for, that some of it cannot arrive, or that this is not all there is to say. */
export const WAITS = 0xfff
export const STUCK = 0x1000
export const CAREFUL = 0x2000

/** Added to the number of a condition that waits for what cannot arrive, so that it comes behind all others. */
const NEVER = 32

/**
 * Finds the profiles of a compiled set that apply to a consignment, and those of which that is unknown; the others are
 * never looked at, or are left at their first clear condition. Its arrays are used again by the next `match`.
 */
export class Matcher {
  readonly facts: EncodedFacts
  readonly #seen: Uint8Array
  readonly #conditions: Int32Array
  /** Groups that wait for no missing fact, and the others by the first one they wait for. */
  readonly #always: readonly number[]
  readonly #bySlot: readonly (readonly number[])[]
  #turn = 0
  /** Where candidates of the consignment lie, start and end. */
  #ranges: Int32Array = new Int32Array(256)
  #rangeCount = 0
  /** Places (`CompiledProfiles.order`) of profiles that apply, the first `applyCount` of them. */
  readonly applies: Int32Array
  applyCount = 0
  /** By place in `applies`: a row of the candidates that leads to it. */
  readonly appliesRows: Int32Array
  /** Places of profiles that might apply, the first `openCount` of them. */
  readonly open: Int32Array
  openCount = 0
  readonly openRows: Int32Array
  /** By place in `open`: one bit for each condition of `all` that is open, by its number. */
  readonly openConditions: Int32Array
  /**
   * By place in `open`: `WAITS` is the slot of the first open condition that can still arrive, or else of the first; `STUCK`
   * where one of them cannot. `CAREFUL` where an open one has no number or waits for a question: the two are to be found anew.
   */
  readonly openBecause: Int32Array

  constructor(readonly compiled: CompiledProfiles) {
    const profiles = compiled.profileStarts.length - 1
    this.facts = new EncodedFacts(compiled.vocabulary)
    const waiting = (slot: number | undefined): number[] =>
      compiled.groups.flatMap(({ missing }, group) => (missing[0] === slot ? [group] : []))
    this.#always = waiting(undefined)
    this.#bySlot = compiled.vocabulary.facts.map((_, slot) => waiting(slot))
    this.#seen = new Uint8Array(profiles)
    this.#conditions = new Int32Array(compiled.conditionStarts.length)
    this.applies = new Int32Array(profiles)
    this.appliesRows = new Int32Array(profiles)
    this.open = new Int32Array(profiles)
    this.openRows = new Int32Array(profiles)
    this.openConditions = new Int32Array(profiles)
    this.openBecause = new Int32Array(profiles)
  }

  match(facts: FactSnapshot, ask: Ask): void {
    this.#begin()
    this.facts.read(facts)
    const { groups } = this.compiled
    this.#rangeCount = 0
    for (const group of this.#always) this.#search(group, groups[group]!)
    const { open } = this.facts
    for (let slot = 0; slot < open.length; slot++) {
      if (open[slot] === 0) continue
      for (const group of this.#bySlot[slot]!) if (this.#isActive(groups[group]!)) this.#search(group, groups[group]!)
    }
    this.#judgeRows(ask)
  }

  /** The answer of a condition to the consignment matched last. */
  judge(condition: number, ask: Ask): Truth {
    const known = this.#conditions[condition]!
    if (known >> 2 === this.#turn) return (known & 3) as Truth
    const { conditions, conditionStarts } = this.compiled
    const truth = judgePredicate(conditions, conditionStarts[condition]!, this.facts, ask)
    this.#conditions[condition] = (this.#turn << 2) | truth
    return truth
  }

  /** One of `all`, as it was asked. */
  #judgeNumbered(place: number, head: number, ask: Ask): Truth {
    const { order, profileConditions, profileStarts } = this.compiled
    return this.judge(profileConditions[profileStarts[order[place]!]! + numberOf(head)]!, ask)
  }

  #begin(): void {
    for (let at = 0; at < this.applyCount; at++) this.#seen[this.applies[at]!] = 0
    for (let at = 0; at < this.openCount; at++) this.#seen[this.open[at]!] = 0
    this.applyCount = 0
    this.openCount = 0
    if (this.#turn === 0x1fffffff) {
      this.#turn = 0
      this.#conditions.fill(0)
    }
    this.#turn += 1
  }

  #isActive({ missing }: MissingGroup): boolean {
    for (let at = 1; at < missing.length; at++) if (this.facts.open[missing[at]!] === 0) return false
    return true
  }

  /** Finds where the candidates of a group lie. */
  #search(group: number, { singles, pairs, scan }: MissingGroup): void {
    const { ends, said, open } = this.facts
    for (let at = 0; at < singles.length; at++) {
      const slot = singles[at]!
      if (open[slot] === 1) continue
      for (let one = slot === 0 ? 0 : ends[slot - 1]!; one < ends[slot]!; one++) this.#probe(group, said[one]!, -1)
    }
    for (let at = 0; at < pairs.length; at += 2) {
      const slot = pairs[at]!
      const other = pairs[at + 1]!
      if (open[slot] === 1 || open[other] === 1) continue
      for (let one = slot === 0 ? 0 : ends[slot - 1]!; one < ends[slot]!; one++) {
        for (let two = ends[other - 1]!; two < ends[other]!; two++) this.#probe(group, said[one]!, said[two]!)
      }
    }
    if (scan[1] > scan[0]) this.#lead(scan[0], scan[1])
  }

  #probe(group: number, token: number, other: number): void {
    const { probes } = this.compiled
    const range = probe(probes, group, token, other)
    if (range >= 0) this.#lead(probes.rows[range]!, probes.rows[range + 1]!)
  }

  #lead(start: number, end: number): void {
    if (this.#rangeCount === this.#ranges.length) this.#ranges = larger(this.#ranges)
    this.#ranges[this.#rangeCount] = start
    this.#ranges[this.#rangeCount + 1] = end
    this.#rangeCount += 2
  }

  /**
   * Goes through the candidates: a row ends at its first clear predicate, and with it the run it begins. All in one function: what is asked of a
   * row is little, and what every call fetches anew is much.
   */
  #judgeRows(ask: Ask): void {
    const { candidates } = this.compiled
    const { facts } = this
    const { arrives, partial } = facts
    const ranges = this.#ranges
    for (let range = 0; range < this.#rangeCount; range += 2) {
      for (let at = ranges[range]!, end = ranges[range + 1]!; at < end;) {
        const isShared = candidates[at]! < 0
        const row = isShared ? ~candidates[at]! : at
        const program = row + BEFORE
        const last = program + candidates[row + LENGTH]!
        let answer: Truth = HIT
        let open = 0
        let first = 64
        let waits = 0
        let word = program
        while (word < last) {
          const head = candidates[word]!
          const operation = head & OPERATION
          if (operation === OPEN) {
            answer = partial[slotOf(head)] === 0 ? UNKNOWN : this.#judgeNumbered(candidates[row]!, head, ask)
            word += 1
          } else if (head >>> COUNTED === 1 && operation < ASK) {
            answer = judgeOne(candidates, word, facts)
            word += 2
          } else {
            answer = judgePredicate(candidates, word, facts, ask)
            word += 1 + operandsOf(head)
          }
          if (answer === CLEAR) break
          if (answer === HIT) continue
          const number = numberOf(head)
          open |= 1 << number
          const slot = operation === ANY ? decidingSlot(candidates, word - operandsOf(head), word, facts) : slotOf(head)
          if (operation === ASK || slot < 0 || number === MOST_NUMBERED) waits |= CAREFUL
          else {
            const rank = number + (arrives[slot] === 0 ? NEVER : 0)
            if (rank >= NEVER) waits |= STUCK
            if (rank < first) {
              first = rank
              waits = (waits & ~WAITS) | slot
            }
          }
        }
        if (answer !== CLEAR) this.#found(row, open, waits)
        const on = isShared || answer !== CLEAR || word !== program + 2 ? 0 : candidates[row + ON]!
        at = on !== 0 ? row + on : isShared ? at + 1 : row + rowLength(candidates, row)
      }
    }
  }

  #found(row: number, open: number, waits: number): void {
    const place = this.compiled.candidates[row]!
    if (this.#seen[place] === 1) return
    this.#seen[place] = 1
    if (open === 0) {
      this.appliesRows[this.applyCount] = row
      this.applies[this.applyCount++] = place
    } else {
      this.openRows[this.openCount] = row
      this.openConditions[this.openCount] = open
      this.openBecause[this.openCount] = waits
      this.open[this.openCount++] = place
    }
  }
}
