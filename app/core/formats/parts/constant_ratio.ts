import type { ReportedConsignment } from '../../cargo/cargo_report.js'
import type { Filed } from './filed.js'
import type { Told } from './told.js'

/** A figure of one consignment beside its weight. */
export interface WeighedFigure {
  readonly description: string | null
  readonly weightKg: number | null
  readonly figure: Filed<number> | null
}

/** Fewer in one ratio may be chance; one product has one density and one price. */
const LEAST = 5
const LEAST_GOODS = 3
const LEAST_WEIGHTS = 3
/** Senders round what their programs worked out. */
const TOLERANCE = 0.001

/** A figure that is the same for every kilogram of different goods was worked out from the weight (FORMATS 13.23). */
export const flagConstantRatio = ({ problems }: Told, field: string, figures: readonly WeighedFigure[]): void => {
  const both = figures.flatMap(({ description, weightKg, figure }) =>
    weightKg !== null && weightKg > 0 && figure !== null && figure.value > 0 ? [{ description, weightKg, figure }] : []
  )
  const [first] = both
  if (!first || both.length < LEAST || both.length < figures.length) return
  if (new Set(both.map(({ description }) => description)).size < LEAST_GOODS) return
  if (new Set(both.map(({ weightKg }) => weightKg)).size < LEAST_WEIGHTS) return
  const ratio = first.figure.value / first.weightKg
  if (!both.every(({ figure, weightKg }) => Math.abs(figure.value / weightKg - ratio) <= ratio * TOLERANCE)) return
  const params = { field, value: Number(ratio.toPrecision(4)), count: both.length }
  problems.add('SEM-RATIO-CONSTANT', { at: first.figure.at[0], params })
}

/** Weight and volume of every consignment, as the totals have them. */
export const volumesOf = (
  parts: readonly Pick<ReportedConsignment, 'consignment' | 'provenance'>[]
): readonly WeighedFigure[] =>
  parts.map(({ consignment: { items, totals }, provenance }) => ({
    description: items[0]?.description ?? null,
    weightKg: totals.grossWeightKg,
    figure: totals.volumeM3 === null ? null : { value: totals.volumeM3, at: provenance['totals.volumeM3'] ?? [] },
  }))
