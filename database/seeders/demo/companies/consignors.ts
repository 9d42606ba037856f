import { SECTORS, type Sector } from '../goods.js'
import { Random } from '../prng.js'
import { companyCountry, companyName, streetOf } from './company_name.js'
import { COMPANY_COUNTRIES } from './name_parts.js'
import type { DemoParty } from './party.js'

/** Companies of one trade in one country; over all countries and trades more than 3,000. */
export const CONSIGNORS_PER_TRADE = 60

interface ConsignorKey {
  readonly country: string
  readonly sector: Sector
  readonly index: number
}

export const consignor = ({ country, sector, index }: ConsignorKey): DemoParty => {
  const random = new Random('consignor', country, sector, index)
  return {
    name: companyName(country, sector, index),
    street: streetOf(country, random),
    city: random.pick(companyCountry(country).cities),
    country,
    taxId: null,
    phone: random.chance(0.2) ? `+${companyCountry(country).dialling} 555 ${random.digits(4)}` : null,
    email: random.chance(0.08) ? `sales@${country.toLowerCase()}-${sector}-${index}.example` : null,
  }
}

export const allConsignors = (): ConsignorKey[] =>
  Object.keys(COMPANY_COUNTRIES).flatMap((country) =>
    SECTORS.flatMap((sector) =>
      Array.from({ length: CONSIGNORS_PER_TRADE }, (_, index) => ({ country, sector, index }))
    )
  )
