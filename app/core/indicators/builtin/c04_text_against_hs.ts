import { defineIndicator } from '../definition.js'
import { goodsMatches, goodsSeen } from '../goods_rows.js'
import { clear, hit, noList, unknown } from '../verdict.js'

/** The words of the description belong to other HS chapters than the code that was declared. */
export const textAgainstHs = defineIndicator({
  code: 'C04',
  version: 1,
  title: 'targeting.indicator_c04',
  layer: 'inductive',
  group: 'commodity',
  points: 20,
  threats: ['REV', 'ALL'],
  modes: ['sea', 'air'],
  args: { words: { kind: 'integer', label: 'targeting.argument_known_words', default: 1, min: 1, max: 5 } },
  reads: ['goods.description', 'goods.hs'],
  lists: ['goods_chapters'],
  assess({ facts, args, lists }) {
    const list = lists.get('goods_chapters')
    if (list === null) return noList('goods_chapters')
    const description = facts.get('goods.description')
    if (!description.known) return unknown('goods.description', description.why)
    const codes = facts.get('goods.hs')
    if (!codes.known) return unknown('goods.hs', codes.why)
    if (codes.value.length === 0) return unknown('goods.hs', 'not_filed')
    const { words } = goodsSeen(description, codes)
    const rows = goodsMatches(list, { words, hs: [] })
    // A word that no chapter is known for says nothing of the code.
    if (rows.length < args.words) return unknown('list:goods_chapters', 'no_reference')
    const chapters = [...new Set(rows.flatMap(({ hs }) => hs.map((code) => code.slice(0, 2))))].sort()
    const declared = [...new Set(codes.value.map((code) => code.slice(0, 2)))]
    const params = {
      goods: rows.map(({ row }) => String(row['goods'])).join(', '),
      chapters: chapters.join(', '),
      declared: declared.join(', '),
    }
    if (declared.some((chapter) => chapters.includes(chapter))) return clear('targeting.nearest_chapter', params)
    return hit({
      because: 'targeting.evidence_chapter',
      params: { ...params, edition: list.edition },
      paths: [...description.from, ...codes.from],
      list: { code: list.code, edition: list.edition },
    })
  },
})
