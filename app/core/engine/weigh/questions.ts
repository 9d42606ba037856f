import { declaredFacts } from '../../indicators/declared_facts.js'
import { factReader } from '../../facts/fact.js'
import type { FactReader, FactSnapshot } from '../../facts/catalogue.js'
import { argumentsOf } from '../../indicators/arguments.js'
import type { IndicatorDefinition, Verdict } from '../../indicators/definition.js'
import type { ReferenceLists } from '../../indicators/reference_lists.js'
import type { IndicatorRegistry } from '../../indicators/registry.js'
import type { WatchListMatch, WatchListMatcher } from '../../matching/watch_list.js'
import { definitionOf } from '../../profiles/condition_subject.js'
import type { Condition } from '../../profiles/document.js'
import { answerOf, judgeFact } from '../../profiles/judge_fact.js'
import { CLEAR, HIT, UNKNOWN, type Truth } from '../truth.js'

/** What an assessment looks into besides the profiles. */
export interface Inputs {
  readonly facts: FactSnapshot
  readonly lists: ReferenceLists
  /** Already bound to the instant of the assessment. */
  readonly watchLists: WatchListMatcher
}

const TRUTHS: Readonly<Record<Verdict['is'], Truth>> = { hit: HIT, clear: CLEAR, unknown: UNKNOWN }

interface Indicator {
  readonly definition: IndicatorDefinition
  readonly args: Record<string, unknown>
}

/** The questions of a compiled set that only code can answer, each answered once a consignment and only when it is asked. */
export class Questions {
  readonly #indicators: readonly (Indicator | null)[]
  #verdicts: (Verdict | undefined)[] = []
  /** Answers asked for so far, one more than the truth. */
  readonly #truths: Uint8Array
  #matches: (WatchListMatch[] | undefined)[] = []
  #inputs: Inputs | null = null
  #reader: FactReader | null = null

  /** @throws when a profile names an indicator that the registry lacks. */
  constructor(
    readonly conditions: readonly Condition[],
    registry: IndicatorRegistry
  ) {
    this.#truths = new Uint8Array(conditions.length)
    this.#indicators = conditions.map((condition) => {
      if (condition.kind === 'fact') return null
      const definition = definitionOf(condition, registry)
      return { definition, args: argumentsOf(definition, condition.args) }
    })
  }

  begin(inputs: Inputs): void {
    this.#inputs = inputs
    this.#reader = factReader(inputs.facts)
    this.#verdicts = []
    this.#truths.fill(0)
    this.#matches = []
  }

  /** Of a fact no more than whether it holds; the words follow where it is shown. */
  readonly ask = (question: number): Truth => {
    const known = this.#truths[question]!
    if (known !== 0) return (known - 1) as Truth
    const condition = this.conditions[question]!
    const truth =
      condition.kind === 'fact' ? TRUTHS[answerOf(condition, this.#reader!)] : TRUTHS[this.verdict(question).is]
    this.#truths[question] = truth + 1
    return truth
  }

  /** @throws when an indicator reads what it does not declare. */
  verdict(question: number): Verdict {
    return (this.#verdicts[question] ??= this.#judge(question))
  }

  /** Watch-list matches a question met. */
  matches(question: number): readonly WatchListMatch[] {
    return this.#matches[question] ?? []
  }

  #judge(question: number): Verdict {
    const condition = this.conditions[question]!
    const reader = this.#reader!
    if (condition.kind === 'fact') return judgeFact(condition, reader)
    const { definition, args } = this.#indicators[question]!
    const { lists, watchLists } = this.#inputs!
    return definition.assess({
      facts: declaredFacts(definition, reader),
      args,
      lists,
      watchLists: {
        covers: (kind) => watchLists.covers(kind),
        match: (kind, value, path) => {
          const found = watchLists.match(kind, value, path)
          if (found.length > 0) (this.#matches[question] ??= []).push(...found)
          return found
        },
      },
    })
  }
}
