import type { FilingDeadline } from '#sdk'

/** Aircraft: 15 minutes after take-off from the last place abroad; same source as for ships. */
export const AIR: FilingDeadline = {
  code: 'jamaica.air',
  version: 1,
  title: 'jamaica.deadline_air',
  mode: 'air',
  from: 'after_departure',
  hours: 0.25,
  setting: 'airHours',
}
