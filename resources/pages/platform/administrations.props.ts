import type { IsoInstant } from '../../props/shared.js'

/** Health and counts only; no column can name a place, a party, a score or a case. */
export interface AdministrationHealthRow {
  code: string
  name: string
  demonstration: boolean
  state: 'healthy' | 'slow' | 'silent' | 'failing' | 'not_receiving'
  /** Sentence for the second line, e.g. queue growing. */
  cause: { key: string; params: Record<string, string | number> } | null
  messages24h: number
  waiting: number
  quarantined: number
  lastMessageAt: IsoInstant | null
  reportedAt: IsoInstant | null
}

export interface AdministrationsProps {
  administrations: AdministrationHealthRow[]
  at: IsoInstant
}
