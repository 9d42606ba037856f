import { column, defineList, optional } from './definition.js'

/** When companies were registered. */
export const companyRegistry = defineList(
  'company_registry',
  ['name'],
  [column('name', 'text'), optional('identifier', 'text'), column('registered', 'date')]
)
