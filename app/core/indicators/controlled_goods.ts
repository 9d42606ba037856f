import type { AssessContext, Evidence, Field, Verdict } from './definition.js'
import { rowsWhere } from './list_index.js'
import { GOODS_FACTS, goodsEvidence, listedGoods, notListed } from './listed_goods.js'
import { hit, noList, unknown } from './verdict.js'

export const CONTROL_FACTS = [...GOODS_FACTS, 'goods.dangerous'] as const

const CODE = 'controlled_goods'
const CAS = /\b(\d{2,7})-(\d{2})-(\d)\b/g

/** Controls whose goods count. */
export const controlsOfTable = (...controls: readonly string[]) =>
  ({ controls: { kind: 'codes', label: 'targeting.argument_controls', default: controls } }) as const satisfies Record<
    string,
    Field
  >

/**
 * Goods of the table of controlled goods: by words or HS, by a CAS number in the description, or by the
 * UN number of dangerous goods. A CAS number counts with its check digit only: telephones look alike.
 */
export const controlled = (context: Pick<AssessContext, 'facts' | 'lists'>, controls: readonly string[]): Verdict => {
  const wanted = (row: { readonly control?: unknown }) => controls.includes(String(row.control))
  const found = listedGoods(context, CODE, wanted)
  if (found === null) return noList(CODE)
  const { facts } = context
  const [named] = found.rows
  if (named !== undefined) return hit(goodsEvidence(facts, found.list, named))
  const description = facts.get('goods.description')
  const dangerous = facts.get('goods.dangerous')
  const numbers = [
    ...(description.known ? casNumbers(description.value) : []).map((value) => ({ column: 'cas', value })),
    ...(dangerous.known ? dangerous.value : []).map((value) => ({ column: 'un_number', value })),
  ]
  const evidence = numbers.flatMap(({ column, value }): Evidence[] => {
    const row = value === '' ? undefined : rowsWhere(found.list, column, value).find(wanted)
    const fact = column === 'cas' ? description : dangerous
    if (row === undefined || !fact.known) return []
    return [
      {
        because: 'targeting.evidence_controlled_number',
        params: { number: value, goods: String(row['goods']), edition: found.list.edition },
        paths: fact.from,
        list: { code: CODE, edition: found.list.edition },
      },
    ]
  })
  if (evidence.length > 0) return hit(...evidence)
  if (!description.known) return unknown('goods.description', description.why)
  return found.open ?? notListed(CODE)
}

const casNumbers = (text: string): string[] =>
  [...text.matchAll(CAS)].flatMap(([number, first = '', second = '', digit = '']) => {
    const digits = [...first, ...second].reverse()
    const sum = digits.reduce((total, each, at) => total + Number(each) * (at + 1), 0)
    return sum % 10 === Number(digit) ? [number] : []
  })
