import { defineIndicator } from '../definition.js'
import { clear, hit, unknown } from '../verdict.js'

/** More weight than the containers carry: a wrong weight, a wrong container, or a wrong bill. */
export const overPayload = defineIndicator({
  code: 'E05',
  version: 1,
  title: 'targeting.indicator_e05',
  layer: 'inductive',
  group: 'equipment',
  points: 10,
  threats: ['REV'],
  modes: ['sea'],
  args: { percent: { kind: 'integer', label: 'targeting.argument_percent', default: 105, min: 100, max: 200 } },
  reads: ['equipment.payloadShare'],
  assess({ facts, args }) {
    const share = facts.get('equipment.payloadShare')
    if (!share.known) return unknown('equipment.payloadShare', share.why)
    const percent = Math.round(share.value * 1000) / 10
    const params = { percent, limit: args.percent }
    if (share.value * 100 <= args.percent)
      return clear('targeting.nearest_over_payload', params, (args.percent - percent) / args.percent)
    return hit({ because: 'targeting.evidence_over_payload', params, paths: share.from })
  },
})
