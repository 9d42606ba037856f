import { defineIndicator } from '../definition.js'
import { notListed } from '../listed_goods.js'
import { PERMIT_FACTS, permitOf } from '../permits.js'
import { firstMissing, hit } from '../verdict.js'

/** The consignee holds a permit in force for these goods: relief. */
export const permitPresent = defineIndicator({
  code: 'C26',
  version: 1,
  title: 'targeting.indicator_c26',
  layer: 'deductive',
  group: 'commodity',
  points: -15,
  threats: ['HLT', 'CIT', 'WMD'],
  modes: ['sea', 'air'],
  args: {},
  reads: [...PERMIT_FACTS],
  lists: ['permits'],
  assess(context) {
    const permit = permitOf(context)
    if (permit.open !== null) return permit.open
    const { facts } = context
    if (permit.row === null) return firstMissing(facts, ['goods.description']) ?? notListed('permits')
    const name = facts.get('consignee.name')
    return hit({
      because: 'targeting.evidence_permit',
      params: {
        number: String(permit.row['number']),
        holder: String(permit.row['holder']),
        goods: String(permit.row['goods']),
        edition: permit.list.edition,
      },
      paths: name.known ? name.from : [],
      list: { code: permit.list.code, edition: permit.list.edition },
    })
  },
})
