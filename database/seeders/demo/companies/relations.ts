import type { Sector } from '../goods.js'
import { hash, Random } from '../prng.js'
import type { DemoAdministration } from '../traffic.js'
import { CONSIGNEES_PER_TRADE, consignee } from './consignees.js'
import { CONSIGNORS_PER_TRADE, consignor } from './consignors.js'
import type { DemoParty } from './party.js'

interface Trade {
  readonly consignor: DemoParty
  readonly consignee: DemoParty
}

/**
 * Who ships to whom. A consignor has a few regular customers and serves the first of them
 * most; one consignment in eight goes to somebody else of the trade. So history holds large
 * importers, regular pairs, one-to-one pairs and first-timers in lifelike shares.
 */
export const drawTrade = (
  random: Random,
  administration: DemoAdministration,
  origin: string,
  sector: Sector
): Trade => {
  const seller = random.chance(0.74) ? random.zipf(CONSIGNORS_PER_TRADE) : random.int(0, CONSIGNORS_PER_TRADE - 1)
  const buyer = random.chance(0.88)
    ? regularCustomer(random, administration, `${origin}/${sector}/${seller}`)
    : random.int(0, CONSIGNEES_PER_TRADE - 1)
  return {
    consignor: consignor({ country: origin, sector, index: seller }),
    consignee: consignee(administration, sector, buyer),
  }
}

const regularCustomer = (random: Random, administration: DemoAdministration, seller: string): number => {
  const customers = new Random('customers', administration, seller).zipf(6) + 1
  return hash(`${administration}/${seller}/${random.zipf(customers)}`) % CONSIGNEES_PER_TRADE
}
