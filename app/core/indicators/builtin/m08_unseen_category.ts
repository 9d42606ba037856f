import { defineIndicator } from '../definition.js'
import { clear, firstMissing, hit } from '../verdict.js'

/** On a lane that is known well: a sender or goods of an HS chapter that it never had in 24 months. */
export const unseenCategory = defineIndicator({
  code: 'M08',
  version: 1,
  title: 'targeting.indicator_m08',
  layer: 'inductive',
  group: 'model',
  points: 5,
  threats: ['ALL'],
  modes: ['sea', 'air'],
  args: {
    consignments: { kind: 'integer', label: 'targeting.argument_consignments', default: 100, min: 1, max: 100_000 },
  },
  reads: ['history.lane.count', 'history.lane.unseen', 'place.loading'],
  assess({ facts, args }) {
    const missing = firstMissing(facts, ['place.loading', 'history.lane.count', 'history.lane.unseen'])
    if (missing !== null) return missing
    const [count, unseen, loading] = [
      facts.get('history.lane.count'),
      facts.get('history.lane.unseen'),
      facts.get('place.loading'),
    ]
    const seen = count.known ? count.value : 0
    const limit = args.consignments
    if (seen < limit) return clear('targeting.nearest_count', { count: seen, limit }, (limit - seen) / limit)
    const news = unseen.known ? unseen.value : []
    if (news.length === 0) return clear('targeting.nearest_usual_lane', { count: seen })
    const chapters = news.filter((each) => each !== 'sender')
    return hit({
      because: chapters.length === 0 ? 'targeting.evidence_unseen_sender' : 'targeting.evidence_unseen_goods',
      params: { count: seen, chapters: chapters.join(', ') },
      paths: loading.known ? loading.from : [],
    })
  },
})
