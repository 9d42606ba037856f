import type { FactReader, FactSnapshot } from '../facts/catalogue.js'
import { factReader } from '../facts/fact.js'
import { argumentsOf } from '../indicators/arguments.js'
import type { IndicatorDefinition, Verdict } from '../indicators/definition.js'
import type { ReferenceLists } from '../indicators/reference_lists.js'
import type { IndicatorRegistry } from '../indicators/registry.js'
import type { WatchListMatch, WatchListMatcher } from '../matching/watch_list.js'
import { definitionOf } from '../profiles/condition_subject.js'
import type { Condition } from '../profiles/document.js'
import { judgeFact } from '../profiles/judge_fact.js'
import { canonicalJson } from './canonical.js'

export interface Judge {
  readonly judge: (condition: Condition) => Verdict
  /** Watch-list matches met so far, each once, in a stable order. */
  readonly matches: () => readonly WatchListMatch[]
}

/** Judges conditions of one assessment; the same question is answered once however many profiles ask it. */
export const judgeOf = (input: {
  readonly facts: FactSnapshot
  readonly registry: IndicatorRegistry
  readonly lists: ReferenceLists
  readonly watchLists: WatchListMatcher
}): Judge => {
  const verdicts = new Map<string, Verdict>()
  const matches = new Map<string, WatchListMatch>()
  const watchLists: WatchListMatcher = {
    covers: (kind) => input.watchLists.covers(kind),
    match: (kind, value, path) => {
      const found = input.watchLists.match(kind, value, path)
      for (const match of found) matches.set(`${match.entry.id} ${match.path}`, match)
      return found
    },
  }
  const all = factReader(input.facts)
  const ask = (condition: Condition): Verdict => {
    if (condition.kind === 'fact') return judgeFact(condition, all)
    const definition = definitionOf(condition, input.registry)
    const facts = declaredFacts(definition, all)
    return definition.assess({ facts, args: argumentsOf(definition, condition.args), lists: input.lists, watchLists })
  }
  return {
    judge: (condition) => {
      const question = questionOf(condition)
      const verdict = verdicts.get(question) ?? ask(condition)
      verdicts.set(question, verdict)
      return verdict
    },
    matches: () => [...matches].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, match]) => match),
  }
}

const questionOf = (condition: Condition): string =>
  condition.kind === 'fact'
    ? `fact ${condition.fact} ${condition.operator} ${canonicalJson(condition.value)}`
    : `indicator ${condition.indicator}@${condition.version} ${canonicalJson(condition.args)}`

/** An indicator sees the facts it declares and no others, so that `reads` is the truth. */
export const declaredFacts = (
  definition: Pick<IndicatorDefinition, 'code' | 'reads'>,
  facts: FactReader
): FactReader => ({
  get: (key) => {
    if (!definition.reads.includes(key)) throw new Error(`E_FACT_UNDECLARED: ${definition.code} reads ${key}`)
    return facts.get(key)
  },
})
