import type { FactKey } from '../../facts/catalogue.js'
import { defineIndicator } from '../definition.js'
import { lookUp } from '../watch_list_look_up.js'

/**
 * The name of a party stands on a watch list, equal after normalisation. A notify party that the
 * document does not name is nobody to look up; a consignor or consignee without a name is unknown.
 */
export const listedName = defineIndicator({
  code: 'P02',
  version: 1,
  title: 'targeting.indicator_p02',
  layer: 'deductive',
  group: 'party',
  points: 90,
  threats: ['ALL'],
  modes: ['sea', 'air'],
  args: {},
  reads: ['consignor.name', 'consignee.name', 'notify.name', 'party.roles'],
  assess(context) {
    const roles = context.facts.get('party.roles')
    const noNotify = roles.known && !roles.value.includes('notify')
    const keys: FactKey[] = ['consignor.name', 'consignee.name']
    return lookUp(context, 'name', noNotify ? keys : [...keys, 'notify.name'])
  },
})
