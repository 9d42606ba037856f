import { defineIndicator } from '../definition.js'
import { findMailDrop } from '../mail_drop.js'
import { clear, hit, unknown } from '../verdict.js'

/** The consignee's address is a post office box, a private bag or a counter where mail is collected. */
export const poBox = defineIndicator({
  code: 'P10',
  version: 1,
  title: 'targeting.indicator_p10',
  layer: 'inductive',
  group: 'party',
  points: 15,
  threats: ['NAR', 'IPR', 'TBM'],
  modes: ['sea', 'air'],
  args: {},
  reads: ['consignee.address'],
  assess({ facts }) {
    const address = facts.get('consignee.address')
    if (!address.known) return unknown('consignee.address', address.why)
    const found = findMailDrop(address.value)
    if (found === null) return clear('targeting.nearest_po_box', {})
    return hit({
      because: 'targeting.evidence_po_box',
      params: { address: address.value, words: found },
      paths: address.from,
    })
  },
})
