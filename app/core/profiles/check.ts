import { THREATS } from '../indicators/definition.js'
import type { IndicatorRegistry } from '../indicators/registry.js'
import { checkCondition } from './check_condition.js'
import { isRecord, problem, type ProfileProblem } from './profile_problem.js'

const BLOCKS = ['all', 'any', 'adds'] as const
/** Whole-document limit: a person has to be able to read it. */
const MOST_CONDITIONS = 200

/**
 * Checks a profile document as authored or stored. An empty answer means it can be cast to
 * `ProfileDocument` and weighed with this registry; otherwise every problem says where it is.
 */
export const checkProfile = (document: unknown, registry: IndicatorRegistry): readonly ProfileProblem[] => {
  if (!isRecord(document)) return [problem('shape', '')]
  const problems = Object.keys(document)
    .filter((name) => name !== 'threat' && !BLOCKS.some((block) => block === name))
    .map((name) => problem('member_unknown', name, { name }))
  if (!THREATS.some((threat) => threat === document['threat'])) problems.push(problem('threat_unknown', 'threat'))
  const ids = new Set<string>()
  let count = 0
  let weighs = false
  for (const block of BLOCKS) {
    const conditions = document[block]
    if (!Array.isArray(conditions)) {
      problems.push(problem('block_shape', block, { block }))
      continue
    }
    conditions.forEach((condition: unknown, index) => {
      const path = `${block}.${index}`
      count++
      problems.push(...checkCondition(condition, path, registry))
      if (!isRecord(condition)) return
      const id = condition['id']
      if (typeof id === 'string' && ids.has(id)) problems.push(problem('id_twice', `${path}.id`, { id }))
      if (typeof id === 'string') ids.add(id)
      weighs ||= condition['points'] !== 0 || condition['hard'] === true
    })
  }
  if (count > MOST_CONDITIONS) problems.push(problem('too_many', '', { count, limit: MOST_CONDITIONS }))
  if (problems.length === 0 && !weighs) problems.push(problem('weighs_nothing', ''))
  return problems
}
