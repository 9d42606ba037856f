import type { Story } from '../story.js'
import { cancelledManifest } from './cancelled_manifest.js'
import { firstFlight } from './first_flight.js'
import { firstTimeCoverLoad } from './first_time_cover_load.js'
import { historyOfEach } from './history_of_each.js'
import { householdEffects } from './household_effects.js'
import { invalidContainer } from './invalid_container.js'
import { listedConsignee } from './listed_consignee.js'
import { listedContainer } from './listed_container.js'
import { northernCelebration } from './northern_celebration.js'
import { oneOfEach } from './one_of_each.js'
import { switchedWeight } from './switched_weight.js'
import { toOrder } from './to_order.js'
import { transitBelize } from './transit_belize.js'
import { vagueLots } from './vague_lots.js'

/** STORIES.md tells each. Ships without a filing are planned in `services.ts`. */
export const STORIES: readonly Story[] = [
  northernCelebration,
  transitBelize,
  listedConsignee,
  listedContainer,
  firstTimeCoverLoad,
  toOrder,
  vagueLots,
  switchedWeight,
  invalidContainer,
  cancelledManifest,
  householdEffects,
  oneOfEach,
  historyOfEach,
  firstFlight,
]
