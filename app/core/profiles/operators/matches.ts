import { RE2JS } from 're2js'
import type { OperatorDefinition } from '../operator.js'

/** Longest pattern: a person has to be able to read it. */
const LONGEST_PATTERN = 200
/** Compiled patterns kept; a pattern is compiled again when it comes back after so many others. */
const KEPT = 2000

const compiled = new Map<string, RE2JS | null>()

/** The pattern, case apart, or `null` where RE2 takes none of it: its time grows with the text and with nothing else. */
const patternOf = (pattern: string): RE2JS | null => {
  const known = compiled.get(pattern)
  if (known !== undefined) return known
  const made = pattern.length > LONGEST_PATTERN ? null : compilePattern(pattern)
  if (compiled.size >= KEPT) compiled.delete(compiled.keys().next().value!)
  compiled.set(pattern, made)
  return made
}

const compilePattern = (pattern: string): RE2JS | null => {
  try {
    return RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE)
  } catch {
    return null
  }
}

/** A regular expression without look-around or back-references, found anywhere in the text. */
export const matches: OperatorDefinition = {
  code: 'matches',
  kinds: ['text'],
  takes: ['text'],
  accepts: (wanted) => typeof wanted === 'string' && patternOf(wanted) !== null,
  holds: (actual, wanted) =>
    typeof actual === 'string' && typeof wanted === 'string' && (patternOf(wanted)?.test(actual) ?? false),
}
