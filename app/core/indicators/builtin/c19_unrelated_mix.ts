import { defineIndicator } from '../definition.js'
import { clear, hit, unknown } from '../verdict.js'

/** A full container of goods of many unrelated HS chapters. */
export const unrelatedMix = defineIndicator({
  code: 'C19',
  version: 1,
  title: 'targeting.indicator_c19',
  layer: 'inductive',
  group: 'commodity',
  points: 10,
  threats: ['REV', 'IPR'],
  modes: ['sea'],
  args: { count: { kind: 'integer', label: 'targeting.argument_count', default: 4, min: 2, max: 20 } },
  reads: ['consignment.containerised', 'goods.hs'],
  assess({ facts, args }) {
    const full = facts.get('consignment.containerised')
    if (!full.known) return unknown('consignment.containerised', full.why)
    if (!full.value) return clear('targeting.nearest_loose', {})
    const codes = facts.get('goods.hs')
    if (!codes.known) return unknown('goods.hs', codes.why)
    const chapters = [...new Set(codes.value.map((code) => code.slice(0, 2)))].sort()
    const count = chapters.length
    if (count < args.count)
      return clear('targeting.nearest_count', { count, limit: args.count }, 1 - count / args.count)
    return hit({
      because: 'targeting.evidence_mix',
      params: { count, chapters: chapters.join(', ') },
      paths: codes.from,
    })
  },
})
