import { anyCountry, FROM_COUNTRIES, ofRow } from '../countries.js'
import { defineIndicator, type Verdict } from '../definition.js'
import { rowsWhere } from '../list_index.js'
import { notListed } from '../listed_goods.js'
import { clear, firstMissing, hit, noList, unknown } from '../verdict.js'

/** Where transit goes: the delivery as filed, else the country of destination. */
const TRANSIT_TO = ['place.delivery.country', 'place.destination.country'] as const

/** In transit to another country on a lane whose goods were diverted before. */
export const diversionLane = defineIndicator({
  code: 'R11',
  version: 1,
  title: 'targeting.indicator_r11',
  layer: 'deductive',
  group: 'routing',
  points: 15,
  threats: ['REV', 'TOB'],
  modes: ['sea', 'air'],
  args: { threats: { kind: 'codes', label: 'targeting.argument_threats', default: ['REV', 'TOB', 'ARM'] } },
  reads: ['consignment.nature', ...TRANSIT_TO, ...FROM_COUNTRIES],
  lists: ['diversion_lanes'],
  assess({ facts, args, lists }) {
    const list = lists.get('diversion_lanes')
    if (list === null) return noList('diversion_lanes')
    const nature = facts.get('consignment.nature')
    if (!nature.known) return unknown('consignment.nature', nature.why)
    if (nature.value !== 'transit') return clear('targeting.nearest_no_transit', { nature: nature.value })
    const to = TRANSIT_TO.map((key) => facts.get(key)).find((country) => country.known)
    if (to === undefined || !to.known) return firstMissing(facts, TRANSIT_TO)!
    const lanes = rowsWhere(list, 'destination', to.value).filter((row) => args.threats.includes(String(row['threat'])))
    let open: Verdict | null = null
    for (const row of lanes) {
      const from = anyCountry(facts, FROM_COUNTRIES, ofRow(row['origin']))
      if (from.met)
        return hit({
          because: 'targeting.evidence_diversion_lane',
          params: { from: from.country, to: to.value, edition: list.edition },
          paths: [...nature.from, ...to.from, ...from.paths],
          list: { code: list.code, edition: list.edition },
        })
      open ??= from.open
    }
    return open ?? notListed('diversion_lanes', lanes.length > 0 ? 0.3 : 0.5)
  },
})
