import { column, defineList, optional } from './definition.js'

/** Registered owner prefixes of containers (four letters); those that a consignor owns are marked. */
export const containerOwners = defineList(
  'container_owners',
  ['prefix'],
  [column('prefix', 'text'), optional('consignor_owned', 'flag')]
)
