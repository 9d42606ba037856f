import { HISTORY_WINDOW } from '../../facts/window.js'
import { DAY } from '../../kernel/instant.js'
import { defineIndicator } from '../definition.js'
import { clear, hit, unknown } from '../verdict.js'

const WINDOW_DAYS = HISTORY_WINDOW / DAY

/** No earlier consignment of this consignee within 24 months. */
export const firstTimeConsignee = defineIndicator({
  code: 'P05',
  version: 1,
  title: 'targeting.indicator_p05',
  layer: 'inductive',
  group: 'party',
  points: 15,
  threats: ['ALL'],
  modes: ['sea', 'air'],
  args: {},
  reads: ['history.consignee.count', 'history.consignee.lastSeenDays'],
  assess({ facts }) {
    const count = facts.get('history.consignee.count')
    if (!count.known) return unknown('history.consignee.count', count.why)
    if (count.value === 0) return hit({ because: 'targeting.evidence_first_consignee', params: {}, paths: [] })
    const seen = facts.get('history.consignee.lastSeenDays')
    if (!seen.known) return clear('targeting.nearest_seen_before', { count: count.value })
    return clear('targeting.nearest_last_seen', { days: seen.value, limit: WINDOW_DAYS }, 1 - seen.value / WINDOW_DAYS)
  },
})
