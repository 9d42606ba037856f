/** What tells whether a queue is cleared in time: who is at the desk, and how long an alert takes. */
export interface DeskPace {
  /** Who decide alerts and were at a screen in the last half hour. */
  officers: number
  /** Of the last 30 days. */
  decisions: number
  /** Median minutes from claim to decision. */
  minutes: number | null
}
