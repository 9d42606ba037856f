export interface OfficerName {
  id: string
  name: string
}

export interface AssignmentView {
  site: string
  officer: OfficerName
  able: number
  expected: number
  drawn: number
  assigned: number
  given: number
  taken: number
  /** `null`: too few to say. */
  usual: { low: number; high: number } | null
  outside: boolean
}

export interface MeetingView {
  officer: OfficerName
  /** With an id where there is a page of them. */
  party: { id: string | null; name: string }
  able: number
  expected: number
  met: number
  given: number
  lift: number
  /** 0 to 1. */
  chance: number
  standsOut: boolean
}

export interface MeetingsView {
  /** The least likely first; on the page not all of them. */
  pairs: MeetingView[]
  /** Pairs with enough orders. */
  compared: number
  tooFew: number
  /** Orders with several candidates and such a party. */
  orders: number
}

export interface OverrideView {
  officer: OfficerName
  highDismissed: number
  holdsReleased: number
  changesAsked: number
  changesConfirmed: number
  casesReopened: number
  alertsReopened: number
}

export interface IntegrityProps {
  /** Days, both included. */
  period: { from: string; to: string }
  basis: {
    orders: number
    nobody: number
    alone: number
    open: number
    changed: { hits: number; of: number; interval: { low: number; high: number } | null }
    /** There are more orders in the period than are counted at a time. */
    cut: boolean
    most: number
  }
  fewest: { able: number; together: number }
  assignments: AssignmentView[]
  consignees: MeetingsView
  filers: MeetingsView
  overrides: OverrideView[]
}
