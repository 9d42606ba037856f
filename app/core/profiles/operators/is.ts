import type { OperatorDefinition } from '../operator.js'
import { same } from './same.js'

export const is: OperatorDefinition = {
  code: 'is',
  kinds: ['text', 'code', 'number', 'flag', 'list'],
  takes: ['text', 'number', 'flag'],
  holds: (actual, wanted) => same(actual, wanted),
}
