import { SECTORS, type Sector } from '../goods.js'
import { Random } from '../prng.js'
import type { DemoAdministration } from '../traffic.js'
import { companyCountry, companyName, streetOf } from './company_name.js'
import type { DemoParty } from './party.js'
import { personName } from './persons.js'
import { drawNit, drawTrn } from './tax_ids.js'

/** Importers of one trade in one administration; with fifteen trades 2,700. */
export const CONSIGNEES_PER_TRADE = 180

const LONG_NAMES = ['Comercial', 'Distribuidora', 'Importadora', 'Corporacion', 'Inversiones', 'Agencias']

/** Private persons stand at the end of each trade, as rare receivers. */
const isPerson = (index: number): boolean => index >= CONSIGNEES_PER_TRADE - 8

const companyOf = (administration: DemoAdministration, sector: Sector, index: number, random: Random): string => {
  const name = companyName(administration, sector, index)
  return administration === 'GT' && random.chance(0.35) ? `${random.pick(LONG_NAMES)} ${name}` : name
}

const streetFor = (administration: DemoAdministration, random: Random): string => {
  if (administration === 'JM' && random.chance(0.07)) return `P.O. Box ${random.int(12, 990)}`
  if (administration === 'GT' && random.chance(0.01)) return `Apartado Postal ${random.int(12, 990)}`
  return streetOf(administration, random)
}

/**
 * What the party's filings give as its identifier, always the same: in Guatemala NIT (92 %) or EEE for
 * foreigners, a quarter of them without the number; in Jamaica a TRN for two in five.
 */
const drawTaxId = (administration: DemoAdministration, random: Random): DemoParty['taxId'] => {
  if (administration === 'JM') return random.chance(0.4) ? { type: 'TRN', value: drawTrn(random) } : null
  const numbered = random.chance(0.75)
  if (random.chance(0.07)) return { type: 'EEE', value: numbered ? random.digits(9) : '' }
  return { type: 'NIT', value: numbered ? drawNit(random) : '' }
}

/** Consignee number `index` of a trade: always the same company, address and identifier. */
export const consignee = (administration: DemoAdministration, sector: Sector, index: number): DemoParty => {
  const random = new Random('consignee', administration, sector, index)
  const person = isPerson(index)
  const name = person
    ? personName(administration, SECTORS.indexOf(sector) * 1000 + index)
    : companyOf(administration, sector, index, random)
  return {
    name,
    street: streetFor(administration, random),
    city: random.pick(companyCountry(administration).cities),
    country: administration,
    taxId: drawTaxId(administration, random),
    phone: random.chance(0.3) ? `+${companyCountry(administration).dialling} 555 ${random.digits(4)}` : null,
    email: random.chance(0.1)
      ? `${person ? 'post' : 'imports'}@${administration.toLowerCase()}-${sector}-${index}.example`
      : null,
  }
}
