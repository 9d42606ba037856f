import type { FilingDeadline } from '#sdk'

/**
 * Manifests by sea, before arrival. The figure is the platform's default until the administration enters the one that
 * is in force: we hold no published source for it.
 */
export const SEA: FilingDeadline = {
  code: 'guatemala.sea',
  version: 1,
  title: 'guatemala.deadline_sea',
  mode: 'sea',
  from: 'before_arrival',
  hours: 24,
  setting: 'seaHours',
}
