import { column, defineList } from './definition.js'

/** Road kilometres from an inland place to the ports that serve it. */
export const inlandDistances = defineList(
  'inland_distances',
  ['place', 'port'],
  [column('place', 'place'), column('port', 'place'), column('km', 'number')]
)
