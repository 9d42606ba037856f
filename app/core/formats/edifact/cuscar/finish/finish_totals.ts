import type { GoodsItem, Totals } from '../../../../cargo/consignment.js'
import type { ProblemCode } from '../../../../kernel/problem_codes.js'
import type { Filed } from '../../parts/filed.js'
import { byPosition } from '../../../parts/paths.js'
import { differs, sum } from '../../../parts/totals.js'
import type { ConsignmentDraft, Counts } from '../drafts.js'
import type { Citations } from '../../parts/citations.js'
import type { ReadingState } from '../state.js'

export interface Compared {
  readonly declared: Filed<number> | undefined
  readonly summed: number | null
  readonly code: ProblemCode
  readonly what: string
  readonly consignment?: number
}

/** Reports a declared total that is not what its parts add up to. */
export const compare = (state: ReadingState, { declared, summed, code, what, consignment }: Compared): void => {
  if (!declared || summed === null || !differs(declared.value, summed)) return
  state.problems.add(code, {
    at: declared.at,
    consignment,
    params: { what, declared: declared.value, counted: summed },
  })
}

/** Paths of a total and of what it is the sum of. */
const FIGURES = {
  grossWeightKg: { total: 'totals.grossWeightKg', of: byPosition((at) => `items.${at}.grossWeightKg`) },
  packages: { total: 'totals.packages', of: byPosition((at) => `items.${at}.packages`) },
  volumeM3: { total: 'totals.volumeM3', of: byPosition((at) => `items.${at}.volumeM3`) },
}

/** Totals of a consignment: the sum of its items where every one has a figure, else what it declares. */
export const finishTotals = (
  state: ReadingState,
  draft: ConsignmentDraft,
  items: readonly GoodsItem[],
  cited: Citations
): Totals => {
  const choose = (field: keyof Totals, summed: number | null, declared: Filed<number> | undefined): number | null => {
    const { total, of } = FIGURES[field]
    if (summed === null) return cited.take(total, declared)
    const [from, to] = [cited.at(of(0)), cited.at(of(items.length - 1))]
    if (from !== null && to !== null) cited.cite(total, state.places.span(from, to))
    return summed
  }
  const weight = sum(items, (item) => item.grossWeightKg)
  const packages = sum(items, (item) => item.packages?.count ?? null)
  const volume = sum(items, (item) => item.volumeM3)
  const { counts, index: consignment } = draft
  compare(state, { declared: counts.grossWeight, summed: weight, code: 'TOT-WEIGHT', what: 'weight', consignment })
  compare(state, { declared: counts.packages, summed: packages, code: 'TOT-PACKAGES', what: 'packages', consignment })
  return {
    grossWeightKg: choose('grossWeightKg', weight, counts.grossWeight),
    packages: choose('packages', packages, counts.packages),
    volumeM3: choose('volumeM3', volume, counts.volume),
  }
}

/** Compares what the header declares with the consignments and the equipment of the message. */
export const compareHeader = (
  state: ReadingState,
  counts: Counts,
  totals: readonly Totals[],
  equipment: number
): void => {
  const weight = sum(totals, ({ grossWeightKg }) => grossWeightKg)
  const packages = sum(totals, (total) => total.packages)
  compare(state, { declared: counts.grossWeight, summed: weight, code: 'TOT-WEIGHT', what: 'weight' })
  compare(state, { declared: counts.packages, summed: packages, code: 'TOT-PACKAGES', what: 'packages' })
  compare(state, { declared: counts.consignments, summed: totals.length, code: 'TOT-COUNT', what: 'consignments' })
  compare(state, { declared: counts.equipment, summed: equipment, code: 'TOT-COUNT', what: 'equipment' })
}
