import type { OperatorDefinition } from '../operator.js'
import { same } from './same.js'

export const isOneOf: OperatorDefinition = {
  code: 'is_one_of',
  kinds: ['text', 'code', 'list'],
  takes: ['list'],
  holds: (actual, wanted) => Array.isArray(wanted) && wanted.some((each) => same(actual, each)),
}
