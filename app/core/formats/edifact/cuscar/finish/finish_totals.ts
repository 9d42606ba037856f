import type { GoodsItem, Totals } from '../../../../cargo/consignment.js'
import type { ProblemCode } from '../../../../kernel/problem_codes.js'
import type { SourceRef } from '../../../../kernel/source_ref.js'
import type { Filed } from '../../../parts/filed.js'
import { differs, sum } from '../../../parts/totals.js'
import type { ConsignmentDraft, Counts } from '../drafts.js'
import type { ProvenanceBuilder } from '../../../parts/provenance_builder.js'
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
    at: declared.at[0],
    consignment,
    params: { what, declared: declared.value, counted: summed },
  })
}

/** Totals of a consignment: the sum of its items where every one has a figure, else what it declares. */
export const finishTotals = (
  state: ReadingState,
  draft: ConsignmentDraft,
  items: readonly GoodsItem[],
  cited: ProvenanceBuilder
): Totals => {
  const written = cited.all()
  const at = (field: string): readonly SourceRef[] =>
    items.flatMap(({ sequence }) => written[`items.${sequence}.${field}`] ?? [])
  const choose = (
    field: keyof Totals,
    itemField: string,
    summed: number | null,
    declared: Filed<number> | undefined
  ) => {
    if (summed === null) return cited.take(`totals.${field}`, declared)
    cited.cite(`totals.${field}`, at(itemField))
    return summed
  }
  const weight = sum(items.map((item) => item.grossWeightKg))
  const packages = sum(items.map((item) => item.packages?.count ?? null))
  const volume = sum(items.map((item) => item.volumeM3))
  const { counts, index: consignment } = draft
  compare(state, { declared: counts.grossWeight, summed: weight, code: 'TOT-WEIGHT', what: 'weight', consignment })
  compare(state, { declared: counts.packages, summed: packages, code: 'TOT-PACKAGES', what: 'packages', consignment })
  return {
    grossWeightKg: choose('grossWeightKg', 'grossWeightKg', weight, counts.grossWeight),
    packages: choose('packages', 'packages', packages, counts.packages),
    volumeM3: choose('volumeM3', 'volumeM3', volume, counts.volume),
  }
}

/** Compares what the header declares with the consignments and the equipment of the message. */
export const compareHeader = (
  state: ReadingState,
  counts: Counts,
  totals: readonly Totals[],
  equipment: number
): void => {
  const weight = sum(totals.map(({ grossWeightKg }) => grossWeightKg))
  const packages = sum(totals.map((total) => total.packages))
  compare(state, { declared: counts.grossWeight, summed: weight, code: 'TOT-WEIGHT', what: 'weight' })
  compare(state, { declared: counts.packages, summed: packages, code: 'TOT-PACKAGES', what: 'packages' })
  compare(state, { declared: counts.consignments, summed: totals.length, code: 'TOT-COUNT', what: 'consignments' })
  compare(state, { declared: counts.equipment, summed: equipment, code: 'TOT-COUNT', what: 'equipment' })
}
