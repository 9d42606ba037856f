import { agedRows } from '#platform/retention/aged_rows'
import type { RetentionClass } from '#platform/retention/retention_class'

/** Browsers that officers signed in from; one that was forgotten is told of as new. */
export const devices: RetentionClass = {
  code: 'devices',
  tables: ['officer_devices'],
  defaults: { maskAfterDays: null, deleteAfterDays: 180 },
  exact: true,
  mask: { notNeeded: 'the whole row goes' },
  remove: agedRows({ table: 'officer_devices', end: 'last_seen_at' }),
}
