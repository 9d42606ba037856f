import type { MessageKey } from '../../indicators/definition.js'
import type { ProfileDocument } from '../document.js'
import { airCargo } from './air_cargo.js'
import { dataQuality } from './data_quality.js'
import { narcoticsSea } from './narcotics_sea.js'
import { revenue } from './revenue.js'
import { transitWatch } from './transit_watch.js'
import { watchLists } from './watch_lists.js'

/** A profile a new administration begins with; its people change it by new revisions. */
export interface StarterProfile {
  /** Stable, e.g. `narcotics_sea`. */
  readonly code: string
  readonly name: MessageKey
  readonly document: ProfileDocument
}

/** @param country ISO alpha-2 of the administration. */
export const starterProfiles = (country: string): readonly StarterProfile[] => [
  { code: 'narcotics_sea', name: 'targeting.starter_narcotics_sea', document: narcoticsSea },
  { code: 'air_cargo', name: 'targeting.starter_air_cargo', document: airCargo },
  { code: 'revenue', name: 'targeting.starter_revenue', document: revenue },
  { code: 'watch_lists', name: 'targeting.starter_watch_lists', document: watchLists },
  { code: 'data_quality', name: 'targeting.starter_data_quality', document: dataQuality },
  { code: 'transit_watch', name: 'targeting.starter_transit_watch', document: transitWatch(country) },
]
