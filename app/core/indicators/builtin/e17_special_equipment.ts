import { defineIndicator } from '../definition.js'
import { GOODS_FACTS, listedGoods } from '../listed_goods.js'
import { clear, hit, noList, unknown } from '../verdict.js'

const SPECIAL: ReadonlySet<string> = new Set(['open_top', 'flat', 'tank'])

/** Goods that have no reason to travel in an open top, on a flat rack or in a tank. */
export const specialEquipment = defineIndicator({
  code: 'E17',
  version: 1,
  title: 'targeting.indicator_e17',
  layer: 'inductive',
  group: 'equipment',
  points: 12,
  threats: ['REV', 'NAR'],
  modes: ['sea'],
  args: {},
  reads: [...GOODS_FACTS, 'equipment.groups'],
  lists: ['special_equipment'],
  assess(context) {
    const { facts } = context
    const groups = facts.get('equipment.groups')
    if (!groups.known) return unknown('equipment.groups', groups.why)
    const special = groups.value.find((group) => SPECIAL.has(group))
    if (special === undefined) {
      if (groups.value.includes('')) return unknown('equipment.groups', 'not_filed')
      return clear('targeting.nearest_no_special', {})
    }
    const found = listedGoods(context, 'special_equipment', (row) => row['group'] === special)
    if (found === null) return noList('special_equipment')
    const [row] = found.rows
    if (row !== undefined)
      return clear('targeting.nearest_special', { goods: String(row.row['goods']), group: special })
    const description = facts.get('goods.description')
    if (!description.known) return unknown('goods.description', description.why)
    if (found.open !== null) return found.open
    return hit({
      because: 'targeting.evidence_special',
      params: { description: description.value, group: special, edition: found.list.edition },
      paths: [...description.from, ...groups.from],
      list: { code: found.list.code, edition: found.list.edition },
    })
  },
})
