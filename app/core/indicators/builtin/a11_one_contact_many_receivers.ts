import { defineIndicator } from '../definition.js'
import { countReached } from '../count_reached.js'

/** One telephone or e-mail, many receivers within 30 days. */
export const oneContactManyReceivers = defineIndicator({
  code: 'A11',
  version: 1,
  title: 'targeting.indicator_a11',
  layer: 'inductive',
  group: 'air',
  points: 20,
  threats: ['IPR', 'NAR'],
  modes: ['air'],
  args: { count: { kind: 'integer', label: 'targeting.argument_count', default: 5, min: 2, max: 100 } },
  reads: ['history.contact.consignees30Days'],
  assess: ({ facts, args }) =>
    countReached(facts, 'history.contact.consignees30Days', args.count, 'targeting.evidence_receivers'),
})
