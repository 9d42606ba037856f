import type { ReportedConsignment } from '../../cargo/cargo_report.js'
import type { Told } from './told.js'

/** Fewer equal weights may be chance. */
const LEAST_EQUAL = 5
const LEAST_GOODS = 3

/**
 * One weight on every consignment of different goods is the default of a program. Several boxes
 * of one product may well weigh the same.
 */
export const flagConstantWeight = (
  { problems }: Told,
  parts: readonly Pick<ReportedConsignment, 'consignment' | 'provenance'>[]
): void => {
  const [first] = parts
  const weight = first?.consignment.totals.grossWeightKg ?? null
  if (!first || weight === null || parts.length < LEAST_EQUAL) return
  if (!parts.every(({ consignment }) => consignment.totals.grossWeightKg === weight)) return
  const goods = new Set(parts.map(({ consignment }) => consignment.items[0]?.description ?? ''))
  if (goods.size < LEAST_GOODS) return
  const at = first.provenance['totals.grossWeightKg']?.[0]
  problems.add('SEM-CONSTANT', { at, params: { field: at?.tag ?? 'MEA', value: weight, count: parts.length } })
}
