import type { Sector } from '../goods.js'
import { hash, Random } from '../prng.js'
import { COMPANY_COUNTRIES, CULTURES, TRADE_WORDS, type CompanyCountry } from './name_parts.js'

export const companyCountry = (country: string): CompanyCountry => {
  const found = COMPANY_COUNTRIES[country]
  if (!found) throw new RangeError(`no company names for ${country}`)
  return found
}

/** Distinct for every `index` below the number of stems of the country's culture. */
const stem = (country: string, sector: Sector, index: number): string => {
  const { first, second, joint } = CULTURES[companyCountry(country).culture]
  const stems = first.length * second.length
  const at = (hash(`${country}/${sector}`) + index * 7) % stems
  return `${first[at % first.length]}${joint}${second[Math.floor(at / first.length)]}`
}

/** Company number `index` of that trade and country: always the same name. */
export const companyName = (country: string, sector: Sector, index: number): string => {
  const random = new Random('company', country, sector, index)
  const { culture, forms, cities } = companyCountry(country)
  const { language } = CULTURES[culture]
  const trade = random.pick(TRADE_WORDS[language][sector])
  const core =
    language === 'spanish' || language === 'portuguese'
      ? `${trade} ${stem(country, sector, index)}`
      : `${stem(country, sector, index)} ${trade}`
  const city = culture === 'chinese' ? `${random.pick(cities)} ` : ''
  return `${city}${core} ${random.pick(forms)}`
}

// prettier-ignore
const WORDS = ['Linden', 'Harbour', 'Mango', 'Orchid', 'Station', 'Mercado', 'Union', 'Ceiba', 'Granada', 'Victoria', 'Libertad', 'Coral', 'Garden', 'Union', 'Palma', 'Aurora']

export const streetOf = (country: string, random: Random): string =>
  companyCountry(country)
    .street.replace('{n}', String(random.int(2, 240)))
    .replace('{m}', String(random.int(1, 39)))
    .replace('{k}', String(random.int(10, 98)))
    .replace('{z}', String(random.int(1, 21)))
    .replace('{w}', random.pick(WORDS))
