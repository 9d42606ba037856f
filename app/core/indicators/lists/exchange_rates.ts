import { column, defineList } from './definition.js'

/** How many units of a currency (ISO 4217) one US dollar buys. */
export const exchangeRates = defineList(
  'exchange_rates',
  ['currency'],
  [column('currency', 'text'), column('rate', 'number')]
)
