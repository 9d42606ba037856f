import type { Operator } from '../document.js'
import type { OperatorDefinition } from '../operator.js'
import { containsWord } from './contains_word.js'
import { isFiled } from './is_filed.js'
import { isNoneOf } from './is_none_of.js'
import { isNot } from './is_not.js'
import { isOneOf } from './is_one_of.js'
import { isOver } from './is_over.js'
import { matches } from './matches.js'
import { isUnder } from './is_under.js'
import { is } from './is.js'
import { startsWith } from './starts_with.js'

export const OPERATORS: Readonly<Record<Operator, OperatorDefinition>> = {
  is,
  is_not: isNot,
  is_one_of: isOneOf,
  is_none_of: isNoneOf,
  is_under: isUnder,
  is_over: isOver,
  contains_word: containsWord,
  starts_with: startsWith,
  matches,
  is_filed: isFiled,
}
