import type { ReasonView } from '../../../props/assessment.js'
import { REASONS } from './northern_celebration.js'

const [first, second, , , fifth, , seventh] = REASONS as [
  ReasonView,
  ReasonView,
  ReasonView,
  ReasonView,
  ReasonView,
  ReasonView,
  ReasonView,
]

/** A cap that cuts 18 of 20 points, a predictive reason, and relief that takes 20 back. */
export const CAPPED: ReasonView[] = [
  { ...first, counted: 43, points: 43, groupUsed: 43 },
  { ...second, counted: 2, points: 20, groupUsed: 45 },
  { ...fifth },
  {
    ...fifth,
    code: 'M01',
    layer: 'predictive',
    group: 'model',
    points: 9,
    counted: 9,
    groupUsed: 9,
    groupCap: 40,
    source: null,
  },
  { ...seventh, code: 'P29', points: -20, counted: -20, groupUsed: 0, groupCap: 60 },
]

/** A hard alert without points has a flag instead of a bar. */
export const HARD: ReasonView[] = [
  { ...first, code: 'P01', group: 'party', hard: true, points: 100, counted: 100 },
  { ...second, code: 'R20', group: 'vessel', hard: true, points: 0, counted: 0 },
]
