import type { Consignment } from '../cargo/consignment.js'
import type { Fact } from './catalogue.js'
import { known, missing, type Facts } from './fact.js'
import type { AlwaysFiled } from './filing_terms.js'

type GoodsKey = 'goods.description' | 'goods.hs' | 'goods.dangerous' | 'goods.vehicles'

export const goodsFacts = (consignment: Consignment, alwaysFiled: AlwaysFiled): Facts<GoodsKey> => {
  const described = consignment.items.flatMap((item, index) =>
    item.description === null ? [] : [{ text: item.description, path: `items.${index}.description` }]
  )
  const hs = consignment.items.flatMap((item, index) =>
    item.hsCodes.map((code) => ({ code, path: `items.${index}.hsCodes` }))
  )
  const dangerous = consignment.items.flatMap((item, index) =>
    item.dangerousGoods.map((goods) => ({
      code: goods.unNumber ?? goods.class ?? '',
      path: `items.${index}.dangerousGoods`,
    }))
  )
  return {
    'goods.description':
      described.length === 0
        ? missing('not_filed')
        : known(
            described.map((each) => each.text).join(' / '),
            described.map((each) => each.path)
          ),
    'goods.hs': codes(hs, alwaysFiled.has('goods.hs')),
    'goods.dangerous': codes(dangerous, alwaysFiled.has('goods.dangerous')),
    'goods.vehicles': vehicles(consignment),
  }
}

/** Most messages lawfully omit these, so their absence is not something to wait for. */
const codes = (
  found: readonly { readonly code: string; readonly path: string }[],
  always: boolean
): Fact<readonly string[]> => {
  if (found.length === 0) return always ? known([], []) : missing('not_carried')
  return known([...new Set(found.map((each) => each.code))], [...new Set(found.map((each) => each.path))])
}

/** Identification number of a vehicle (ISO 3779): 17 signs without I, O and Q. */
const VIN = /\b(?=[A-HJ-NPR-Z0-9]*\d)(?=[A-HJ-NPR-Z0-9]*[A-HJ-NPR-Z])[A-HJ-NPR-Z0-9]{17}\b/g

/** Those filed as equipment, and those that stand in descriptions and marks. */
const vehicles = ({ equipment, items }: Consignment): Fact<readonly string[]> => {
  const filed = equipment.flatMap((each, index) =>
    each.kind === 'other' && each.number.match(VIN)?.[0] === each.number
      ? [{ vin: each.number, path: `equipment.${index}.number` }]
      : []
  )
  const written = items.flatMap((item, index) =>
    (['description', 'marks'] as const).flatMap((field) =>
      [...(item[field]?.toUpperCase().match(VIN) ?? [])].map((vin) => ({ vin, path: `items.${index}.${field}` }))
    )
  )
  const found = new Map([...written, ...filed].map(({ vin, path }) => [vin, path]))
  if (found.size > 0) return known([...found.keys()], [...found.values()])
  return items.some((item) => item.description !== null) ? known([], []) : missing('not_filed')
}
