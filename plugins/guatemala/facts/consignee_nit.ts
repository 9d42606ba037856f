import type { PluginFact } from '#sdk'
import { NIT_IDENTIFIER } from '../identifiers/nit.js'

/** Whether the taxpayer number filed with the consignee can be one; missing where none was filed. */
export const CONSIGNEE_NIT: PluginFact = {
  key: 'guatemala:consignee_nit_valid',
  version: 1,
  title: 'guatemala.fact_consignee_nit_valid',
  derive: ({ consignment }) => {
    const at = consignment.parties.findIndex(({ role }) => role === 'consignee')
    const numbers = consignment.parties[at]?.identifiers ?? []
    const position = numbers.findIndex(({ type }) => type === 'NIT')
    const number = numbers[position]
    if (!number) return { known: false, why: 'not_filed' }
    const valid = NIT_IDENTIFIER.valid(number.value)
    return valid === null
      ? { known: false, why: 'not_applicable' }
      : { known: true, value: valid, from: [`parties.${at}.identifiers.${position}`] }
  },
}
