import type { OperatorDefinition } from '../operator.js'

/** Asks whether the message carried the fact at all: value `true` or `false`. */
export const isFiled: OperatorDefinition = {
  code: 'is_filed',
  kinds: ['text', 'code', 'number', 'flag', 'list', 'date'],
  takes: ['flag'],
  asksFiling: true,
  holds: (filed, wanted) => filed === wanted,
}
