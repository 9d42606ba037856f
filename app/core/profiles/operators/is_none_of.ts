import type { OperatorDefinition } from '../operator.js'
import { same } from './same.js'

export const isNoneOf: OperatorDefinition = {
  code: 'is_none_of',
  kinds: ['text', 'code', 'list'],
  takes: ['list'],
  every: true,
  holds: (actual, wanted) => Array.isArray(wanted) && !wanted.some((each) => same(actual, each)),
}
