import type { Consignment } from '../cargo/consignment.js'
import type { Fact, FactKey } from './catalogue.js'
import { known, missing, type Facts } from './fact.js'
import { whyAbsent, type FilingTerms } from './filing_terms.js'

type GoodsKey = Extract<FactKey, `goods.${string}`>

export const goodsFacts = (consignment: Consignment, terms: FilingTerms): Facts<GoodsKey> => {
  const described = consignment.items.flatMap((item, index) =>
    item.description === null ? [] : [{ text: item.description, path: `items.${index}.description` }]
  )
  const hs = consignment.items.flatMap((item, index) => item.hsCodes.map((code) => ({ code, path: `items.${index}.hsCodes` })))
  const dangerous = consignment.items.flatMap((item, index) =>
    item.dangerousGoods.map((goods) => ({ code: goods.unNumber ?? goods.class ?? '', path: `items.${index}.dangerousGoods` }))
  )
  return {
    'goods.description':
      described.length === 0
        ? missing(whyAbsent(terms, 'items.description'))
        : known(described.map((each) => each.text).join(' / '), described.map((each) => each.path)),
    'goods.hs': codes(hs, 'items.hsCodes', terms),
    'goods.dangerous': codes(dangerous, 'items.dangerousGoods', terms),
  }
}

/** Most messages lawfully omit these, so their absence is not something to wait for. */
const codes = (
  found: readonly { readonly code: string; readonly path: string }[],
  path: string,
  terms: FilingTerms
): Fact<readonly string[]> => {
  if (found.length === 0) return terms.alwaysFiled.has(path) ? known([], []) : missing('not_carried')
  return known([...new Set(found.map((each) => each.code))], [...new Set(found.map((each) => each.path))])
}
