import { defineIndicator } from '../definition.js'
import { clear, firstMissing, hit } from '../verdict.js'

/** Goods of an HS chapter that this consignee, who is known well, never had in 24 months. */
export const offProfileCommodity = defineIndicator({
  code: 'P17',
  version: 1,
  title: 'targeting.indicator_p17',
  layer: 'inductive',
  group: 'party',
  points: 15,
  threats: ['ALL'],
  modes: ['sea', 'air'],
  args: { consignments: { kind: 'integer', label: 'targeting.argument_consignments', default: 10, min: 1, max: 1000 } },
  reads: ['history.consignee.count', 'history.consignee.chapters', 'history.consignee.newChapters', 'goods.hs'],
  assess({ facts, args }) {
    const missing = firstMissing(facts, [
      'goods.hs',
      'history.consignee.count',
      'history.consignee.chapters',
      'history.consignee.newChapters',
    ])
    if (missing !== null) return missing
    const count = facts.get('history.consignee.count')
    const chapters = facts.get('history.consignee.chapters')
    const fresh = facts.get('history.consignee.newChapters')
    const hs = facts.get('goods.hs')
    const seen = count.known ? count.value : 0
    const limit = args.consignments
    if (seen < limit) return clear('targeting.nearest_count', { count: seen, limit }, (limit - seen) / limit)
    const before = chapters.known ? chapters.value : []
    // Bills without an HS code say nothing of what it deals in.
    if (before.length === 0) return clear('targeting.nearest_no_chapters', {}, 0.5)
    const unseen = fresh.known ? fresh.value : []
    if (unseen.length === 0) return clear('targeting.nearest_usual_goods', { count: before.length })
    return hit({
      because: 'targeting.evidence_off_profile',
      params: { chapters: unseen.join(', '), count: seen, usual: before.slice(0, 10).join(', ') },
      paths: hs.known ? hs.from : [],
    })
  },
})
