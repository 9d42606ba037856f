import type { IsoInstant } from '../../props/shared.js'

export interface AuditRow {
  id: string
  at: IsoInstant
  /** e.g. `alert.dismissed`; its sentence is `audit.action_alert_dismissed`. */
  action: string
  /** `C2`, `C3`, `C4`. */
  class: string
  /** An officer or a token by its present name, a part of the system by its code; `null` when it is gone. */
  actor: { kind: string; name: string | null }
  /** `path`: inside the administration, for who may open it. */
  subject: { kind: string; id: string; path: string | null } | null
  /** `null` while it waits to be sealed. */
  seq: number | null
}

export interface AuditDetail {
  id: string
  at: IsoInstant
  action: string
  class: string
  session: string | null
  request: string
  data: { name: string; value: string }[]
  seal: { seq: number; hash: string; prev: string | null; at: IsoInstant } | null
}

export interface AuditChainView {
  seq: number | null
  sealedAt: IsoInstant | null
  waiting: number
  alarm: boolean
  /** SHA-256 of the first public key. */
  fingerprint: string | null
  verification: {
    state: 'running' | 'whole' | 'broken'
    at: IsoInstant
    entries: number | null
    badSeq: number | null
    because: string | null
  } | null
}

export interface AuditFilters {
  /** `YYYY-MM-DD`. */
  from: string | null
  to: string | null
  actor: string | null
  action: string | null
  kind: string | null
  subject: string | null
  class: string | null
}

export interface AuditProps {
  filters: AuditFilters
  entries: AuditRow[]
  before: string | null
  /** Where older ones begin; `null` at the end. */
  older: string | null
  open: AuditDetail | null
  chain: AuditChainView
  choices: { actors: { id: string; name: string }[]; actions: string[]; kinds: string[] }
  may: { export: boolean }
}
