import type { FactSnapshot } from '#core/facts/catalogue'
import { factReader } from '#core/facts/fact'
import { argumentsOf } from '#core/indicators/arguments'
import type { Verdict } from '#core/indicators/definition'
import type { ReferenceLists } from '#core/indicators/reference_lists'
import type { IndicatorRegistry } from '#core/indicators/registry'
import type { WatchListMatch, WatchListMatcher } from '#core/matching/watch_list'
import { definitionOf } from '#core/profiles/condition_subject'
import type { Condition } from '#core/profiles/document'
import { judgeFact } from '#core/profiles/judge_fact'
import { questionOf } from '#core/profiles/question'
import { declaredFacts } from '#core/indicators/declared_facts'

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
