import type { AssessmentView } from '../../props/assessment.js'
import type { CallSummary, ConsignmentBrief, PartyView } from '../../props/cargo.js'
import type { IsoInstant } from '../../props/shared.js'

/** Coded, in the order of the keys 1–6; translated by `triage.reason_<code>`. */
export type DismissalReason = string

export interface AlertView {
  id: string
  threat: string
  /** `threshold`, `total`, `hard`, `could_be`. */
  because: string
  /** `ordered`: an inspection answers it; `expired`: the goods left first, missed. */
  state: 'open' | 'claimed' | 'dismissed' | 'ordered' | 'expired'
  raisedAt: IsoInstant
  holder: { id: string; name: string; initials: string; since: IsoInstant } | null
  dismissal: {
    reason: DismissalReason
    note: string | null
    by: string
    at: IsoInstant
    undoUntil: IsoInstant | null
  } | null
}

/** Alerts of one consignment (or one container) stand in one row. */
export interface TriageRow {
  /** The first alert's id: key of the row and of the address. */
  alert: string
  alerts: string[]
  threats: string[]
  consignment: ConsignmentBrief
  holder: { id: string; name: string; initials: string } | null
  /** Changed since this user last opened it. */
  changed: boolean
  state: AlertView['state']
}

export interface TriageGroup {
  /** `null`: arrival unknown. */
  call: CallSummary | null
  undecided: number
  work: { hours: number; shortBy: number } | null
  rows: TriageRow[]
  /** Rows of this group in all; the rest loads with `rows` more. */
  total: number
}

export interface OpenAlert {
  alert: AlertView
  alerts: string[]
  consignment: {
    id: string
    reference: string | null
    level: 'master' | 'house' | 'straight'
    goods: string | null
    packages: number | null
    grossWeightKg: number | null
    equipment: { number: string; type: string | null }[]
    parties: PartyView[]
  }
  call: CallSummary | null
  assessment: AssessmentView
  problems: number
}

export type TriageView = 'all' | 'mine' | 'unclaimed' | 'dismissed'

export interface TriageProps {
  filters: { view: TriageView; sort: 'urgency' | 'score' | 'could_be'; threat: string | null; call: string | null }
  counts: { all: number; mine: number; unclaimed: number; dismissed: number }
  threats: string[]
  calls: { id: string; name: string }[]
  groups: TriageGroup[]
  /** Loaded alone (`only: ['open']`) when a row is chosen. */
  open: OpenAlert | null
  today: { decided: number; medianSeconds: number | null; undone: number }
  dismissalReasons: DismissalReason[]
  /** Newest alert the list knows: live events after it count as "new above you". */
  asOf: IsoInstant
  may: { claim: boolean; dismiss: boolean }
}

/** Answer of POST dismissals: what failed stays, with its cause. */
export interface DismissalAnswer {
  done: string[]
  refused: { alert: string; key: string; params: Record<string, string | number> }[]
  undoUntil: IsoInstant
}

/** Answer of POST claim: 200 with `holder` = you, or 409 with who has it. */
export interface ClaimAnswer {
  claimed: boolean
  holder: { id: string; name: string; initials: string; since: IsoInstant }
}
