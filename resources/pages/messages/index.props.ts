import type { IsoInstant } from '../../props/shared.js'
import type { ReceivedState } from '../uploads/new.props.js'

export interface MessageRow {
  id: string
  receivedAt: IsoInstant
  /** `upload`, `api`, `command`, `mail`, `sftp`. */
  channel: string
  sender: string | null
  fileName: string | null
  /** e.g. `CUSCAR D.01A`; `null` when not understood. */
  format: string | null
  state: ReceivedState
  messages: number
  consignments: number
  problems: { error: number; warning: number; info: number; fatal: number }
}

export interface MessagesProps {
  filters: { state: ReceivedState | null; channel: string | null; q: string | null }
  counts: { all: number; quarantined: number; rejected: number; withProblems: number }
  rows: MessageRow[]
  total: number
  page: number
  pages: number
}
