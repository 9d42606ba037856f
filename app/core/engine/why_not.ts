import type { ClearReason } from '../assessment/assessment.js'
import type { FactSnapshot } from '../facts/catalogue.js'
import { factReader } from '../facts/fact.js'
import { argumentsOf } from '../indicators/arguments.js'
import { declaredFacts } from '../indicators/declared_facts.js'
import type { Verdict } from '../indicators/definition.js'
import type { ReferenceLists } from '../indicators/reference_lists.js'
import type { IndicatorRegistry } from '../indicators/registry.js'
import type { WatchListMatcher } from '../matching/watch_list.js'
import { conditionSubject, definitionOf } from '../profiles/condition_subject.js'
import type { Condition, ProfileRevision } from '../profiles/document.js'
import { judgeFact } from '../profiles/judge_fact.js'
import { nearestFirst } from './weigh/reasons.js'

/** What a snapshot does not hold is unknown, and an unknown is no miss. */
const NO_WATCH_LISTS: WatchListMatcher = { covers: () => false, match: () => [] }

/**
 * The conditions for which profiles do not apply, nearest first and each once: read from a fact snapshot when somebody asks,
 * because an assessment lists only what profiles that apply or might have to say. Watch lists are not looked into again.
 */
export const whyNot = (
  facts: FactSnapshot,
  revisions: readonly ProfileRevision[],
  registry: IndicatorRegistry,
  lists: ReferenceLists
): readonly ClearReason[] => {
  const reader = factReader(facts)
  const judge = (condition: Condition): Verdict => {
    if (condition.kind === 'fact') return judgeFact(condition, reader)
    const definition = definitionOf(condition, registry)
    const args = argumentsOf(definition, condition.args)
    return definition.assess({ facts: declaredFacts(definition, reader), args, lists, watchLists: NO_WATCH_LISTS })
  }
  const missed = new Map<string, ClearReason>()
  for (const { document } of revisions) {
    const all = document.all.map((condition) => ({ condition, verdict: judge(condition) }))
    const any = document.any.map((condition) => ({ condition, verdict: judge(condition) }))
    const missesAll = all.some(({ verdict }) => verdict.is === 'clear')
    const missesAny = any.length > 0 && any.every(({ verdict }) => verdict.is === 'clear')
    if (!missesAll && !missesAny) continue
    for (const { condition, verdict } of [...all, ...any]) {
      if (verdict.is !== 'clear') continue
      const { hard, ...subject } = conditionSubject(condition, registry)
      const { points } = condition
      if (points === 0 && !hard) continue
      if ((missed.get(subject.code)?.points ?? -Infinity) >= points) continue
      missed.set(subject.code, { ...subject, points, nearest: verdict.nearest ?? null })
    }
  }
  return [...missed.values()].sort(nearestFirst)
}
