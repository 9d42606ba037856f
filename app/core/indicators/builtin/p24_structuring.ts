import { defineIndicator } from '../definition.js'
import { RATES, VALUE_FACTS } from '../in_dollars.js'
import { assessHugging } from '../threshold_hugging.js'

/** One delivery split into several, each worth just less than what would be looked at. */
export const structuring = defineIndicator({
  code: 'P24',
  version: 1,
  title: 'targeting.indicator_p24',
  layer: 'inductive',
  group: 'party',
  points: 25,
  threats: ['REV', 'IPR'],
  modes: ['sea', 'air'],
  args: {
    threshold: { kind: 'decimal', label: 'targeting.argument_threshold', default: 1000, min: 1, max: 1_000_000 },
    percent: { kind: 'integer', label: 'targeting.argument_percent_below', default: 10, min: 1, max: 50 },
    count: { kind: 'integer', label: 'targeting.argument_count', default: 3, min: 2, max: 100 },
  },
  reads: [...VALUE_FACTS, 'history.consignee.valuesDay'],
  lists: [RATES],
  assess: (context) =>
    assessHugging(context, {
      ...context.args,
      others: 'history.consignee.valuesDay',
      evidence: 'targeting.evidence_structuring',
      nearest: 'targeting.nearest_structuring',
    }),
})
