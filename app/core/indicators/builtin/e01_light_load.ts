import { holdsWords, normaliseText } from '../../matching/normalise_text.js'
import { defineIndicator } from '../definition.js'
import { LOW_DENSITY_GOODS } from '../lexicons/low_density_goods.js'
import { clear, hit, unknown } from '../verdict.js'

/** Gross weight well under the maximum payload, unless the goods are light by nature. */
export const lightLoad = defineIndicator({
  code: 'E01',
  version: 1,
  title: 'targeting.indicator_e01',
  layer: 'inductive',
  group: 'equipment',
  points: 15,
  threats: ['NAR'],
  modes: ['sea'],
  args: { percent: { kind: 'integer', label: 'targeting.argument_percent', default: 63, min: 1, max: 99 } },
  reads: ['equipment.payloadShare', 'consignment.grossWeightKg', 'goods.description'],
  assess({ facts, args }) {
    const share = facts.get('equipment.payloadShare')
    if (!share.known) return unknown('equipment.payloadShare', share.why)
    const percent = Math.round(share.value * 1000) / 10
    if (share.value * 100 >= args.percent) {
      return clear(
        'targeting.nearest_light_load',
        { percent, limit: args.percent },
        (share.value * 100 - args.percent) / args.percent
      )
    }
    const description = facts.get('goods.description')
    if (!description.known) return unknown('goods.description', description.why)
    const text = normaliseText(description.value)
    const light = LOW_DENSITY_GOODS.find((words) => holdsWords(text, words))
    if (light !== undefined) return clear('targeting.nearest_light_goods', { percent, goods: light }, 0.5)
    const weight = facts.get('consignment.grossWeightKg')
    const weightKg = weight.known ? weight.value : 0
    return hit({
      because: 'targeting.evidence_light_load',
      params: { weightKg, payloadKg: Math.round(weightKg / share.value), percent, limit: args.percent },
      paths: share.from,
    })
  },
})
