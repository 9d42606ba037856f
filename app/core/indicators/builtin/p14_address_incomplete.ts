import { addressQuality } from '../address_quality.js'
import { defineIndicator } from '../definition.js'
import { clear, hit, unknown } from '../verdict.js'

/** The address of the consignee lacks most of what finds an address: number, street, quarter, words at all. */
export const addressIncomplete = defineIndicator({
  code: 'P14',
  version: 1,
  title: 'targeting.indicator_p14',
  layer: 'inductive',
  group: 'party',
  points: 10,
  threats: ['ALL', 'DQ'],
  modes: ['sea', 'air'],
  args: { percent: { kind: 'integer', label: 'targeting.argument_percent_of_address', default: 50, min: 1, max: 100 } },
  reads: ['consignee.address'],
  assess({ facts, args }) {
    const address = facts.get('consignee.address')
    if (!address.known) return unknown('consignee.address', address.why)
    const percent = Math.round(addressQuality(address.value) * 100)
    const params = { percent, limit: args.percent }
    if (percent >= args.percent) return clear('targeting.nearest_address', params, (percent - args.percent) / 100)
    return hit({
      because: 'targeting.evidence_address',
      params: { address: address.value, ...params },
      paths: address.from,
    })
  },
})
