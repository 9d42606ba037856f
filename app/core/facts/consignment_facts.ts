import type { Consignment } from '../cargo/consignment.js'
import type { Fact, FactKey } from './catalogue.js'
import { filed, known, missing, type Facts } from './fact.js'
import { grossWeight, packageCount, volume } from './weight.js'

type ConsignmentKey = Exclude<Extract<FactKey, `consignment.${string}`>, 'consignment.revision' | 'consignment.nature'>
type FreightKey = Extract<FactKey, `freight.${string}`>

/** What the document says of the consignment as a whole. Freight is optional in every message. */
export const consignmentFacts = (consignment: Consignment): Facts<ConsignmentKey | FreightKey> => ({
  'consignment.level': known(consignment.level, ['level']),
  'consignment.reference': filed(consignment.reference, 'reference'),
  'consignment.masterReference': filed(consignment.masterReference, 'masterReference', 'not_carried'),
  'consignment.containerised': filed(consignment.containerised, 'containerised'),
  'consignment.packages': packageCount(consignment),
  'consignment.grossWeightKg': grossWeight(consignment),
  'consignment.volumeM3': volume(consignment),
  'freight.amount': amount(consignment.freight?.amount ?? null),
  'freight.currency': filed(consignment.freight?.currency ?? null, 'freight.currency', 'not_carried'),
  'freight.payment': filed(consignment.freight?.payment ?? null, 'freight.payment', 'not_carried'),
})

const amount = (text: string | null): Fact<number> => {
  if (text === null) return missing('not_carried')
  const value = Number(text)
  return Number.isFinite(value) ? known(value, ['freight.amount']) : missing('not_understood')
}
