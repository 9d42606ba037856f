import { defineIndicator, type Verdict } from '../definition.js'
import { goodsMatches, goodsSeen } from '../goods_rows.js'
import { clear, firstMissing, hit, noList, unknown } from '../verdict.js'

/** Goods that do not travel in this type of container: tiles in a reefer, drums of liquid chemical in a dry box. */
export const commodityAgainstContainer = defineIndicator({
  code: 'C10',
  version: 1,
  title: 'targeting.indicator_c10',
  layer: 'inductive',
  group: 'commodity',
  points: 28,
  threats: ['NAR'],
  modes: ['sea'],
  args: {},
  reads: ['goods.description', 'goods.hs', 'equipment.sizeTypes', 'equipment.groups'],
  lists: ['container_compatibility'],
  assess({ facts, lists }) {
    const list = lists.get('container_compatibility')
    if (list === null) return noList('container_compatibility')
    const groups = facts.get('equipment.groups')
    if (!groups.known) return unknown('equipment.groups', groups.why)
    const description = facts.get('goods.description')
    const seen = goodsSeen(description, facts.get('goods.hs'))
    const untyped = groups.value.includes('')
    let open: Verdict | null = null
    for (const each of goodsMatches(list, seen)) {
      const goods = each.is
      const at = groups.value.indexOf(String(each.row['group']))
      if (at < 0 && !untyped) continue
      if (goods === true && at >= 0) {
        const types = facts.get('equipment.sizeTypes')
        return hit({
          because: 'targeting.evidence_container_mismatch',
          params: {
            goods: String(each.row['goods']),
            group: String(each.row['group']),
            sizeType: types.known ? (types.value[at] ?? '') : '',
            edition: list.edition,
          },
          paths: [...(description.known ? description.from : []), ...groups.from.slice(at, at + 1)],
          list: { code: list.code, edition: list.edition },
        })
      }
      open ??=
        goods === null
          ? firstMissing(facts, ['goods.description', 'goods.hs'])
          : unknown('equipment.groups', 'not_filed')
    }
    return open ?? clear('targeting.nearest_container_mismatch', { group: groups.value[0] ?? '' })
  },
})
