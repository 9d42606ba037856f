import { isToOrder } from '../../matching/named_party.js'
import { defineIndicator } from '../definition.js'
import { clear, hit, unknown } from '../verdict.js'

/**
 * Made out "to order", and nobody named to be notified: no party at the place of arrival at all.
 * What counts is what the document names, so an absent notify party is the finding, not a gap.
 */
export const toOrderWithoutNotify = defineIndicator({
  code: 'P13',
  version: 1,
  title: 'targeting.indicator_p13',
  layer: 'inductive',
  group: 'party',
  points: 15,
  threats: ['ALL'],
  modes: ['sea'],
  args: {},
  reads: ['consignee.name', 'party.roles'],
  assess({ facts }) {
    const roles = facts.get('party.roles')
    if (!roles.known) return unknown('party.roles', roles.why)
    const name = facts.get('consignee.name')
    if (!name.known) return unknown('consignee.name', name.why)
    if (!isToOrder(name.value)) return clear('targeting.nearest_named_consignee', {})
    if (roles.value.includes('notify')) return clear('targeting.nearest_notify_named', {}, 0.5)
    return hit({ because: 'targeting.evidence_to_order', params: { name: name.value }, paths: name.from })
  },
})
