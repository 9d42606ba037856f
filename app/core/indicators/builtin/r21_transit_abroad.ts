import { defineIndicator } from '../definition.js'
import { clear, hit, unknown } from '../verdict.js'

/**
 * Cargo in transit to another country than the one it is discharged in. R11 of the catalogue also asks
 * for a lane with a history of diversion, which nothing records yet; this is its first half.
 */
export const transitAbroad = defineIndicator({
  code: 'R21',
  version: 1,
  title: 'targeting.indicator_r21',
  layer: 'deductive',
  group: 'routing',
  points: 15,
  threats: ['REV', 'TOB'],
  modes: ['sea', 'air'],
  args: {},
  reads: ['consignment.nature', 'place.delivery.country', 'place.discharge.country'],
  assess({ facts }) {
    const nature = facts.get('consignment.nature')
    if (!nature.known) return unknown('consignment.nature', nature.why)
    if (nature.value !== 'transit') return clear('targeting.nearest_no_transit', { nature: nature.value })
    const delivery = facts.get('place.delivery.country')
    if (!delivery.known) return unknown('place.delivery.country', delivery.why)
    const discharge = facts.get('place.discharge.country')
    if (!discharge.known) return unknown('place.discharge.country', discharge.why)
    if (delivery.value === discharge.value)
      return clear('targeting.nearest_transit_home', { country: delivery.value }, 0.5)
    return hit({
      because: 'targeting.evidence_transit_abroad',
      params: { country: delivery.value, discharge: discharge.value },
      paths: [...nature.from, ...delivery.from, ...discharge.from],
    })
  },
})
