import { onlyByAir } from '../by_air.js'
import { inForce } from '../cells.js'
import { defineIndicator } from '../definition.js'
import { namedRows } from '../named_rows.js'
import { clear, hit, noList, unknown } from '../verdict.js'

/** Air cargo of a consignor that is neither a known consignor nor a regulated agent. */
export const unknownConsignor = defineIndicator({
  code: 'A01',
  version: 1,
  title: 'targeting.indicator_a01',
  layer: 'deductive',
  group: 'air',
  points: 15,
  threats: ['SEC'],
  modes: ['air'],
  args: {},
  reads: ['conveyance.mode', 'consignor.name', 'filing.at'],
  lists: ['trusted_traders'],
  assess({ facts, lists }) {
    const other = onlyByAir(facts)
    if (other !== null) return other
    const list = lists.get('trusted_traders')
    if (list === null) return noList('trusted_traders')
    const name = facts.get('consignor.name')
    if (!name.known) return unknown('consignor.name', name.why)
    const filed = facts.get('filing.at')
    if (!filed.known) return unknown('filing.at', filed.why)
    const row = namedRows(list, { name: name.value, identifiers: [] }).find(
      (each) => ['KC', 'RA'].includes(String(each['programme'])) && inForce(each, filed.value)
    )
    if (row !== undefined) return clear('targeting.nearest_known_consignor', { programme: String(row['programme']) })
    return hit({
      because: 'targeting.evidence_unknown_consignor',
      params: { name: name.value, edition: list.edition },
      paths: name.from,
      list: { code: list.code, edition: list.edition },
    })
  },
})
