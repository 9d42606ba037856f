import { onlyByAir } from '../by_air.js'
import { defineIndicator } from '../definition.js'
import { RATES, VALUE_FACTS } from '../in_dollars.js'
import { assessHugging } from '../threshold_hugging.js'

/** Again and again a consignment by air worth just not enough to be taxed. */
export const thresholdHugging = defineIndicator({
  code: 'A12',
  version: 1,
  title: 'targeting.indicator_a12',
  layer: 'inductive',
  group: 'air',
  points: 18,
  threats: ['REV', 'IPR'],
  modes: ['air'],
  args: {
    threshold: { kind: 'decimal', label: 'targeting.argument_threshold', default: 100, min: 1, max: 100_000 },
    percent: { kind: 'integer', label: 'targeting.argument_percent_below', default: 5, min: 1, max: 50 },
    count: { kind: 'integer', label: 'targeting.argument_count', default: 2, min: 2, max: 100 },
  },
  reads: ['conveyance.mode', ...VALUE_FACTS, 'history.consignee.values30Days'],
  lists: [RATES],
  assess: (context) =>
    onlyByAir(context.facts) ??
    assessHugging(context, {
      ...context.args,
      others: 'history.consignee.values30Days',
      evidence: 'targeting.evidence_threshold',
      nearest: 'targeting.nearest_threshold_count',
    }),
})
