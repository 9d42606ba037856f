import { defineIndicator, type Evidence } from '../definition.js'
import { rowsWhere } from '../list_index.js'
import { clear, hit, noList, unknown } from '../verdict.js'

/** A container of an owner that the register does not know, or one that a shipper owns. */
export const unregisteredOwner = defineIndicator({
  code: 'E07',
  version: 1,
  title: 'targeting.indicator_e07',
  layer: 'inductive',
  group: 'equipment',
  points: 12,
  threats: ['NAR'],
  modes: ['sea'],
  args: {},
  reads: ['equipment.numbers'],
  lists: ['container_owners'],
  assess({ facts, lists }) {
    const list = lists.get('container_owners')
    if (list === null) return noList('container_owners')
    const numbers = facts.get('equipment.numbers')
    if (!numbers.known) return unknown('equipment.numbers', numbers.why)
    const evidence = numbers.value.flatMap((number, at): Evidence[] => {
      const prefix = number.slice(0, 4)
      if (!/^[A-Z]{3}[UJZ]$/.test(prefix)) return []
      const row = rowsWhere(list, 'prefix', prefix)[0]
      if (row !== undefined && row['consignor_owned'] !== true) return []
      return [
        {
          because: row === undefined ? 'targeting.evidence_unregistered_owner' : 'targeting.evidence_consignor_owned',
          params: { number, prefix, edition: list.edition },
          paths: numbers.from.slice(at, at + 1),
          list: { code: list.code, edition: list.edition },
        },
      ]
    })
    if (evidence.length > 0) return hit(...evidence)
    return clear('targeting.nearest_owners', { count: numbers.value.length })
  },
})
