import { DAY } from '../../kernel/instant.js'
import { dayIn } from '../cells.js'
import { defineIndicator } from '../definition.js'
import { namedRows } from '../named_rows.js'
import { clear, hit, noList, unknown } from '../verdict.js'

/** The consignee is a company that was registered only lately. */
export const newlyRegistered = defineIndicator({
  code: 'P18',
  version: 1,
  title: 'targeting.indicator_p18',
  layer: 'inductive',
  group: 'party',
  points: 15,
  threats: ['TBM', 'REV'],
  modes: ['sea', 'air'],
  args: { days: { kind: 'integer', label: 'targeting.argument_days', default: 180, min: 1, max: 3650 } },
  reads: ['consignee.name', 'party.identifiers', 'filing.at'],
  lists: ['company_registry'],
  assess({ facts, args, lists }) {
    const list = lists.get('company_registry')
    if (list === null) return noList('company_registry')
    const filed = facts.get('filing.at')
    if (!filed.known) return unknown('filing.at', filed.why)
    const [name, identifiers] = [facts.get('consignee.name'), facts.get('party.identifiers')]
    if (!name.known) return unknown('consignee.name', name.why)
    const [row] = namedRows(list, { name: name.value, identifiers: identifiers.known ? identifiers.value : [] })
    const registered = row === undefined ? null : dayIn(row, 'registered')
    // A company that the register does not know is not an old one.
    if (registered === null) return unknown('list:company_registry', 'no_reference')
    const days = Math.floor((filed.value - registered) / DAY)
    if (days >= args.days)
      return clear('targeting.nearest_registered', { days, limit: args.days }, (days - args.days) / args.days)
    return hit({
      because: 'targeting.evidence_newly_registered',
      params: { name: name.value, days, limit: args.days, edition: list.edition },
      paths: name.from,
      list: { code: list.code, edition: list.edition },
    })
  },
})
