import { column, defineList, optional } from './definition.js'

/** Authorised operator, mutual recognition, known consignor, regulated agent. */
export const PROGRAMMES = ['AEO', 'MRA', 'KC', 'RA'] as const

/** Traders of a programme: authorised operators, known consignors, regulated agents. */
export const trustedTraders = defineList(
  'trusted_traders',
  ['name', 'programme'],
  [
    column('name', 'text'),
    optional('identifier', 'text'),
    column('programme', 'code', { codes: PROGRAMMES }),
    optional('until', 'date'),
  ]
)
