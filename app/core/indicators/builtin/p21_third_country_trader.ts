import { anyCountry, FROM_COUNTRIES, TO_COUNTRIES } from '../countries.js'
import { defineIndicator } from '../definition.js'
import { clear, hit, unknown } from '../verdict.js'

/** The seller sits in a country that the goods neither come from nor pass. */
export const thirdCountryTrader = defineIndicator({
  code: 'P21',
  version: 1,
  title: 'targeting.indicator_p21',
  layer: 'inductive',
  group: 'party',
  points: 10,
  threats: ['TBM', 'WMD'],
  modes: ['sea', 'air'],
  args: {},
  reads: ['consignor.country', ...FROM_COUNTRIES, ...TO_COUNTRIES, 'place.transhipment.countries'],
  assess({ facts }) {
    const country = facts.get('consignor.country')
    if (!country.known) return unknown('consignor.country', country.why)
    const on = anyCountry(facts, [...FROM_COUNTRIES, ...TO_COUNTRIES], (each) => each === country.value)
    if (on.met) return clear('targeting.nearest_country_on_route', { country: country.value })
    const via = facts.get('place.transhipment.countries')
    if (via.known && via.value.includes(country.value))
      return clear('targeting.nearest_country_on_route', { country: country.value }, 0.3)
    const [loading, discharge] = [facts.get('place.loading.country'), facts.get('place.discharge.country')]
    if (!loading.known) return unknown('place.loading.country', loading.why)
    if (!discharge.known) return unknown('place.discharge.country', discharge.why)
    return hit({
      because: 'targeting.evidence_third_country',
      params: { country: country.value, loading: loading.value, discharge: discharge.value },
      paths: [...country.from, ...loading.from, ...discharge.from],
    })
  },
})
