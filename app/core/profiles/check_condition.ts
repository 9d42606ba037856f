import { FACT_KINDS, isFactKey } from '../facts/fact_kinds.js'
import { fitsField } from '../indicators/arguments.js'
import type { Fields } from '../indicators/definition.js'
import type { IndicatorRegistry } from '../indicators/registry.js'
import type { ConditionValue, Operator } from './document.js'
import type { ConditionValueKind } from './operator.js'
import { OPERATORS } from './operators/main.js'
import { isRecord, problem, type ProfileProblem } from './profile_problem.js'

/** Points of one condition lie between these. */
const MOST_POINTS = 200
const MEMBERS = {
  indicator: ['id', 'kind', 'points', 'hard', 'indicator', 'version', 'args'],
  fact: ['id', 'kind', 'points', 'hard', 'fact', 'operator', 'value'],
} as const

export const checkCondition = (
  condition: unknown,
  path: string,
  registry: IndicatorRegistry
): readonly ProfileProblem[] => {
  if (!isRecord(condition)) return [problem('condition_shape', path)]
  const { kind } = condition
  if (kind !== 'indicator' && kind !== 'fact') return [problem('condition_shape', path)]
  const members: readonly string[] = MEMBERS[kind]
  const unknown = Object.keys(condition).filter((name) => !members.includes(name))
  return [
    ...unknown.map((name) => problem('member_unknown', `${path}.${name}`, { name })),
    ...checkBase(condition, path),
    ...(kind === 'indicator' ? checkIndicator(condition, path, registry) : checkFact(condition, path)),
  ]
}

const checkBase = (condition: Readonly<Record<string, unknown>>, path: string): readonly ProfileProblem[] => {
  const { id, points, hard } = condition
  return [
    ...(typeof id === 'string' && id !== '' ? [] : [problem('id_missing', `${path}.id`)]),
    ...(Number.isInteger(points) && Math.abs(points as number) <= MOST_POINTS
      ? []
      : [problem('points', `${path}.points`, { limit: MOST_POINTS })]),
    ...(hard === undefined || typeof hard === 'boolean' ? [] : [problem('condition_shape', `${path}.hard`)]),
  ]
}

const checkIndicator = (condition: Readonly<Record<string, unknown>>, path: string, registry: IndicatorRegistry) => {
  const { indicator, version, args } = condition
  const code = String(indicator)
  const definition = registry.find(code, Number(version))
  if (definition === null)
    return [problem('indicator_unknown', `${path}.indicator`, { indicator: `${code}@${String(version)}` })]
  if (!isRecord(args)) return [problem('condition_shape', `${path}.args`)]
  const fields: Fields = definition.args
  return Object.entries(args).flatMap(([name, value]) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (field === undefined) return [problem('argument_unknown', `${path}.args.${name}`, { name })]
    return fitsField(field, value) ? [] : [problem('argument_value', `${path}.args.${name}`, { name })]
  })
}

const checkFact = (condition: Readonly<Record<string, unknown>>, path: string): readonly ProfileProblem[] => {
  const { fact, operator, value } = condition
  if (typeof fact !== 'string' || !isFactKey(fact))
    return [problem('fact_unknown', `${path}.fact`, { fact: String(fact) })]
  if (typeof operator !== 'string' || !Object.hasOwn(OPERATORS, operator)) {
    return [problem('operator_unknown', `${path}.operator`, { operator: String(operator) })]
  }
  const { kinds, takes, asksFiling, accepts } = OPERATORS[operator as Operator]
  const { kind, codes } = FACT_KINDS[fact]
  if (!kinds.includes(kind)) return [problem('operator_not_for_fact', `${path}.operator`, { fact, operator })]
  const given = valueKind(value)
  const fits = given !== null && takes.includes(given) && (asksFiling || suits(kind, given))
  if (!fits) return [problem('value', `${path}.value`, { fact, operator })]
  if (accepts?.(value as ConditionValue) === false) return [problem('pattern', `${path}.value`)]
  if (codes === undefined || asksFiling) return []
  const wanted = Array.isArray(value) ? (value as readonly string[]) : [String(value)]
  return wanted
    .filter((each) => !codes.includes(each))
    .map((each) => problem('value_code', `${path}.value`, { value: each }))
}

const valueKind = (value: unknown): ConditionValueKind | null => {
  if (typeof value === 'string') return value.trim() === '' ? null : 'text'
  if (typeof value === 'number') return Number.isFinite(value) ? 'number' : null
  if (typeof value === 'boolean') return 'flag'
  const isList =
    Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string' && each.trim() !== '')
  return isList ? 'list' : null
}

/** A number is compared with numbers, a flag with flags, everything else with text. */
const suits = (fact: string, value: ConditionValueKind): boolean =>
  fact === 'number' || fact === 'date'
    ? value === 'number'
    : fact === 'flag'
      ? value === 'flag'
      : value === 'text' || value === 'list'
