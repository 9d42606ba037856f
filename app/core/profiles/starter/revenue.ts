import { thresholdHugging } from '../../indicators/builtin/a12_threshold_hugging.js'
import { highDutyNeighbour } from '../../indicators/builtin/c15_high_duty_neighbour.js'
import { valueOutlier } from '../../indicators/builtin/c17_value_outlier.js'
import { offProfileCommodity } from '../../indicators/builtin/p17_off_profile_commodity.js'
import { structuring } from '../../indicators/builtin/p24_structuring.js'
import { volumeSpike } from '../../indicators/builtin/p25_volume_spike.js'
import { indicatorCondition } from '../condition.js'
import type { ProfileDocument } from '../document.js'

/** Goods that are not worth, or not, what they are declared to be: nothing selects, everything adds. */
export const revenue: ProfileDocument = {
  threat: 'REV',
  all: [],
  any: [],
  adds: [
    indicatorCondition(valueOutlier),
    indicatorCondition(structuring),
    indicatorCondition(thresholdHugging),
    indicatorCondition(highDutyNeighbour),
    indicatorCondition(offProfileCommodity),
    indicatorCondition(volumeSpike),
  ],
}
