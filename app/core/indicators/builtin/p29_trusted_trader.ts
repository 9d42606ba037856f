import { normaliseIdentifier } from '../../matching/normalise_identifier.js'
import { inForce } from '../cells.js'
import { defineIndicator } from '../definition.js'
import { notListed } from '../listed_goods.js'
import { namedRows } from '../named_rows.js'
import { firstMissing, hit, noList, unknown } from '../verdict.js'

/** The consignee is a trusted trader of the table, told by its identifier, or by its name where the table has none: relief. */
export const trustedTrader = defineIndicator({
  code: 'P29',
  version: 1,
  title: 'targeting.indicator_p29',
  layer: 'deductive',
  group: 'party',
  points: -30,
  threats: ['ALL'],
  modes: ['sea', 'air'],
  args: { programmes: { kind: 'codes', label: 'targeting.argument_programmes', default: ['AEO', 'MRA'] } },
  reads: ['consignee.name', 'party.identifiers', 'filing.at'],
  lists: ['trusted_traders'],
  assess({ facts, args, lists }) {
    const list = lists.get('trusted_traders')
    if (list === null) return noList('trusted_traders')
    const [name, identifiers, filed] = [
      facts.get('consignee.name'),
      facts.get('party.identifiers'),
      facts.get('filing.at'),
    ]
    if (!name.known) return unknown('consignee.name', name.why)
    if (!filed.known) return unknown('filing.at', filed.why)
    const own = identifiers.known ? identifiers.value : []
    const rows = namedRows(list, { name: name.value, identifiers: own }).filter(
      (each) => args.programmes.includes(String(each['programme'])) && inForce(each, filed.value)
    )
    const row = rows.find(
      (each) => !each['identifier'] || own.includes(normaliseIdentifier(String(each['identifier'])))
    )
    if (row === undefined)
      return (
        (rows.length > 0 ? firstMissing(facts, ['party.identifiers']) : null) ??
        notListed('trusted_traders', rows.length > 0 ? 0.3 : 1)
      )
    return hit({
      because: 'targeting.evidence_trusted',
      params: { name: String(row['name']), programme: String(row['programme']), edition: list.edition },
      paths: name.from,
      list: { code: list.code, edition: list.edition },
    })
  },
})
