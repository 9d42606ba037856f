import { defineIndicator } from '../definition.js'
import { rowsWhere } from '../list_index.js'
import { threatsOfTable } from '../source_country.js'
import { clear, hit, noList, unknown } from '../verdict.js'

/** Tiers are counted from 80 (on some ships 82) on deck, from 02 in the hold. */
const ON_DECK = 80

/** Stowed within reach of a person on deck, and loaded in a country of the table of source countries. */
export const reachablePosition = defineIndicator({
  code: 'E14',
  version: 1,
  title: 'targeting.indicator_e14',
  layer: 'inductive',
  group: 'equipment',
  points: 12,
  threats: ['INT', 'NAR'],
  modes: ['sea'],
  args: {
    ...threatsOfTable,
    tier: { kind: 'integer', label: 'targeting.argument_tier', default: 82, min: 80, max: 98 },
  },
  reads: ['reported.cells', 'place.loading.country'],
  lists: ['source_countries'],
  assess({ facts, args, lists }) {
    const list = lists.get('source_countries')
    if (list === null) return noList('source_countries')
    const cells = facts.get('reported.cells')
    if (!cells.known) return unknown('reported.cells', cells.why)
    const reachable = cells.value.filter((cell) => {
      const tier = Number(cell.slice(-2))
      return cell !== '' && tier >= ON_DECK && tier <= args.tier
    })
    if (reachable.length === 0) {
      if (cells.value.includes('')) return unknown('reported.cells', 'not_carried')
      return clear('targeting.nearest_position', { cell: cells.value[0] ?? '' })
    }
    const country = facts.get('place.loading.country')
    if (!country.known) return unknown('place.loading.country', country.why)
    const source = rowsWhere(list, 'country', country.value).some((row) => args.threats.includes(String(row['threat'])))
    if (!source) return clear('targeting.nearest_source_country', { country: country.value }, 0.5)
    return hit({
      because: 'targeting.evidence_position',
      params: { cells: reachable.join(', '), country: country.value, edition: list.edition },
      paths: [...cells.from, ...country.from],
      list: { code: list.code, edition: list.edition },
    })
  },
})
