import { defineIndicator } from '../definition.js'
import { sourceCountry, threatsOfTable } from '../source_country.js'

/** Place of receipt (LOC 88) in a country of the administration's threat table. */
export const receiptInSourceCountry = defineIndicator({
  code: 'R01',
  version: 1,
  title: 'targeting.indicator_r01',
  layer: 'deductive',
  group: 'geography',
  points: 25,
  threats: ['NAR'],
  modes: ['sea', 'air'],
  args: threatsOfTable,
  reads: ['place.receipt', 'place.receipt.country'],
  lists: ['source_countries'],
  assess: (context) => sourceCountry(context, 'place.receipt', 'place.receipt.country'),
})
