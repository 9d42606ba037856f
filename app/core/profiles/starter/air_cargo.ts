import { originOfConcern } from '../../indicators/builtin/a02_origin_of_concern.js'
import { seaGoodsByAir } from '../../indicators/builtin/a06_sea_goods_by_air.js'
import { oddDensityByAir } from '../../indicators/builtin/a07_odd_density_by_air.js'
import { noLink } from '../../indicators/builtin/a09_no_link.js'
import { splitOverFlights } from '../../indicators/builtin/a10_split_over_flights.js'
import { oneContactManyReceivers } from '../../indicators/builtin/a11_one_contact_many_receivers.js'
import { noHomeAddress } from '../../indicators/builtin/a13_no_home_address.js'
import { placiIncomplete } from '../../indicators/builtin/a14_placi_incomplete.js'
import { hiddenOrigin } from '../../indicators/builtin/a16_hidden_origin.js'
import { indicatorCondition } from '../condition.js'
import type { ProfileDocument } from '../document.js'

/** What comes by air, for what it might be on board: nothing selects, everything adds. */
export const airCargo: ProfileDocument = {
  threat: 'SEC',
  all: [],
  any: [],
  adds: [
    originOfConcern,
    placiIncomplete,
    hiddenOrigin,
    noLink,
    oneContactManyReceivers,
    splitOverFlights,
    seaGoodsByAir,
    oddDensityByAir,
    noHomeAddress,
  ].map((definition) => indicatorCondition(definition)),
}
