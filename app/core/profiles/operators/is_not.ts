import type { OperatorDefinition } from '../operator.js'
import { same } from './same.js'

export const isNot: OperatorDefinition = {
  code: 'is_not',
  kinds: ['text', 'code', 'number', 'flag', 'list'],
  takes: ['text', 'number', 'flag'],
  every: true,
  holds: (actual, wanted) => !same(actual, wanted),
}
