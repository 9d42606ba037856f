import type { Consignment } from '#core/cargo/consignment'
import { normaliseNumber } from '#core/matching/normalise_number'

export interface ConsignmentNumber {
  kind: 'reference' | 'master' | 'equipment'
  key: string
}

/** Every number by which people and machines look for a consignment, each once. */
export const consignmentNumbers = ({ reference, masterReference, equipment }: Consignment): ConsignmentNumber[] => {
  const all: ConsignmentNumber[] = [
    { kind: 'reference', key: normaliseNumber(reference ?? '') },
    { kind: 'master', key: normaliseNumber(masterReference ?? '') },
    ...equipment.map(({ number }) => ({ kind: 'equipment' as const, key: normaliseNumber(number) })),
  ]
  const seen = new Set<string>()
  return all.filter(({ kind, key }) => key !== '' && !seen.has(`${kind} ${key}`) && seen.add(`${kind} ${key}`))
}
