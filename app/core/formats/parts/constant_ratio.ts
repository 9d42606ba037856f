import type { ReportedConsignment } from '../../cargo/cargo_report.js'
import type { SourceRef } from '../../kernel/source_ref.js'
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
  const [first] = figures
  const ratio = first ? ratioOf(first) : null
  if (!first?.figure || ratio === null || figures.length < LEAST) return
  // Nearly always the second already tells that there is no such ratio.
  for (const each of figures) {
    const own = ratioOf(each)
    if (own === null || Math.abs(own - ratio) > ratio * TOLERANCE) return
  }
  if (new Set(figures.map(({ description }) => description)).size < LEAST_GOODS) return
  if (new Set(figures.map(({ weightKg }) => weightKg)).size < LEAST_WEIGHTS) return
  const params = { field, value: Number(ratio.toPrecision(4)), count: figures.length }
  problems.add('SEM-RATIO-CONSTANT', { at: first.figure.at[0], params })
}

const ratioOf = ({ weightKg, figure }: WeighedFigure): number | null =>
  weightKg !== null && weightKg > 0 && figure !== null && figure.value > 0 ? figure.value / weightKg : null

type Part = Pick<ReportedConsignment, 'consignment' | 'provenance'>

/** A volume; where it stands is looked up only when it is told. */
class FiledVolume implements Filed<number> {
  readonly value: number
  readonly #part: Part

  constructor(value: number, part: Part) {
    this.value = value
    this.#part = part
  }

  get at(): readonly SourceRef[] {
    return this.#part.provenance['totals.volumeM3'] ?? []
  }
}

/** Weight and volume of every consignment, as the totals have them. */
export const volumesOf = (parts: readonly Part[]): readonly WeighedFigure[] =>
  parts.map((part) => {
    const { items, totals } = part.consignment
    return {
      description: items[0]?.description ?? null,
      weightKg: totals.grossWeightKg,
      figure: totals.volumeM3 === null ? null : new FiledVolume(totals.volumeM3, part),
    }
  })
