import { column, defineList, optional } from './definition.js'

/** Registered owner prefixes of containers (four letters); shipper-owned ones are marked. */
export const containerOwners = defineList(
  'container_owners',
  ['prefix'],
  [column('prefix', 'text'), optional('shipper_owned', 'flag')]
)
