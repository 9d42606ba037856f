import type { Told } from './actions/record_notifications.js'

/** One thing that is its own thread and belongs to no ship; at a port, where units that look elsewhere are not told. */
export const toldOfOne = (id: string, officers: readonly string[], port: string | null = null): Told => ({
  threadId: id,
  subjectId: id,
  count: 1,
  band: null,
  port,
  threat: null,
  berthAt: null,
  officers,
})
