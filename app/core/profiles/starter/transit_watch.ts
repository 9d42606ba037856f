import { transitAbroad } from '../../indicators/builtin/r21_transit_abroad.js'
import { indicatorCondition } from '../condition.js'
import type { ProfileDocument } from '../document.js'

/**
 * Goods that cross the country in transit, discharged at one of its own ports: 60 points by
 * themselves, more where the document names a delivery abroad. Many transit messages name no place
 * of delivery at all, so it adds and does not select.
 */
export const transitWatch = (country: string): ProfileDocument => ({
  threat: 'REV',
  all: [
    { id: 'nature', kind: 'fact', fact: 'consignment.nature', operator: 'is', value: 'transit', points: 30 },
    { id: 'discharge', kind: 'fact', fact: 'place.discharge.country', operator: 'is', value: country, points: 30 },
  ],
  any: [],
  adds: [indicatorCondition(transitAbroad)],
})
