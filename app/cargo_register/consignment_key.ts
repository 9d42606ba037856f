import type { Consignment } from '#core/cargo/consignment'
import { normaliseNumber } from '#core/matching/normalise_number'

/**
 * What names each consignment within its manifest: its own document number, told apart by order
 * when a message repeats one (`MSKU123`, `MSKU123~2`); by position (`#4`) when it has none.
 */
export const consignmentKeys = (consignments: readonly Pick<Consignment, 'reference' | 'sequence'>[]): string[] => {
  const seen = new Map<string, number>()
  return consignments.map(({ reference, sequence }) => {
    const number = normaliseNumber(reference ?? '')
    if (number === '') return `#${sequence}`
    const times = (seen.get(number) ?? 0) + 1
    seen.set(number, times)
    return times === 1 ? number : `${number}~${times}`
  })
}
