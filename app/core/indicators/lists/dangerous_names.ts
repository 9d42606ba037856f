import { column, defineList, GOODS, optional } from './definition.js'

/** Names of goods that are dangerous to carry. */
export const dangerousNames = defineList(
  'dangerous_names',
  ['goods'],
  [...GOODS, column('un_number', 'text'), optional('class', 'text')]
)
