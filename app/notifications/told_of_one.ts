import type { Told } from './actions/record_notifications.js'

/** One thing that is its own thread and belongs to no ship. */
export const toldOfOne = (id: string, officers: readonly string[]): Told => ({
  threadId: id,
  subjectId: id,
  count: 1,
  band: null,
  port: null,
  threat: null,
  berthAt: null,
  officers,
})
