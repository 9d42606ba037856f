import type { FactSnapshot } from '../facts/catalogue.js'
import type { CompiledProfiles, MissingGroup } from './compile.js'
import { EncodedFacts } from './encoded_facts.js'
import { judgePredicate, type Ask } from './judge_predicate.js'
import { HEAD, NUMBERED } from './predicate.js'
import { probe } from './probe_table.js'
import { CLEAR, UNKNOWN, type Truth } from './truth.js'

/**
 * Finds the profiles of a compiled set that apply to a consignment, and those of which that is unknown; the others are
 * never looked at, or are left at their first clear condition. Its arrays are used again by the next `match`.
 */
export class Matcher {
  readonly facts: EncodedFacts
  readonly #seen: Int32Array
  readonly #conditions: Int32Array
  #turn = 0
  /** Numbers of profiles that apply, the first `applyCount` of them. */
  readonly applies: Int32Array
  applyCount = 0
  /** Numbers of profiles that might apply, the first `openCount` of them. */
  readonly open: Int32Array
  openCount = 0
  /** By place in `open`: one bit for each condition of `all` that is open, by its number. */
  readonly openConditions: Int32Array

  constructor(readonly compiled: CompiledProfiles) {
    const profiles = compiled.programStarts.length - 1
    this.facts = new EncodedFacts(compiled.vocabulary)
    this.#seen = new Int32Array(profiles)
    this.#conditions = new Int32Array(compiled.conditionStarts.length)
    this.applies = new Int32Array(profiles)
    this.open = new Int32Array(profiles)
    this.openConditions = new Int32Array(profiles)
  }

  match(facts: FactSnapshot, ask: Ask): void {
    if (this.#turn === 0x1fffffff) this.#restart()
    this.#turn += 1
    this.applyCount = 0
    this.openCount = 0
    this.facts.read(facts)
    const { groups } = this.compiled
    for (let group = 0; group < groups.length; group++) {
      if (this.#isActive(groups[group]!)) this.#search(group, groups[group]!, ask)
    }
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

  #restart(): void {
    this.#turn = 0
    this.#seen.fill(0)
    this.#conditions.fill(0)
  }

  #isActive({ missing }: MissingGroup): boolean {
    for (let at = 0; at < missing.length; at++) if (this.facts.open[missing[at]!] === 0) return false
    return true
  }

  #search(group: number, { singles, pairs, scan }: MissingGroup, ask: Ask): void {
    const { ends, said, open } = this.facts
    for (let at = 0; at < singles.length; at++) {
      const slot = singles[at]!
      if (open[slot] === 1) continue
      for (let one = slot === 0 ? 0 : ends[slot - 1]!; one < ends[slot]!; one++) this.#probe(group, said[one]!, -1, ask)
    }
    for (let at = 0; at < pairs.length; at += 2) {
      const slot = pairs[at]!
      const other = pairs[at + 1]!
      if (open[slot] === 1 || open[other] === 1) continue
      for (let one = slot === 0 ? 0 : ends[slot - 1]!; one < ends[slot]!; one++) {
        for (let two = ends[other - 1]!; two < ends[other]!; two++) this.#probe(group, said[one]!, said[two]!, ask)
      }
    }
    for (let at = 0; at < scan.length; at++) this.#try(scan[at]!, ask)
  }

  #probe(group: number, token: number, other: number, ask: Ask): void {
    const { probes } = this.compiled
    const range = probe(probes, group, token, other)
    if (range < 0) return
    for (let at = probes.rows[range]!, end = probes.rows[range + 1]!; at < end; at++) {
      this.#try(probes.found[at]!, ask)
    }
  }

  #try(profile: number, ask: Ask): void {
    const { programs, programStarts } = this.compiled
    let open = 0
    for (let at = programStarts[profile]!, end = programStarts[profile + 1]!; at < end;) {
      const answer = judgePredicate(programs, at, this.facts, ask)
      if (answer === CLEAR) return
      if (answer === UNKNOWN) open |= 1 << (programs[at]! >> NUMBERED)
      at += HEAD + programs[at + 2]!
    }
    if (this.#seen[profile] === this.#turn) return
    this.#seen[profile] = this.#turn
    if (open === 0) this.applies[this.applyCount++] = profile
    else {
      this.openConditions[this.openCount] = open
      this.open[this.openCount++] = profile
    }
  }
}
