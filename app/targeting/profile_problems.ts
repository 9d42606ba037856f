import type { IndicatorRegistry } from '#core/indicators/registry'
import { checkProfile } from '#core/profiles/check'
import type { ProfileProblem } from '#core/profiles/profile_problem'

/** A draft may give no points yet; a published revision may not. */
export const draftProblems = (document: unknown, registry: IndicatorRegistry): readonly ProfileProblem[] =>
  checkProfile(document, registry).filter((problem) => problem.because !== 'targeting.profile_weighs_nothing')
