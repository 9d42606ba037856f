import type { IsoInstant } from '../../props/shared.js'
import type { CourtView } from './court.props.js'

/** A key of the texts, or words an administration wrote itself. */
export type WorkflowWords = { key: string } | { text: string }

export interface CaseActView {
  code: string
  title: WorkflowWords
  reason: 'none' | 'optional' | 'required'
  reasons: { code: string; title: WorkflowWords; needsNote: boolean }[]
  outcomes: string[]
  /** Sentence why not now; `null`: it can be done. */
  refused: string | null
}

export interface CaseEventView {
  id: string
  kind: string
  act: string | null
  state: WorkflowWords | null
  by: string | null
  reason: string | null
  note: string | null
  target: string | null
  mentioned: string[]
  at: IsoInstant
}

export interface CaseFileView {
  id: string
  fileName: string | null
  mediaType: string
  bytes: number
  sha256: string
  scan: 'clean' | 'not_scanned'
  attachedBy: string | null
  attachedAt: IsoInstant
}

export interface CaseTaskView {
  id: string
  what: string
  assignee: string | null
  dueAt: IsoInstant | null
  doneBy: string | null
  doneAt: IsoInstant | null
}

export interface CaseInstructionView {
  id: string
  kind: 'hold' | 'release' | 'do_not_load' | 'load' | 'select' | 'deselect'
  madeAt: IsoInstant
  /** One for each system that was told; none: nobody is connected who hears of it. */
  deliveries: {
    id: string
    system: string
    state: 'waiting' | 'sending' | 'delivered' | 'dead'
    attempts: number
    /** Why the last attempt failed. */
    error: string | null
    status: number | null
    nextAt: IsoInstant
    deliveredAt: IsoInstant | null
    answer: 'acknowledged' | 'refused' | null
    answerReason: string | null
    answeredAt: IsoInstant | null
    answerDue: IsoInstant
    /** When those who approve holds were told that something is wrong. */
    toldAt: IsoInstant | null
  }[]
}

export interface CaseReferralView {
  id: string
  /** The unit or agency. */
  to: string
  toKind: 'unit' | 'agency'
  mode: 'ask' | 'hand_over'
  purpose: string
  basis: string
  basisReference: string
  message: string
  parts: string[]
  consignments: number
  attachments: number
  by: string
  madeAt: IsoInstant
  endsAt: IsoInstant
  open: boolean
  withdrawnBy: string | null
  withdrawnAt: IsoInstant | null
  withdrawnReason: string | null
  withdrawnNote: string | null
  /** What came back, the newest first. */
  answers: { id: string; result: string; words: string; by: string; at: IsoInstant }[]
  files: { id: string; fileName: string | null; bytes: number }[]
}

/** What a referral can be made of. */
export interface ReferralChoices {
  addressees: { id: string; kind: 'unit' | 'agency'; name: string }[]
  purposes: string[]
  bases: string[]
  /** Those that this officer may share. */
  parts: string[]
  withdrawals: string[]
}

export interface CaseQuestionView {
  id: string
  number: string
  kind: 'rfi' | 'rfs' | 'dnl'
  state: 'proposed' | 'asked' | 'lapsed' | 'answered' | 'withdrawn'
  bill: string | null
  sender: string
  items: string[]
  note: string | null
  madeBy: string
  madeAt: IsoInstant
  askedAt: IsoInstant | null
  dueAt: IsoInstant | null
  /** When somebody of the filer first opened it. */
  seenAt: IsoInstant | null
  reply: string | null
  /** The administration's own code of the reply. */
  replyCode: string | null
  answer: string | null
  answeredBy: string | null
  answeredAt: IsoInstant | null
  endedAt: IsoInstant | null
  files: Omit<CaseFileView, 'attachedBy'>[]
}

/** What filers of this case can be asked now. */
export interface CaseAskingView {
  kind: CaseQuestionView['kind']
  act: CaseActView
  items: string[]
  /** For each consignment that can be asked about. */
  cargo: {
    consignment: string
    bill: string | null
    sender: string
    /** Sentence why not; `null`: can be asked. */
    refused: string | null
    /** The deadline this administration gives. */
    due: IsoInstant
  }[]
}

export interface CaseShowProps {
  study: {
    id: string
    number: string
    title: string
    phase: string
    state: WorkflowWords
    open: boolean
    outcome: string | null
    disposition: string | null
    holder: string | null
    isHolder: boolean
    opener: string
    openedAt: IsoInstant
    enteredAt: IsoInstant
    closedAt: IsoInstant | null
    /** Of the first of its cargo; `null`: not known. */
    arrives: IsoInstant | null
    due: IsoInstant | null
    version: number
  }
  acts: CaseActView[]
  alerts: {
    id: string
    consignmentId: string
    threat: string
    band: string
    score: number
    upTo: number
    because: string
  }[]
  consignments: {
    id: string
    bill: string | null
    goods: string | null
    consignor: string | null
    consignee: string | null
    boxes: string[]
    ship: string | null
    voyage: string | null
    port: string | null
    arrives: IsoInstant | null
    arrived: boolean
    /** Whether its own page opens to this officer. */
    inScope: boolean
  }[]
  orders: {
    id: string
    number: string
    type: string
    state: string
    site: string
    equipment: string | null
    usefulUntil: IsoInstant
    result: string | null
  }[]
  tasks: CaseTaskView[]
  links: { id: string; number: string; title: string; open: boolean }[]
  /** Newest first. */
  events: CaseEventView[]
  /** The case has more lines than the page shows. */
  moreEvents: boolean
  files: CaseFileView[]
  instructions: CaseInstructionView[]
  referrals: CaseReferralView[]
  /** `null`: this officer refers nothing. */
  referring: ReferralChoices | null
  /** Newest first. */
  questions: CaseQuestionView[]
  /** `null`: this officer neither asks for court files nor opens any. */
  court: CourtView | null
  asking: CaseAskingView[]
  officers: { id: string; name: string }[]
  may: { change: boolean; note: boolean; order: boolean; assign: boolean }
}
