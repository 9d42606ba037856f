import type { CompiledProfiles } from '../compile.js'
import type { AskedProfiles } from './asked.js'

/** A place that was not looked at yet, and one that gives no points and is not hard. */
const NEW = 0
const ONLY_SELECTS = -1

/**
 * What the conditions of profiles are worth, by their place among all conditions: numbers side by side, because of
 * thousands of profiles that might apply each is read once and no two lie together in memory as objects.
 */
export class Ledger {
  /** Code + 1. */
  readonly #codes: Int32Array
  readonly #points: Int16Array
  readonly #hard: Uint8Array
  readonly #subjects: Int32Array
  readonly #groups: Uint8Array
  readonly #orders: Uint8Array
  /** Conditions of `all` and of `any` of each profile, and its threat. */
  readonly all: Uint8Array
  readonly any: Uint8Array
  readonly threat: Uint8Array
  readonly #ready: Uint8Array
  readonly asks: Uint8Array

  constructor(
    readonly compiled: CompiledProfiles,
    readonly profiles: AskedProfiles
  ) {
    const count = compiled.profileStarts.length - 1
    const places = compiled.profileConditions.length
    this.#codes = new Int32Array(places)
    this.#points = new Int16Array(places)
    this.#hard = new Uint8Array(places)
    this.#subjects = new Int32Array(places)
    this.#groups = new Uint8Array(places)
    this.#orders = new Uint8Array(places)
    this.all = new Uint8Array(count)
    this.any = new Uint8Array(count)
    this.threat = new Uint8Array(count)
    this.asks = new Uint8Array(count)
    this.#ready = new Uint8Array(count)
  }

  /** Makes the numbers of a profile ready; they never change. */
  prepare(profile: number): void {
    if (this.#ready[profile] !== NEW) return
    this.#ready[profile] = 1
    const { all, any, conditions, questions, threat } = this.profiles.get(profile)
    this.all[profile] = all
    this.any[profile] = any
    this.threat[profile] = threat
    this.asks[profile] = Number(questions.length > 0)
    conditions.forEach((asked, at) => {
      const place = this.compiled.profileStarts[profile]! + at
      this.#codes[place] = asked.weighs ? asked.code + 1 : ONLY_SELECTS
      this.#points[place] = asked.condition.points
      this.#hard[place] = Number(asked.subject.hard)
      this.#subjects[place] = asked.subjectNumber
      this.#groups[place] = asked.group
      this.#orders[place] = asked.order
    })
  }

  /** The code a place counts under, or -1. */
  code(place: number): number {
    const code = this.#codes[place]!
    return code > 0 ? code - 1 : ONLY_SELECTS
  }

  points(place: number): number {
    return this.#points[place]!
  }

  group(place: number): number {
    return this.#groups[place]!
  }

  order(place: number): number {
    return this.#orders[place]!
  }

  subject(place: number): number {
    return this.#subjects[place]!
  }

  isHard(place: number): boolean {
    return this.#hard[place] === 1
  }
}
