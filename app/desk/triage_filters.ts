/** Which alerts: open ones by whose they are, and closed ones by how. */
export const TRIAGE_VIEWS = ['all', 'mine', 'unclaimed', 'snoozed', 'dismissed', 'missed', 'suppressed'] as const
export type TriageView = (typeof TRIAGE_VIEWS)[number]
export const TRIAGE_SORTS = ['urgency', 'score', 'could_be'] as const
export type TriageSort = (typeof TRIAGE_SORTS)[number]

/** What a queue is of; also what a saved view keeps. */
export interface TriageFilters {
  view: TriageView
  sort: TriageSort
  threat: string | null
  call: string | null
  port: string | null
  unit: string | null
}

export const WHOLE_QUEUE: TriageFilters = {
  view: 'all',
  sort: 'urgency',
  threat: null,
  call: null,
  port: null,
  unit: null,
}

/** Whether nothing is hidden of what waits; the order does not matter. */
export const isWholeQueue = ({ view, threat, call, port, unit }: TriageFilters): boolean =>
  view === 'all' && [threat, call, port, unit].every((filter) => filter === null)
