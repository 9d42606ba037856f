import type { OperatorDefinition } from '../operator.js'

export const isUnder: OperatorDefinition = {
  code: 'is_under',
  kinds: ['number', 'date'],
  takes: ['number'],
  holds: (actual, wanted) => typeof actual === 'number' && typeof wanted === 'number' && actual < wanted,
}
