import { defineIndicator } from '../definition.js'
import { rowsWhere } from '../list_index.js'
import { clear, hit, noList, unknown } from '../verdict.js'

/** Transhipped or re-handled in a port of the administration's table of weakly secured ports. */
export const weakSecurityPort = defineIndicator({
  code: 'R03',
  version: 1,
  title: 'targeting.indicator_r03',
  layer: 'deductive',
  group: 'routing',
  points: 20,
  threats: ['NAR', 'INT'],
  modes: ['sea'],
  args: {},
  reads: ['place.transhipment'],
  lists: ['weak_ports'],
  assess({ facts, lists }) {
    const list = lists.get('weak_ports')
    if (list === null) return noList('weak_ports')
    const ports = facts.get('place.transhipment')
    if (!ports.known) return unknown('place.transhipment', ports.why)
    const evidence = ports.value.flatMap((port, index) =>
      (port === '' ? [] : rowsWhere(list, 'port', port)).slice(0, 1).map((row) => ({
        because: 'targeting.evidence_weak_port' as const,
        params: { place: port, class: String(row['class'] ?? ''), edition: list.edition },
        paths: ports.from.slice(index, index + 1),
        list: { code: list.code, edition: list.edition },
      }))
    )
    if (evidence.length > 0) return hit(...evidence)
    if (ports.value.includes('')) return unknown('place.transhipment', 'not_understood')
    return clear('targeting.nearest_weak_port', { count: ports.value.length })
  },
})
