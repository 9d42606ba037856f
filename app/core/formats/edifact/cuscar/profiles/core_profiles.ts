import type { CuscarProfile } from '../../../profile.js'
import { GENERIC_CUSCAR } from './generic_profile.js'
import { AUSTRALIA } from './australia.js'
import { D96B_CARRIERS } from './d96b_carriers.js'
import { LOT10 } from './lot10.js'
import { SOUTH_AFRICA } from './south_africa.js'
import { US_TRUCK } from './us_truck.js'

/** Profiles of CUSCAR that are no country's plugin; a plugin's goes before them. */
export const CUSCAR_PROFILES: readonly CuscarProfile[] = [LOT10, US_TRUCK, AUSTRALIA, D96B_CARRIERS, SOUTH_AFRICA]

/** Every profile that ships with the platform, the last resort included. */
export const CORE_PROFILES: readonly CuscarProfile[] = [...CUSCAR_PROFILES, GENERIC_CUSCAR]
