import { column, defineList } from './definition.js'

/** Ports where boxes are opened more easily than elsewhere. */
export const weakPorts = defineList(
  'weak_ports',
  ['port'],
  [column('port', 'place'), column('class', 'code', { codes: ['B', 'C', 'D'] })]
)
