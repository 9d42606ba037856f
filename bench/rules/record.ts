import type { FactKey, FactSnapshot } from '#core/facts/catalogue'
import { FACT_KEYS } from '#core/facts/fact_kinds'
import { normaliseText } from '#core/matching/normalise_text'
import type { Condition, ConditionValue, ProfileRevision } from '#core/profiles/document'

/** A consignment as other engines take one: a flat object, texts as they are compared, `null` where a fact is missing. */
export type Value = string | number | boolean | readonly string[] | null
export type Rec = Readonly<Record<string, Value>>

export const field = (fact: FactKey): string => fact.replaceAll('.', '_')
export const wordsField = (fact: FactKey): string => `${field(fact)}_words`
export const filedField = (fact: FactKey): string => `${field(fact)}_filed`

/** Texts whose words are looked for. */
const TEXTS: readonly FactKey[] = ['goods.description']

export const recordOf = (facts: FactSnapshot): Rec => {
  const record: Record<string, Value> = {}
  for (const key of FACT_KEYS) {
    const fact = facts[key]
    record[field(key)] = fact.known ? compared(fact.value) : null
    record[filedField(key)] =
      fact.known || fact.why === 'not_understood'
        ? true
        : fact.why === 'not_filed' || fact.why === 'not_carried'
          ? false
          : null
    if (TEXTS.includes(key)) record[wordsField(key)] = fact.known ? ` ${normaliseText(String(fact.value))} ` : null
  }
  return record
}

const compared = (value: unknown): Value =>
  Array.isArray(value)
    ? value.map((each) => String(each).trim().toUpperCase())
    : typeof value === 'string'
      ? value.trim().toUpperCase()
      : (value as number | boolean)

type Fact = Extract<Condition, { kind: 'fact' }>

/** What a condition compares, as the test of one operator of another engine: of which field, with what. */
export const testOf = ({
  fact,
  operator,
  value,
}: Fact): { field: string; operator: string; value: ConditionValue } => ({
  field: operator === 'contains_word' ? wordsField(fact) : operator === 'is_filed' ? filedField(fact) : field(fact),
  operator,
  value: comparedWith(operator, value),
})

const comparedWith = (operator: string, value: ConditionValue): ConditionValue => {
  const each = (text: string): string =>
    operator === 'contains_word'
      ? ` ${normaliseText(text)} `
      : operator === 'matches'
        ? text
        : text.trim().toUpperCase()
  if (typeof value === 'string')
    return ['contains_word', 'starts_with'].includes(operator) ? [each(value)] : each(value)
  return Array.isArray(value) ? (value as readonly string[]).map(each) : value
}

const any = (value: Value, holds: (text: never) => boolean): boolean =>
  Array.isArray(value) ? value.some((each) => holds(each as never)) : holds(value as never)

/** The operators, for engines that have none of their own. What is missing might hold. */
export const MIGHT: Readonly<Record<string, (value: Value, wanted: ConditionValue) => boolean>> = {
  is: (value, wanted) => value === null || any(value, (each) => each === wanted),
  is_not: (value, wanted) => value === null || !any(value, (each) => each === wanted),
  is_one_of: (value, wanted) => value === null || any(value, (each) => (wanted as readonly string[]).includes(each)),
  is_none_of: (value, wanted) => value === null || !any(value, (each) => (wanted as readonly string[]).includes(each)),
  is_over: (value, wanted) => value === null || (value as number) > (wanted as number),
  is_under: (value, wanted) => value === null || (value as number) < (wanted as number),
  starts_with: (value, wanted) =>
    value === null ||
    any(value, (each: string) => (wanted as readonly string[]).some((prefix) => each.startsWith(prefix))),
  contains_word: (value, wanted) =>
    value === null || (wanted as readonly string[]).some((words) => (value as string).includes(words)),
  is_filed: (value, wanted) => value === null || value === wanted,
  matches: (value, wanted) => value === null || any(value, (each: string) => regex(wanted as string).test(each)),
}

const regexes = new Map<string, RegExp>()
const regex = (pattern: string): RegExp => {
  const known = regexes.get(pattern) ?? new RegExp(pattern, 'i')
  regexes.set(pattern, known)
  return known
}

export type Holds = (record: Rec) => boolean

/** A condition as a closure with its operator already chosen. */
export const closureOf = (condition: Condition): Holds => {
  if (condition.kind !== 'fact') throw new Error('the workload asks facts alone')
  const { field: name, operator, value } = testOf(condition)
  const might = MIGHT[operator]!
  switch (operator) {
    case 'is':
      return (record) => {
        const given = record[name]!
        return given === value || given === null || (Array.isArray(given) && given.includes(value as string))
      }
    case 'is_over':
      return (record) => record[name] === null || (record[name] as number) > (value as number)
    case 'is_under':
      return (record) => record[name] === null || (record[name] as number) < (value as number)
    default:
      return (record) => might(record[name]!, value)
  }
}

/** What of a profile that might apply is missing: the second half of a three-valued answer, asked of the few that were found. */
export const isOpen = ({ document }: ProfileRevision, record: Rec): boolean => {
  const missing = (condition: Condition): boolean =>
    condition.kind === 'fact' && record[testOf(condition).field] === null
  return (
    document.all.some(missing) ||
    (document.any.length > 0 && !document.any.some((each) => !missing(each) && closureOf(each)(record)))
  )
}
