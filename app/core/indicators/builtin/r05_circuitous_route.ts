import { defineIndicator } from '../definition.js'
import { clear, hit, unknown } from '../verdict.js'

/** The ports of transhipment lie far out of the direct way. */
export const circuitousRoute = defineIndicator({
  code: 'R05',
  version: 1,
  title: 'targeting.indicator_r05',
  layer: 'inductive',
  group: 'routing',
  points: 12,
  threats: ['NAR', 'WMD'],
  modes: ['sea', 'air'],
  args: { times: { kind: 'decimal', label: 'targeting.argument_times', default: 1.8, min: 1.1, max: 10 } },
  reads: ['place.detour'],
  assess({ facts, args }) {
    const detour = facts.get('place.detour')
    if (!detour.known) return unknown('place.detour', detour.why)
    const times = Math.round(detour.value * 100) / 100
    const params = { times, limit: args.times }
    if (times <= args.times) return clear('targeting.nearest_detour', params, (args.times - times) / args.times)
    return hit({ because: 'targeting.evidence_detour', params, paths: detour.from })
  },
})
