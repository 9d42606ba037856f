import type { SourceRef } from '../../kernel/source_ref.js'
import type { ProblemCollector } from '../problem_collector.js'
import { differs } from '../parts/totals.js'
import type { ReadConsignment } from './read_consignment.js'

type Figure = 'packages' | 'grossWeightKg'

/** Figures of the masters of a file, by number: a degroupage may follow its manifest in one pack. */
export type KnownMasters = Map<string, Readonly<Record<Figure, number | null>>>

const FIGURES = [
  ['packages', 'packages'],
  ['grossWeightKg', 'weight'],
] as const

const bySumOfHouses = (consignments: readonly ReadConsignment[]): Map<string, ReadConsignment[]> => {
  const houses = new Map<string, ReadConsignment[]>()
  for (const each of consignments) {
    const { masterReference } = each.consignment
    if (masterReference === null) continue
    const known = houses.get(masterReference)
    if (known) known.push(each)
    else houses.set(masterReference, [each])
  }
  return houses
}

/** A bill that others name as their master is one, whatever type it was given. */
export const withMasters = (consignments: readonly ReadConsignment[]): readonly ReadConsignment[] => {
  const named = bySumOfHouses(consignments)
  return consignments.map((each) => {
    const { level, reference } = each.consignment
    const isMaster = level === 'straight' && reference !== null && named.has(reference)
    return isMaster ? { ...each, consignment: { ...each.consignment, level: 'master' as const } } : each
  })
}

/** Masters whose houses stand in the same message: they are kept, and count through their houses. */
export const mastersOfHouses = (consignments: readonly ReadConsignment[]): number => {
  const named = bySumOfHouses(consignments)
  return consignments.filter(({ consignment: { reference } }) => reference !== null && named.has(reference)).length
}

/** Compares the houses of every master with the figures of the master, in this message or an earlier one of the file. */
export const compareMasters = (
  consignments: readonly ReadConsignment[],
  masters: KnownMasters,
  problems: ProblemCollector
): void => {
  for (const { consignment } of consignments)
    if (consignment.reference !== null && consignment.level !== 'house')
      masters.set(consignment.reference, consignment.totals)
  for (const [number, houses] of bySumOfHouses(consignments)) {
    const master = masters.get(number)
    const [first] = houses
    if (!master || !first) continue
    for (const [figure, what] of FIGURES) {
      const declared = master[figure]
      const filed = houses.map(({ consignment }) => consignment.totals[figure])
      if (declared === null || filed.includes(null)) continue
      const counted = filed.reduce<number>((sum, value) => sum + (value ?? 0), 0)
      if (!differs(declared, counted)) continue
      const at: SourceRef | undefined =
        first.provenance[`totals.${figure}`]?.[0] ?? first.provenance.masterReference?.[0]
      const params = { what, master: number, declared, counted: Math.round(counted * 1000) / 1000 }
      problems.add('TOT-MASTER-HOUSE', { at, params })
    }
  }
}
