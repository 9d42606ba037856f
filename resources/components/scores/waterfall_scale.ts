import type { Layer, ReasonView } from '../../props/assessment.js'

/** Places on the axis in percent of its width, from the start edge. */
export interface Bar {
  from: number
  width: number
  /** Points cut off by the group's cap, drawn hollow after the bar. */
  capped: number
  back: boolean
  /** Running total after this reason. */
  running: number
}

export interface Scale {
  bars: Bar[]
  cuts: { medium: number; high: number }
  layers: { layer: Layer; from: number; width: number }[]
  /** Hatched end of the total: what the unknowns could add. */
  upTo: { from: number; width: number } | null
}

/** Σ counted is the score; anything else is a defect in the data and must not be drawn. */
export const assertSum = (reasons: readonly ReasonView[], total: number) => {
  const sum = reasons.reduce((running, { counted }) => running + counted, 0)
  if (sum !== total) throw new Error(`Waterfall: reasons sum to ${sum}, the score is ${total}`)
}

const LAYERS: readonly Layer[] = ['deductive', 'inductive', 'predictive']

export const scaleOf = (
  reasons: readonly ReasonView[],
  total: number,
  upTo: number | null,
  cuts: { medium: number; high: number }
): Scale => {
  const peaks = reasons.reduce<number[]>((running, { counted }) => [...running, (running.at(-1) ?? 0) + counted], [])
  const end = Math.max(total, upTo ?? 0, cuts.high * 1.08, ...peaks) * 1.03
  const share = (points: number) => (points / end) * 100
  let running = 0
  const bars = reasons.map(({ counted, points }) => {
    const before = running
    running += counted
    const capped = counted >= 0 ? Math.max(0, points - counted) : 0
    return {
      from: share(Math.min(before, running)),
      width: share(Math.abs(counted)),
      capped: share(Math.min(capped, end - running)),
      back: counted < 0,
      running,
    }
  })
  let edge = 0
  const layers = LAYERS.flatMap((layer) => {
    const points = reasons.filter((reason) => reason.layer === layer).reduce((sum, { counted }) => sum + counted, 0)
    if (points <= 0) return []
    const part = { layer, from: share(edge), width: share(Math.min(points, total - edge)) }
    edge += points
    return [part]
  })
  return {
    bars,
    cuts: { medium: share(cuts.medium), high: share(cuts.high) },
    layers,
    upTo: upTo !== null && upTo > total ? { from: share(total), width: share(upTo - total) } : null,
  }
}
