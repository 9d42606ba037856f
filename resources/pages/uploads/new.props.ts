import type { MessageResult } from '../messages/show.props.js'
import type { IsoInstant } from '../../props/shared.js'

export interface UploadsNewProps {
  /** Bytes a file may have. */
  maxBytes: number
  recent: { id: string; fileName: string | null; receivedAt: IsoInstant; state: ReceivedState; consignments: number }[]
}

/** `received` and `reading` go on; the others are final. */
export type ReceivedState = 'received' | 'reading' | 'read' | 'quarantined' | 'rejected'

/** Answer of POST uploads (202) and of GET uploads/:id while it is read. */
export interface UploadResult {
  id: string
  fileName: string | null
  bytes: number
  state: ReceivedState
  format: string | null
  receivedAt: IsoInstant
  /** The same bytes came before: nothing was stored twice. */
  duplicateOf: { id: string; receivedAt: IsoInstant } | null
  messages: MessageResult[]
  problems: { code: string; severity: string; params: Record<string, string | number>; line: number | null }[]
  /** Filled as the drains work. */
  consignments: { stored: number; assessed: number; of: number; alerts: number }
}
