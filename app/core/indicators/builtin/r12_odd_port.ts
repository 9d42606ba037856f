import { numberIn } from '../cells.js'
import { defineIndicator } from '../definition.js'
import { rowsWhere } from '../list_index.js'
import { clear, hit, noList, unknown } from '../verdict.js'

/** Discharged at a port from which the place of delivery is much farther by road than from another one. */
export const oddPort = defineIndicator({
  code: 'R12',
  version: 1,
  title: 'targeting.indicator_r12',
  layer: 'inductive',
  group: 'routing',
  points: 8,
  threats: ['NAR'],
  modes: ['sea'],
  args: { km: { kind: 'integer', label: 'targeting.argument_km', default: 300, min: 10, max: 5000 } },
  reads: ['place.delivery', 'place.discharge'],
  lists: ['inland_distances'],
  assess({ facts, args, lists }) {
    const list = lists.get('inland_distances')
    if (list === null) return noList('inland_distances')
    const [delivery, discharge] = [facts.get('place.delivery'), facts.get('place.discharge')]
    if (!delivery.known) return unknown('place.delivery', delivery.why)
    if (!discharge.known) return unknown('place.discharge', discharge.why)
    if (delivery.value === discharge.value) return clear('targeting.nearest_delivered_at_port', {})
    const ways = rowsWhere(list, 'place', delivery.value).map((row) => ({
      port: String(row['port']),
      km: numberIn(row, 'km') ?? Infinity,
    }))
    const chosen = ways.find(({ port }) => port === discharge.value)
    const nearest = ways.toSorted((a, b) => a.km - b.km)[0]
    if (chosen === undefined || nearest === undefined) return unknown('list:inland_distances', 'no_reference')
    const params = { port: nearest.port, km: chosen.km - nearest.km, limit: args.km }
    if (params.km <= args.km) return clear('targeting.nearest_odd_port', params, (args.km - params.km) / args.km)
    return hit({
      because: 'targeting.evidence_odd_port',
      params: { ...params, discharge: discharge.value, delivery: delivery.value },
      paths: [...delivery.from, ...discharge.from],
      list: { code: list.code, edition: list.edition },
    })
  },
})
