import type { IsoInstant } from '../../props/shared.js'

export interface SessionRow {
  id: string
  current: boolean
  /** e.g. `Firefox on Linux`. */
  device: string | null
  address: string | null
  startedAt: IsoInstant
  lastSeenAt: IsoInstant
}

export interface SessionsProps {
  sessions: SessionRow[]
}
