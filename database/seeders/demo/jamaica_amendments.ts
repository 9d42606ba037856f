import type { Instant } from '#core/kernel/instant'
import { boxesOf, correct, corrected, oneOf } from './amendments.js'
import { drawFullLoad, drawLane } from './bills.js'
import { jamaicanFiler } from './filers.js'
import type { Filing } from './filing.js'
import { billNumber } from './jamaica_cargo.js'
import type { Numbering } from './numbering.js'
import type { Random } from './prng.js'
import { drawAmendmentTime } from './timing.js'

/** Chance per original. Functions 20 and 21 replace the heading or the details alone. */
const AMENDMENTS = [
  { functionCode: '4', share: 0.12 },
  { functionCode: '5', share: 0.05 },
  { functionCode: '2', share: 0.03 },
  { functionCode: '3', share: 0.03 },
  { functionCode: '1', share: 0.008 },
  { functionCode: '20', share: 0.01 },
  { functionCode: '21', share: 0.01 },
] as const

/** At most one amendment of an original, none from the future. */
export const drawAmendments = (random: Random, base: Filing, numbering: Numbering, now: Instant): Filing[] =>
  AMENDMENTS.filter(({ share }) => random.chance(share))
    .slice(0, 1)
    .map(({ functionCode }) => ({
      ...base,
      ...amendedCargo(random, base, functionCode, numbering),
      functionCode,
      filedAt: drawAmendmentTime(random, base.filedAt),
    }))
    .filter(({ filedAt }) => filedAt <= now)

const amendedCargo = (
  random: Random,
  base: Filing,
  functionCode: string,
  numbering: Numbering
): Pick<Filing, 'bills' | 'boxes'> => {
  switch (functionCode) {
    case '4': {
      const one = oneOf(random, base)
      return { bills: one.bills.map((bill) => correct(random, bill)), boxes: boxesOf(base.boxes, one.bills) }
    }
    case '2': {
      const filer = jamaicanFiler(base.filer.code)
      const lane = drawLane(random, base.call)
      const { bill, boxes } = drawFullLoad(random, base.call, lane, billNumber(filer, lane.loading, numbering), null)
      return { bills: [bill], boxes }
    }
    case '3':
      return oneOf(random, base)
    case '1':
    case '20':
      return { bills: [], boxes: [] }
    default:
      return corrected(random, base)
  }
}
