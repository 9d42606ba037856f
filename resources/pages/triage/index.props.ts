import type { DeskPace } from '../../props/desk.js'
import type { Clearing } from '../../../app/core/triage/clearing.js'
import type { WorkflowText } from '../../../app/core/workflow/definition.js'
import type { AssessmentView } from '../../props/assessment.js'
import type { CallSummary, ConsignmentBrief, PartyView } from '../../props/cargo.js'
import type { IsoInstant } from '../../props/shared.js'

/** Coded, in the order of the keys 1 to 9: the core's, then the administration's own. */
export interface DismissalReason {
  code: string
  title: WorkflowText
  needsNote: boolean
}

export interface AlertView {
  id: string
  threat: string
  /** `threshold`, `total`, `hard`, `could_be`. */
  because: string
  /** `ordered`: an inspection answers it; `expired`: the goods left first, missed. */
  state: 'open' | 'claimed' | 'dismissed' | 'ordered' | 'expired' | 'suppressed' | 'merged' | 'promoted'
  /** State of its workflow where that has another name: `in_review`, or one the administration put between. */
  step: string | null
  /** What an act on it is compared with. */
  version: number
  /** Alerts merged into it. */
  merged: number
  snoozed: { until: IsoInstant; for: string | null } | null
  raisedAt: IsoInstant
  holder: { id: string; name: string; initials: string; since: IsoInstant } | null
  dismissal: {
    reason: string
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
  holder: { id: string; name: string; initials: string; since: IsoInstant } | null
  merged: number
  snoozedUntil: IsoInstant | null
  /** Why it stands where it stands; hours and shares. */
  attention: { value: number; score: number; hoursLeft: number | null; time: number; capacity: number | null }
  /** Changed since this user last opened it. */
  changed: boolean
  state: AlertView['state']
}

export interface TriageGroup {
  /** `null`: arrival unknown. */
  call: CallSummary | null
  /** By when a decision is useful: arrival less the time an inspection needs. */
  decideBy: IsoInstant | null
  undecided: number
  /** Whether its alerts will be decided in time; `null` where that is no question. */
  clearing: Clearing | null
  rows: TriageRow[]
  /** Rows of this group in all. */
  total: number
}

/** One line of what happened to an alert; `triage.event_<kind>`. */
export interface AlertHistoryLine {
  kind: string
  at: IsoInstant
  by: string | null
  reason: string | null
  note: string | null
  step: string | null
  /** Whom it was given to. */
  target: string | null
}

/** Another alert of the same container or parties. */
export interface RelatedAlert {
  id: string
  consignment: string
  reference: string | null
  goods: string | null
  threat: string
  band: string
  score: number
  state: string
  open: boolean
  merged: boolean
  sameBox: boolean
  reason: string | null
  /** What an inspection of it came to. */
  result: string | null
  raisedAt: IsoInstant
}

export interface OpenAlert {
  alert: AlertView
  history: AlertHistoryLine[]
  related: RelatedAlert[]
  /** Steps of its workflow that can be taken from here. */
  steps: { act: string; title: WorkflowText }[]
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

export type TriageView = 'all' | 'mine' | 'unclaimed' | 'snoozed' | 'dismissed' | 'missed' | 'suppressed'

export interface TriageFilterProps {
  view: TriageView
  sort: 'urgency' | 'score' | 'could_be'
  threat: string | null
  call: string | null
  port: string | null
  unit: string | null
}

/** A queue somebody named. */
export interface DeskViewProps {
  id: string
  name: string
  filters: Partial<TriageFilterProps>
  unit: string | null
  own: boolean
}

export interface TriageProps {
  filters: TriageFilterProps
  counts: Record<TriageView, number>
  threats: string[]
  calls: { id: string; name: string }[]
  ports: { code: string; name: string }[]
  views: DeskViewProps[]
  /** Units of the reader, whose queue can be chosen and a view shared with. */
  units: { id: string; name: string }[]
  groups: TriageGroup[]
  /** Rows on the page, and in the queue. */
  loaded: number
  total: number
  /** The queue is longer than what is ordered at a time. */
  beyond: boolean
  /** What the forecast is made of. */
  desk: DeskPace & { leadMinutes: number }
  /** Loaded alone (`only: ['open']`) when a row is chosen. */
  open: OpenAlert | null
  today: { decided: number; medianSeconds: number | null; undone: number }
  dismissalReasons: DismissalReason[]
  /** Newest alert the list knows: live events after it count as "new above you". */
  asOf: IsoInstant
  may: { claim: boolean; dismiss: boolean; supervise: boolean }
}

/** Answer of POST dismissals: what failed stays, with its cause. */
export interface DismissalAnswer {
  done: string[]
  refused: { alert: string; key: string; params: Record<string, string | number> }[]
  undoUntil?: IsoInstant
}

/** Answer of POST claim: 200 with `holder` = you, or 409 with who has it. */
export interface ClaimAnswer {
  claimed: boolean
  holder: { id: string; name: string; initials: string; since: IsoInstant }
}
