import type { FilingDeadline } from '#sdk'

/** Ships: 24 hours before arrival (Customs (Amendment) Act, 2014, as Jamaica Customs publishes it). */
export const SEA: FilingDeadline = {
  code: 'jamaica.sea',
  version: 1,
  title: 'jamaica.deadline_sea',
  mode: 'sea',
  from: 'before_arrival',
  hours: 24,
  setting: 'seaHours',
}
