import type { FactKey, FactReader } from '../facts/catalogue.js'
import type { Verdict } from './definition.js'
import { firstMissing } from './verdict.js'

type CountryKey = Extract<FactKey, `place.${string}.country`>

/** Where goods come from: any of the three is enough. */
export const FROM_COUNTRIES = [
  'place.origin.country',
  'place.receipt.country',
  'place.loading.country',
] as const satisfies readonly CountryKey[]

/** Where goods go to. */
export const TO_COUNTRIES = [
  'place.destination.country',
  'place.delivery.country',
  'place.discharge.country',
] as const satisfies readonly CountryKey[]

export type CountryMet =
  | { readonly met: true; readonly country: string; readonly paths: readonly string[] }
  | { readonly met: false; /** What may still name such a country. */ readonly open: Verdict | null }

/** Whether one of the countries is as asked for. `*` of a table row stands for every country. */
export const anyCountry = (
  facts: FactReader,
  keys: readonly CountryKey[],
  asked: (country: string) => boolean
): CountryMet => {
  for (const key of keys) {
    const country = facts.get(key)
    if (country.known && asked(country.value)) return { met: true, country: country.value, paths: country.from }
  }
  return { met: false, open: firstMissing(facts, keys) }
}

/** The country of a row: its own, or any. */
export const ofRow = (cell: unknown): ((country: string) => boolean) => {
  const wanted = String(cell ?? '*')
  return (country) => wanted === '*' || wanted === country
}
