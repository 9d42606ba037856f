import { column, defineList, GOODS, optional } from './definition.js'

/** Permits in force, by holder and goods. */
export const permits = defineList(
  'permits',
  ['number'],
  [
    column('number', 'text'),
    column('holder', 'text'),
    optional('identifier', 'text'),
    ...GOODS,
    optional('until', 'date'),
  ]
)
