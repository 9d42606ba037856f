import type { PluginFact } from '#sdk'
import { TRN_IDENTIFIER } from '../identifiers/trn.js'

/** Whether the number filed with the consignee has the shape of a TRN; missing where none was filed. */
export const CONSIGNEE_TRN: PluginFact = {
  key: 'jamaica:consignee_trn_valid',
  version: 2,
  title: 'jamaica.fact_consignee_trn_valid',
  derive: ({ consignment, nature }) => {
    const at = consignment.parties.findIndex(({ role }) => role === 'consignee')
    const numbers = consignment.parties[at]?.identifiers ?? []
    // CUSCAR says of a number that it is a taxpayer's; in Jamaica that is the TRN.
    const position = numbers.findIndex(({ type }) => type === 'TRN' || type === 'tax')
    const number = numbers[position]
    if (!number) return { known: false, why: 'not_filed' }
    // Who receives an export lives abroad, and so does the number.
    const valid = nature === 'export' ? null : TRN_IDENTIFIER.valid(number.value)
    return valid === null
      ? { known: false, why: 'not_applicable' }
      : { known: true, value: valid, from: [`parties.${at}.identifiers.${position}`] }
  },
}
