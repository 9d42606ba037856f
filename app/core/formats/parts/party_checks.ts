import type { ReferenceData } from '../../reference/reference_data.js'
import type { AnyPlace, FiledAt } from './filed.js'
import { countryAtEnd, mayBeSame } from '../texts/address_country.js'
import { personalDataIn } from '../texts/personal_data.js'
import { taxIdsIn } from '../texts/tax_ids.js'
import type { Told } from './told.js'

/** Taxpayer numbers inside name and address, behind the word for them; one that fails its check is kept and told. */
export const taxIdsOf = <At extends AnyPlace>(
  { problems }: Told,
  texts: readonly (FiledAt<string, At> | null)[],
  consignment: number | undefined
): readonly (FiledAt<string, At> & { readonly type: string })[] => {
  let found: readonly (FiledAt<string, At> & { readonly type: string })[] = NO_NUMBERS
  for (const text of texts) {
    if (text === null) continue
    for (const { type, value, valid } of taxIdsIn(text.value)) {
      if (valid === false) problems.add('REF-CHECKDIGIT-TAXID', { at: text.at, consignment, params: { value } })
      found = [...found, { type, value, at: text.at }]
    }
  }
  return found
}
const NO_NUMBERS: readonly never[] = []

/** Tells of each kind of personal data once a message: addresses and descriptions are no place for it. */
export const flagPersonalData = (
  { problems }: Told,
  text: FiledAt<string, AnyPlace> | null,
  consignment: number | undefined
): void => {
  if (text === null) return
  for (const what of personalDataIn(text.value))
    problems.repeat('SEM-PII', { at: text.at, consignment, params: { what } }, what)
}

/** An address that ends with the name of another country than the one coded beside it. */
export const flagAddressCountry = (
  { problems, reference }: Told & { readonly reference: ReferenceData },
  address: FiledAt<string, AnyPlace> | null,
  country: FiledAt<string, AnyPlace> | null,
  consignment: number | undefined
): void => {
  if (address === null || country === null) return
  const named = countryAtEnd(address.value, reference)
  if (named === null || mayBeSame(named.alpha2, country.value)) return
  const params = { value: country.value, expected: named.alpha2 }
  problems.add('SEM-ADDR-COUNTRY', { at: country.at, consignment, params })
}
