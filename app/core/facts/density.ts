import type { Consignment } from '../cargo/consignment.js'
import type { Fact, FactKey } from './catalogue.js'
import { known, missing, type Facts } from './fact.js'
import { grossWeight, packageCount } from './weight.js'

/** What a cubic metre and a package of the goods weigh; the volume is optional in every message. */
export const densityFacts = (
  consignment: Consignment
): Facts<Extract<FactKey, 'goods.densityKgM3' | 'goods.kgPerPackage'>> => {
  const weight = grossWeight(consignment)
  return {
    'goods.densityKgM3': over(weight, volume(consignment)),
    'goods.kgPerPackage': over(weight, packageCount(consignment)),
  }
}

const over = (weight: Fact<number>, by: Fact<number>): Fact<number> => {
  if (!weight.known) return weight
  if (!by.known) return by
  return by.value === 0 ? missing('not_applicable') : known(weight.value / by.value, [...weight.from, ...by.from])
}

const volume = ({ totals, items }: Consignment): Fact<number> => {
  if (totals.volumeM3 !== null) return known(totals.volumeM3, ['totals.volumeM3'])
  const filed = items.flatMap(({ volumeM3 }) => (volumeM3 === null ? [] : [volumeM3]))
  if (items.length === 0 || filed.length < items.length) return missing('not_carried')
  return known(
    filed.reduce((sum, each) => sum + each, 0),
    items.map((_, at) => `items.${at}.volumeM3`)
  )
}
