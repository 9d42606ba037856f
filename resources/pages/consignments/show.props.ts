import type { NatureReason } from '#core/cargo/nature'
import type { AssessmentView } from '../../props/assessment.js'
import type { CallSummary, EquipmentView, PartyView, PlaceStop } from '../../props/cargo.js'
import type { PanelView } from '../../props/plugins.js'
import type { ErasureView, IsoInstant } from '../../props/shared.js'
import type { DeclarationView } from '../declarations/index.props.js'
import type { ToldResultView } from '../examinations/index.props.js'
import type { PermitsOfCargo } from '../permits/index.props.js'
import type { AlertView, DismissalReason } from '../triage/index.props.js'

export type StepState = 'done' | 'now' | 'next' | 'skipped' | 'refused'

export interface WorkflowStep {
  /** `filed`, `assessed`, `review`, `decision`, `arrival`, `inspection`, `outcome`, `release`, `gate_out`; translated by `common.step_<name>`. */
  name: string
  state: StepState
  by: string | null
  at: IsoInstant | null
  /** e.g. revision number for `filed`. */
  revision: number | null
}

export interface RevisionSummary {
  revision: number
  at: IsoInstant
  /** `original`, `change`, `replace` …; translated by `common.function_<name>`. */
  function: string
  messageId: string | null
  score: number | null
}

/** One changed field between two revisions. */
export interface FieldChange {
  /** Canonical path. */
  path: string
  /** Translation key of the field's name. */
  label: string
  kind: 'added' | 'removed' | 'changed' | 'moved'
  before: string | null
  after: string | null
  unit: 'kg' | null
  /** What a decision rests on: goods, weight, consignee, container, seal. */
  decisive: boolean
}

/** What is another thing now than when somebody decided. */
export interface ChangedAfterDecision {
  decision: 'dismissed' | 'ordered' | 'released' | 'gate_out'
  at: IsoInstant
  from: number
  to: number
  /** It was removed or cancelled since. */
  closed: boolean
  fields: FieldChange[]
  scoreBefore: number | null
  scoreAfter: number | null
}

/** Something that happened to the cargo or to the call that brings it. */
export interface TimelineEvent {
  id: string
  /** Translated by `events.kind_<kind>`. */
  kind: string
  /** `null`: it is said not to have happened. */
  at: IsoInstant | null
  equipment: string | null
  place: string | null
  /** `message`, `page`, `calls_file`, `events_file`, `api`. */
  source: string
  by: string | null
  note: string | null
  recordedAt: IsoInstant
  /** A later word took its place. */
  replaced: boolean
  corrects: boolean
  correctable: boolean
}

export interface OrderOnConsignment {
  id: string
  number: string
  type: string
  state: string
  site: string
  equipment: string | null
  usefulUntil: IsoInstant
  orderedAt: IsoInstant
  result: string | null
}

export interface ConsignmentShowProps {
  consignment: {
    id: string
    reference: string | null
    masterReference: string | null
    level: 'master' | 'house' | 'straight'
    nature: string | null
    /** `filed`, or how its places say it, or why they do not. */
    natureBecause: NatureReason
    revision: number
    /** First goods description as filed. */
    goods: string | null
    items: {
      description: string | null
      marks: string | null
      hsCodes: string[]
      packages: number | null
      packageType: string | null
      grossWeightKg: number | null
      dangerous: string[]
    }[]
    packages: number | null
    grossWeightKg: number | null
    volumeM3: number | null
    freight: { amount: string | null; currency: string | null; payment: string | null } | null
    /** Declared worth of the goods; a kilogram is worth `perKg` in the same currency. */
    value: { amount: number; currency: string | null; perKg: number | null } | null
    warehouse: string | null
    /** As a code list of an enabled plugin has it. */
    warehouseName: string | null
    firstRegisteredAt: IsoInstant
    firstFiler: string | null
    deleted: boolean
  }
  call: CallSummary | null
  route: PlaceStop[]
  parties: PartyView[]
  equipment: EquipmentView[]
  /** Share of the fields of this profile that were filed. */
  fields: { filed: number; of: number }
  assessment: AssessmentView | null
  /** The facts that were weighed are no longer kept: the weighing cannot be computed again. */
  inputsErased: ErasureView | null
  /** Open and closed alerts of this consignment, newest first. */
  alerts: AlertView[]
  steps: WorkflowStep[]
  timeline: TimelineEvent[]
  /** Inspection orders, newest first; empty for who may not read them. */
  orders: OrderOnConsignment[]
  /** What the national system has of it, by the numbers of its bills. */
  declarations: DeclarationView[]
  /** What agencies permit of it; `null` where no system tells of permits. */
  permits: PermitsOfCargo | null
  /** What national systems told of examinations of it; empty for who may not read inspections. */
  examinations: ToldResultView[]
  /** Cases it is part of, for who reads cases. */
  cases: { id: string; number: string; title: string; state: string; open: boolean; outcome: string | null }[]
  revisions: RevisionSummary[]
  /** Changes of the newest revision against the one before; scores of both last. */
  changes: {
    from: number
    to: number
    fields: FieldChange[]
    scoreBefore: number | null
    scoreAfter: number | null
  } | null
  /** `null`: nobody decided, or nothing came since. */
  changedAfterDecision: ChangedAfterDecision | null
  /** Problems of this consignment, sentences `problems.<code>`. */
  problems: { code: string; severity: string; params: Record<string, string | number>; line: number | null }[]
  /** What enabled plugins show beside it. */
  panels: PanelView<'consignment.panel'>[]
  dismissalReasons: DismissalReason[]
  /** Where it stands in triage, for J and K; `null` when it is in no list. */
  neighbours: { position: number; of: number; previous: string | null; next: string | null } | null
  may: {
    claim: boolean
    dismiss: boolean
    openMessages: boolean
    recordEvent: boolean
    release: boolean
    order: boolean
    /** May take more places than there are, with a reason. */
    overBook: boolean
    readCases: boolean
    openCase: boolean
  }
}
