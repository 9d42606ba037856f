import type { FactReader } from '../facts/catalogue.js'
import type { AssessContext, Evidence, MessageKey, Verdict } from './definition.js'
import { goodsMatches, goodsSeen, type GoodsMatch } from './goods_rows.js'
import type { ReferenceListEdition, ReferenceRow } from './reference_lists.js'
import { clear, firstMissing, hit, noList } from './verdict.js'

/** What goods are told by. */
export const GOODS_FACTS = ['goods.description', 'goods.hs'] as const

type Context = Pick<AssessContext, 'facts' | 'lists'>

export interface ListedGoods {
  readonly list: ReferenceListEdition
  /** Rows that the goods are of. */
  readonly rows: readonly GoodsMatch[]
  /** What is missing to tell whether they are of more rows. */
  readonly open: Verdict | null
}

/** Rows of a goods table that the goods are of; `null` where the administration keeps no edition. */
export const listedGoods = (
  { facts, lists }: Context,
  code: string,
  where: (row: ReferenceRow) => boolean = () => true
): ListedGoods | null => {
  const list = lists.get(code)
  if (list === null) return null
  const seen = goodsSeen(facts.get('goods.description'), facts.get('goods.hs'))
  const matches = goodsMatches(list, seen).filter(({ row }) => where(row))
  return {
    list,
    rows: matches.filter(({ is }) => is === true),
    open: matches.some(({ is }) => is === null) ? firstMissing(facts, GOODS_FACTS) : null,
  }
}

/** Hits when the goods are of a row. */
export const inGoodsTable = (context: Context, code: string, where?: (row: ReferenceRow) => boolean): Verdict => {
  const found = listedGoods(context, code, where)
  if (found === null) return noList(code)
  const row = found.rows[0]
  return row === undefined ? (found.open ?? notListed(code)) : hit(goodsEvidence(context.facts, found.list, row))
}

export const notListed = (code: string, distance = 1): Verdict =>
  clear('targeting.nearest_not_listed', { listKey: `targeting.list_${code}` }, distance)

/** "{goods}: {list}, edition {edition}", or another sentence with more parameters. */
export const goodsEvidence = (
  facts: FactReader,
  list: ReferenceListEdition,
  { row }: GoodsMatch,
  because: MessageKey = 'targeting.evidence_listed_goods',
  more: Evidence['params'] = {},
  paths: readonly string[] = []
): Evidence => ({
  because,
  params: {
    goods: String(row['goods'] ?? row['brand'] ?? ''),
    listKey: `targeting.list_${list.code}`,
    edition: list.edition,
    ...more,
  },
  paths: [...goodsPaths(facts), ...paths],
  list: { code: list.code, edition: list.edition },
})

const goodsPaths = (facts: FactReader): readonly string[] =>
  GOODS_FACTS.flatMap((key) => {
    const fact = facts.get(key)
    return fact.known ? fact.from : []
  })
