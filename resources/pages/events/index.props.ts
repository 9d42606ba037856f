import type { IsoInstant } from '../../props/shared.js'

export interface EventsProps {
  /** Columns of the file, in any order. */
  columns: string[]
  maxLines: number
  maxBytes: number
  recent: {
    id: string
    kind: string
    at: IsoInstant | null
    source: string
    recordedAt: IsoInstant
    consignmentId: string
    bill: string | null
    equipment: string | null
  }[]
  mayRelease: boolean
}
