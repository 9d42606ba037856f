import type { OperatorDefinition } from '../operator.js'

export const isOver: OperatorDefinition = {
  code: 'is_over',
  kinds: ['number', 'date'],
  takes: ['number'],
  holds: (actual, wanted) => typeof actual === 'number' && typeof wanted === 'number' && actual > wanted,
}
