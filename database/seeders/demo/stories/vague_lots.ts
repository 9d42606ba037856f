import { directLane, drawBox, drawSmallLot } from '../bills.js'
import { goodsFrom } from '../goods.js'
import { Random } from '../prng.js'
import type { Story } from '../story.js'
import { filing, inTime, upcoming } from './draft.js'

const KEY = 'vague-lots'
const HOUSES = 9
/** All of them words that the default list of vague descriptions holds. */
const WORDS = {
  GT: ['MERCANCIA GENERAL', 'CARGA GENERAL', 'MERCADERIAS VARIAS', 'VARIOS', 'EFECTOS PERSONALES'],
  JM: ['GENERAL MERCHANDISE', 'GENERAL CARGO', 'PARTS', 'ACCESSORIES', 'VARIOUS GOODS'],
} as const

/** Nine small lots in one box, none of which says what it is. */
export const vagueLots: Story = {
  key: KEY,
  administrations: ['GT', 'JM'],
  filings(context) {
    const call = upcoming(context, 12)
    const random = new Random(context.seed, KEY, context.administration)
    const lane = directLane('US', 'USPEF')
    const goods = goodsFrom('US').find(({ box }) => box === 'high40') ?? random.pick(goodsFrom('US'))
    const box = { ...drawBox(random, call, goods, 0), temperatureC: null, seal: random.digits(7) }
    const words = WORDS[context.administration]
    const loads = Array.from({ length: HOUSES }, (_, at) => {
      const bill = drawSmallLot(
        random,
        call,
        lane,
        `PEFLOT26-${String(at + 1).padStart(3, '0')}`,
        `${call.carrier}PEF004417`,
        box
      )
      return { bill: { ...bill, line: { ...bill.line, description: words[at % words.length] ?? '' } }, boxes: [box] }
    })
    return [filing(context, KEY, call, inTime(context, call), loads)]
  },
}
