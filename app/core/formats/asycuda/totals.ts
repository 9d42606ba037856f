import type { Totals } from '../../cargo/consignment.js'
import type { ProblemCode } from '../../kernel/problem_codes.js'
import { differs, sum } from '../parts/totals.js'
import type { Fields } from './fields.js'
import type { Filed } from '../parts/filed.js'
import type { ProvenanceBuilder } from '../parts/provenance_builder.js'
import type { ReadEquipment } from './read_equipment.js'
import type { GoodsAsFiled } from './read_goods.js'

type What = 'weight' | 'packages' | 'consignments' | 'equipment'

/** Reports a declared figure that is none of those counted; the first is the one shown. */
export const compare = (
  fields: Fields,
  code: ProblemCode,
  what: What,
  declared: Filed<number> | null,
  ...counted: readonly (number | null)[]
): void => {
  const [first = null] = counted
  if (!declared || first === null) return
  if (counted.some((value) => value !== null && !differs(declared.value, value))) return
  fields.report(code, { at: declared.at[0], params: { what, declared: declared.value, counted: first } })
}

const summed = (values: readonly (Filed<number> | null)[]): Filed<number> | null => {
  const total = sum(values, (filed) => filed?.value ?? null)
  return total === null ? null : { value: total, at: values.flatMap((filed) => filed?.at ?? []) }
}

/** Totals of a consignment: what its items add up to where each has a figure, else what is declared beside them. */
export const consignmentTotals = (
  fields: Fields,
  { total, items }: GoodsAsFiled,
  containers: readonly ReadEquipment[],
  cited: ProvenanceBuilder
): Totals => {
  const parts = {
    weight: summed(items.map(({ gross }) => gross)),
    packages: summed(items.map((item) => item.packages)),
    volume: summed(items.map((item) => item.volume)),
  }
  compare(fields, 'TOT-WEIGHT', 'weight', total.gross, parts.weight?.value ?? null)
  compare(fields, 'TOT-PACKAGES', 'packages', total.packages, parts.packages?.value ?? null)
  const gross = parts.weight ?? total.gross
  const packages = parts.packages ?? total.packages
  compare(
    fields,
    'TOT-WEIGHT',
    'weight',
    gross,
    sum(containers, ({ goodsKg }) => goodsKg?.value ?? null)
  )
  compare(
    fields,
    'TOT-PACKAGES',
    'packages',
    packages,
    sum(containers, (each) => each.packages?.value ?? null)
  )
  return {
    grossWeightKg: cited.take('totals.grossWeightKg', gross),
    packages: cited.take('totals.packages', packages),
    volumeM3: cited.take('totals.volumeM3', parts.volume ?? total.volume),
  }
}
