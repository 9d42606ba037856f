import { HOUR } from '#core/kernel/instant'
import { drawFullLoad, drawLane } from '../bills.js'
import { Random } from '../prng.js'
import type { Story } from '../story.js'
import { filing, inTime, upcoming } from './draft.js'

const KEY = 'cancelled-manifest'

/** A manifest of three consignments, withdrawn as a whole five hours later. */
export const cancelledManifest: Story = {
  key: KEY,
  administrations: ['GT', 'JM'],
  filings(context) {
    const call = upcoming(context, 26)
    const random = new Random(context.seed, KEY, context.administration)
    const loads = ['CANCEL26-001', 'CANCEL26-002', 'CANCEL26-003'].map((reference) =>
      drawFullLoad(
        random,
        call,
        drawLane(random, call),
        reference,
        context.administration === 'GT' ? `${call.carrier}${random.digits(9)}` : null
      )
    )
    const original = filing(context, KEY, call, inTime(context, call), loads)
    return [original, { ...original, functionCode: '1', filedAt: original.filedAt + 5 * HOUR, bills: [], boxes: [] }]
  },
}
