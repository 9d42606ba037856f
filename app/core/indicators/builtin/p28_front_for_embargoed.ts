import { holdsWords, normaliseText } from '../../matching/normalise_text.js'
import { anyCountry, TO_COUNTRIES } from '../countries.js'
import { defineIndicator } from '../definition.js'
import { INTERMEDIARY_WORDS } from '../lexicons/consignee_roles.js'
import { rowsWhere } from '../list_index.js'
import { notListed } from '../listed_goods.js'
import { clear, hit, noList, unknown } from '../verdict.js'

/** A logistics firm that history does not know sends goods to an embargoed country or a gateway beside one. */
export const frontForEmbargoed = defineIndicator({
  code: 'P28',
  version: 1,
  title: 'targeting.indicator_p28',
  layer: 'inductive',
  group: 'party',
  points: 35,
  threats: ['WMD'],
  modes: ['sea', 'air'],
  args: {},
  reads: ['consignor.name', ...TO_COUNTRIES, 'history.consignor.count'],
  lists: ['embargoed_places'],
  assess({ facts, lists }) {
    const list = lists.get('embargoed_places')
    if (list === null) return noList('embargoed_places')
    const name = facts.get('consignor.name')
    if (!name.known) return unknown('consignor.name', name.why)
    const text = normaliseText(name.value)
    const word = INTERMEDIARY_WORDS.find((words) => holdsWords(text, words))
    if (word === undefined) return clear('targeting.nearest_no_logistics_firm', {})
    const to = anyCountry(facts, TO_COUNTRIES, (country) => rowsWhere(list, 'country', country).length > 0)
    if (!to.met) return to.open ?? notListed('embargoed_places', 0.5)
    const before = facts.get('history.consignor.count')
    if (!before.known) return unknown('history.consignor.count', before.why)
    if (before.value > 0) return clear('targeting.nearest_seen_before', { count: before.value }, 0.3)
    return hit({
      because: 'targeting.evidence_front',
      params: { name: name.value, country: to.country, edition: list.edition },
      paths: [...name.from, ...to.paths],
      list: { code: list.code, edition: list.edition },
    })
  },
})
