import { defineIndicator } from '../definition.js'
import { clear, hit, unknown } from '../verdict.js'

/** Transhipped again and again. */
export const manyTranshipments = defineIndicator({
  code: 'R15',
  version: 1,
  title: 'targeting.indicator_r15',
  layer: 'inductive',
  group: 'routing',
  points: 10,
  threats: ['NAR'],
  modes: ['sea'],
  args: { count: { kind: 'integer', label: 'targeting.argument_count', default: 3, min: 1, max: 10 } },
  reads: ['place.transhipment'],
  assess({ facts, args }) {
    const ports = facts.get('place.transhipment')
    if (!ports.known) return unknown('place.transhipment', ports.why)
    const count = ports.value.length
    if (count < args.count)
      return clear('targeting.nearest_count', { count, limit: args.count }, (args.count - count) / args.count)
    const places = ports.value.filter((port) => port !== '').join(', ')
    return hit({ because: 'targeting.evidence_transhipments', params: { count, places }, paths: ports.from })
  },
})
