import { defineIndicator } from '../definition.js'
import { sourceCountry, threatsOfTable } from '../source_country.js'

/** Port or airport of loading in a country of the administration's threat table. */
export const loadingInSourceCountry = defineIndicator({
  code: 'R02',
  version: 1,
  title: 'targeting.indicator_r02',
  layer: 'deductive',
  group: 'geography',
  points: 20,
  threats: ['NAR'],
  modes: ['sea', 'air'],
  args: threatsOfTable,
  reads: ['place.loading', 'place.loading.country'],
  lists: ['source_countries'],
  assess: (context) => sourceCountry(context, 'place.loading', 'place.loading.country'),
})
