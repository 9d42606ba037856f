import type { AssessmentResult } from '#core/assessment/assessment'
import { compile } from '#core/engine/compile'
import { Engine } from '#core/engine/engine'
import type { AssessInput } from './oracle/assess.js'

/** Weighs with an engine made for these profiles alone. */
export const assess = ({ profiles, registry, ...inputs }: AssessInput): AssessmentResult =>
  new Engine(compile(profiles), profiles, registry).assess(inputs)
