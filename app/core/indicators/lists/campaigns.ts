import { column, defineList, GOODS, optional } from './definition.js'

/** Footprints of joint operations while they run. */
export const campaigns = defineList(
  'campaigns',
  ['campaign', 'goods'],
  [
    column('campaign', 'text'),
    ...GOODS,
    column('origin', 'country', { any: true }),
    column('destination', 'country', { any: true }),
    optional('until', 'date'),
  ]
)
