import { column, defineList } from './definition.js'

export const ADDRESS_KINDS = ['hotel', 'locker', 'mail_forwarder', 'residential', 'serviced_office'] as const

/** Words of addresses that are no ordinary premises of a trader. */
export const specialAddresses = defineList(
  'special_addresses',
  ['words', 'address_kind'],
  [column('words', 'words'), column('address_kind', 'code', { codes: ADDRESS_KINDS })]
)
