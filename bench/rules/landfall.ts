import type { CompiledProfiles } from '#core/engine/compile'
import { Engine } from '#core/engine/engine'
import { Matcher } from '#core/engine/matcher'
import { Questions } from '#core/engine/weigh/questions'
import type { FactSnapshot } from '#core/facts/catalogue'
import { DEFAULT_CAPS } from '#core/indicators/definition'
import { builtinRegistry } from '#core/indicators/registry'
import { ExactIndex } from '#core/matching/exact_index'
import type { ProfileRevision } from '#core/profiles/document'
import type { Found } from './candidates.js'

/** The workload asks facts alone: no lists, no watch lists. */
export const settings = {
  lists: { get: () => null },
  watchLists: new ExactIndex([]).at(0),
  cuts: { medium: 50, high: 100, alert: 50 },
  caps: DEFAULT_CAPS,
}

export interface Ours {
  readonly engine: Engine
  match(facts: FactSnapshot): Found
  /** Without collecting what was found. */
  matchOnly(facts: FactSnapshot): void
}

/** The engine as the product has it, and its match layer alone. */
export const landfall = (compiled: CompiledProfiles, live: readonly ProfileRevision[]): Ours => {
  const matcher = new Matcher(compiled)
  const questions = new Questions(compiled.vocabulary.questions, builtinRegistry)
  const matchOnly = (facts: FactSnapshot): void => {
    questions.begin({ ...settings, facts })
    matcher.match(facts, questions.ask)
  }
  const profilesAt = (places: Int32Array): readonly number[] => [
    ...places.map((place) => compiled.order[place]!).sort(),
  ]
  return {
    engine: new Engine(compiled, live, builtinRegistry),
    matchOnly,
    match: (facts) => {
      matchOnly(facts)
      return {
        applies: profilesAt(matcher.applies.subarray(0, matcher.applyCount)),
        open: profilesAt(matcher.open.subarray(0, matcher.openCount)),
      }
    },
  }
}
