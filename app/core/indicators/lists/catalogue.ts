import type { ReferenceListDefinition } from './definition.js'
import { airConcern } from './air_concern.js'
import { airShares } from './air_shares.js'
import { brands } from './brands.js'
import { campaigns } from './campaigns.js'
import { companyRegistry } from './company_registry.js'
import { containerCompatibility } from './container_compatibility.js'
import { containerOwners } from './container_owners.js'
import { controlledGoods } from './controlled_goods.js'
import { coverLoads } from './cover_loads.js'
import { culturalGoods } from './cultural_goods.js'
import { dangerousNames } from './dangerous_names.js'
import { diversionLanes } from './diversion_lanes.js'
import { embargoedPlaces } from './embargoed_places.js'
import { exchangeRates } from './exchange_rates.js'
import { freeZones } from './free_zones.js'
import { goodsChapters } from './goods_chapters.js'
import { goodsDensities } from './goods_densities.js'
import { goodsTemperatures } from './goods_temperatures.js'
import { goodsValues } from './goods_values.js'
import { highDutyNeighbours } from './high_duty_neighbours.js'
import { inlandDistances } from './inland_distances.js'
import { laneShares } from './lane_shares.js'
import { militaryEndUsers } from './military_end_users.js'
import { permits } from './permits.js'
import { regulatedGoods } from './regulated_goods.js'
import { shipChanges } from './ship_changes.js'
import { sourceCountries } from './source_countries.js'
import { specialAddresses } from './special_addresses.js'
import { specialEquipment } from './special_equipment.js'
import { threatKeywords } from './threat_keywords.js'
import { tradeShares } from './trade_shares.js'
import { trustedTraders } from './trusted_traders.js'
import { vagueDescriptions } from './vague_descriptions.js'
import { vehicleIdentifiers } from './vehicle_identifiers.js'
import { wasteDestinations } from './waste_destinations.js'
import { weakPorts } from './weak_ports.js'

/** Every table that indicators look into; a new one is a file beside this one and a line here. */
const LISTS: readonly ReferenceListDefinition[] = [
  airConcern,
  airShares,
  brands,
  campaigns,
  companyRegistry,
  containerCompatibility,
  containerOwners,
  controlledGoods,
  coverLoads,
  culturalGoods,
  dangerousNames,
  diversionLanes,
  embargoedPlaces,
  exchangeRates,
  freeZones,
  goodsChapters,
  goodsDensities,
  goodsTemperatures,
  goodsValues,
  highDutyNeighbours,
  inlandDistances,
  laneShares,
  militaryEndUsers,
  permits,
  regulatedGoods,
  shipChanges,
  sourceCountries,
  specialAddresses,
  specialEquipment,
  threatKeywords,
  tradeShares,
  trustedTraders,
  vagueDescriptions,
  vehicleIdentifiers,
  wasteDestinations,
  weakPorts,
]

export const REFERENCE_LIST_CATALOGUE: Readonly<Record<string, ReferenceListDefinition>> = Object.freeze(
  Object.fromEntries(LISTS.map((list) => [list.code, list]))
)
