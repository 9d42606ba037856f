import type { Consignment } from '../cargo/consignment.js'
import type { Fact } from './catalogue.js'
import { known, missing } from './fact.js'

/**
 * Gross weight of the goods in kg: what the document states for the consignment
 * (`totals.grossWeightKg`); where it states none, the sum over the items, but only when every
 * item has a weight. Container tare is never part of it.
 */
export const grossWeight = (consignment: Consignment): Fact<number> => {
  const { totals, items } = consignment
  if (totals.grossWeightKg !== null) return known(totals.grossWeightKg, ['totals.grossWeightKg'])
  const weights = items.flatMap((item) => (item.grossWeightKg === null ? [] : [item.grossWeightKg]))
  if (items.length === 0 || weights.length < items.length) return missing('not_filed')
  return known(
    weights.reduce((sum, weight) => sum + weight, 0),
    items.map((_, index) => `items.${index}.grossWeightKg`)
  )
}

/** Packages by the same rule. */
export const packageCount = (consignment: Consignment): Fact<number> => {
  const { totals, items } = consignment
  if (totals.packages !== null) return known(totals.packages, ['totals.packages'])
  const counts = items.flatMap((item) => (item.packages === null ? [] : [item.packages.count]))
  if (items.length === 0 || counts.length < items.length) return missing('not_filed')
  return known(
    counts.reduce((sum, count) => sum + count, 0),
    items.map((_, index) => `items.${index}.packages`)
  )
}

/** Volume in m³ by the same rule; it is optional in every message. */
export const volume = (consignment: Consignment): Fact<number> => {
  const { totals, items } = consignment
  if (totals.volumeM3 !== null) return known(totals.volumeM3, ['totals.volumeM3'])
  const volumes = items.flatMap((item) => (item.volumeM3 === null ? [] : [item.volumeM3]))
  if (items.length === 0 || volumes.length < items.length) return missing('not_carried')
  return known(
    volumes.reduce((sum, each) => sum + each, 0),
    items.map((_, index) => `items.${index}.volumeM3`)
  )
}
