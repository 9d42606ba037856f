import type { CustodyEntry } from '../inspections/custody/chain.js'
import type { LawfulBasis } from '../lawful_bases.js'
import type { CourtPurpose } from './codes.js'

/** Words of an administration's own workflow, or a key. */
type Words = { key: string } | { text: string }
/** ISO 8601, UTC. */
type Instant = string

/**
 * Everything a version says, as data: the enclosed file is this, canonically written, and its SHA-256 stands in the
 * foot of each page. Codes stay codes; the printed pages say them in the language that was asked for.
 */
export interface CourtContent {
  format: 'landfall-court-file/1'
  administration: { name: string; code: string; country: string; timezone: string; letterhead: string[] }
  version: CourtVersion
  study: CourtStudy
  timeline: CourtEvent[]
  decisions: CourtDecision[]
  alerts: CourtAlert[]
  consignments: CourtConsignment[]
  orders: CourtOrder[]
  referrals: CourtReferral[]
  questions: CourtQuestion[]
  instructions: CourtInstruction[]
  tasks: CourtTask[]
  attachments: CourtAttachment[]
  links: { number: string; title: string }[]
  trail: CourtTrail
  /** Sections that the officer who asked may not read, and what was left out by choice. */
  leftOut: ('cargo' | 'alerts' | 'orders' | 'notes')[]
}

export interface CourtVersion {
  number: number
  locale: string
  basis: LawfulBasis
  reference: string
  purpose: CourtPurpose
  recipient: string
  askedBy: string
  askedAt: Instant
  madeAt: Instant
  before: { number: number; madeAt: Instant; sha256: string } | null
}

export interface CourtStudy {
  id: string
  number: string
  title: string
  phase: string
  state: Words
  open: boolean
  outcome: string | null
  disposition: string | null
  holder: string | null
  opener: string
  openedAt: Instant
  closedAt: Instant | null
  workflowRevision: number
}

export interface CourtEvent {
  id: string
  kind: string
  act: Words | null
  state: Words | null
  by: string | null
  reason: string | null
  note: string | null
  target: string | null
  at: Instant
}

/** What took a second person: who asked or did the work, and who decided. */
export interface CourtDecision {
  id: string
  what: Words
  /** Number of the inspection order it is about. */
  order: string | null
  asked: { by: string | null; at: Instant } | null
  decided: { by: string | null; at: Instant }
  reason: string | null
}

export interface CourtReason {
  code: string
  version: number
  title: Said
  layer: string
  points: number
  counted: number
  because: Said[]
  paths: string[]
  lists: { code: string; edition: number }[]
  profiles: { name: string; revision: number }[]
}
export interface Said {
  key: string
  params: Readonly<Record<string, string | number>>
}

export interface CourtAlert {
  id: string
  bill: string | null
  threat: string
  band: string
  score: number
  upTo: number
  because: string
  raisedAt: Instant
  assessedAt: Instant
  revision: number
  reasons: CourtReason[]
  unknowns: number
  /** Of everything the weighing used; the audit entry of its batch holds it. */
  versionsHash: string
  recordHash: string | null
}

export interface CourtFact {
  path: string
  value: string
  where: {
    message: number
    segment: number
    tag: string
    line: number
    place: string
    offset: number
    length: number
  }[]
}

export interface CourtMessage {
  receipt: string
  channel: string
  format: string
  receivedAt: Instant
  bytes: number
  sha256: string
  /** Its bytes are no longer kept. */
  erased: boolean
}

export interface CourtConsignment {
  id: string
  bill: string | null
  revision: number
  ship: string | null
  voyage: string | null
  port: string | null
  arrives: Instant | null
  arrived: boolean
  message: CourtMessage | null
  facts: CourtFact[]
  revisions: { revision: number; effect: string; filedAt: Instant; sha256: string | null }[]
}

export interface CourtOrder {
  id: string
  number: string
  type: string
  state: string
  site: string
  equipment: string | null
  orderedAt: Instant
  startedAt: Instant | null
  closedAt: Instant | null
  inspector: string | null
  drawn: string | null
  reviewer: string | null
  plan: { item: string; answer: string | null; answeredAt: Instant | null }[]
  findings: CourtFinding[]
  outcomes: CourtOutcome[]
  exhibits: CourtExhibit[]
  events: { kind: string; by: string | null; reason: string | null; note: string | null; at: Instant }[]
  attachments: CourtAttachment[]
}
export interface CourtFinding {
  id: string
  what: string
  place: string
  quantity: string | null
  unit: string | null
  value: string | null
  currency: string | null
  note: string | null
  recordedAt: Instant
}
export interface CourtOutcome {
  result: string
  judgement: string
  enforcement: string
  revenue: string | null
  currency: string | null
  reason: string | null
  note: string | null
  recordedAt: Instant
}
export interface CourtExhibit {
  id: string
  number: string
  description: string
  quantity: string | null
  unit: string | null
  custody: (CustodyEntry & { hash: string; holder: string; recordedByName: string | null })[]
  /** Position from which the chain does not follow; `null`: it holds. */
  brokenAt: number | null
}

export interface CourtInstruction {
  id: string
  kind: string
  madeAt: Instant
  deliveries: {
    system: string
    state: string
    deliveredAt: Instant | null
    answer: string | null
    answeredAt: Instant | null
  }[]
}
/** What a unit or a partner agency was asked in this case. */
export interface CourtReferral {
  id: string
  to: string
  purpose: string
  basis: string
  reference: string
  message: string
  by: string
  madeAt: Instant
  withdrawnAt: Instant | null
  answers: { result: string; words: string; by: string; at: Instant }[]
  attachments: CourtAttachment[]
}

/** What a filer was asked. */
export interface CourtQuestion {
  id: string
  number: string
  kind: string
  state: string
  bill: string | null
  sender: string
  items: string[]
  note: string | null
  madeBy: string
  madeAt: Instant
  dueAt: Instant | null
  reply: string | null
  answer: string | null
  answeredBy: string | null
  answeredAt: Instant | null
  attachments: CourtAttachment[]
}

export interface CourtTask {
  id: string
  what: string
  assignee: string | null
  doneBy: string | null
  doneAt: Instant | null
}
export interface CourtAttachment {
  id: string
  name: string | null
  mediaType: string
  bytes: number
  sha256: string
  scan: string
  attachedBy: string | null
  attachedAt: Instant
}

/** Where the case stands in the sealed audit: a court recomputes it with `bin/verify-audit.mjs`. */
export interface CourtTrail {
  entries: {
    id: string
    at: Instant
    action: string
    by: string | null
    /** `null` while it waits to be sealed. */
    seq: number | null
    hash: string | null
  }[]
  head: { seq: number; hash: string; sealedAt: Instant } | null
  anchor: { n: number; at: Instant; seq: number; head: string; key: string; line: string } | null
  /** SHA-256 of the public keys that sign anchors, by id. */
  keys: { id: string; fingerprint: string }[]
}
