import { DAY } from '../../kernel/instant.js'
import { dayIn } from '../cells.js'
import { defineIndicator } from '../definition.js'
import { rowsWhere } from '../list_index.js'
import { notListed } from '../listed_goods.js'
import { clear, hit, noList, unknown } from '../verdict.js'

/** The ship changed flag, name or owner lately. */
export const shipChanged = defineIndicator({
  code: 'R17',
  version: 1,
  title: 'targeting.indicator_r17',
  layer: 'deductive',
  group: 'vessel',
  points: 10,
  threats: ['WMD'],
  modes: ['sea'],
  args: { days: { kind: 'integer', label: 'targeting.argument_days', default: 730, min: 1, max: 3650 } },
  reads: ['conveyance.imo', 'filing.at'],
  lists: ['ship_changes'],
  assess({ facts, args, lists }) {
    const list = lists.get('ship_changes')
    if (list === null) return noList('ship_changes')
    const imo = facts.get('conveyance.imo')
    if (!imo.known) return unknown('conveyance.imo', imo.why)
    const filed = facts.get('filing.at')
    if (!filed.known) return unknown('filing.at', filed.why)
    const changes = rowsWhere(list, 'imo', imo.value).flatMap((row) => {
      const at = dayIn(row, 'changed')
      return at === null || at > filed.value ? [] : [{ row, days: Math.floor((filed.value - at) / DAY) }]
    })
    const last = changes.toSorted((a, b) => a.days - b.days)[0]
    const limit = args.days
    if (last === undefined) return notListed('ship_changes')
    if (last.days > limit)
      return clear('targeting.nearest_ship_changed', { days: last.days, limit }, (last.days - limit) / limit)
    return hit({
      because: 'targeting.evidence_ship_changed',
      params: {
        imo: imo.value,
        change: String(last.row['change']),
        changed: String(last.row['changed']),
        edition: list.edition,
      },
      paths: imo.from,
      list: { code: list.code, edition: list.edition },
    })
  },
})
