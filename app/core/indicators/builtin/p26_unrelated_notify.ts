import { anyCountry, FROM_COUNTRIES, TO_COUNTRIES } from '../countries.js'
import { defineIndicator } from '../definition.js'
import { clear, firstMissing, hit, unknown } from '../verdict.js'

/** The party to be notified sits in a country that has nothing to do with the route or the consignee. */
export const unrelatedNotify = defineIndicator({
  code: 'P26',
  version: 1,
  title: 'targeting.indicator_p26',
  layer: 'inductive',
  group: 'party',
  points: 8,
  threats: ['ALL'],
  modes: ['sea'],
  args: {},
  reads: ['notify.country', 'consignee.country', ...FROM_COUNTRIES, ...TO_COUNTRIES],
  assess({ facts }) {
    const notify = facts.get('notify.country')
    if (!notify.known) return unknown('notify.country', notify.why)
    const consignee = facts.get('consignee.country')
    if (consignee.known && consignee.value === notify.value)
      return clear('targeting.nearest_country_on_route', { country: notify.value })
    const on = anyCountry(facts, [...FROM_COUNTRIES, ...TO_COUNTRIES], (each) => each === notify.value)
    if (on.met) return clear('targeting.nearest_country_on_route', { country: notify.value }, 0.5)
    const missing = firstMissing(facts, ['consignee.country', 'place.loading.country', 'place.discharge.country'])
    if (missing !== null) return missing
    return hit({
      because: 'targeting.evidence_unrelated_notify',
      params: { country: notify.value },
      paths: notify.from,
    })
  },
})
