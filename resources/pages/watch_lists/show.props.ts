import type { IsoInstant } from '../../props/shared.js'

export interface WatchListEntryRow {
  id: string
  /** `name`, `identifier`, `address`, `contact`, `equipment`, `means`, `document`; `common.match_kind_<kind>`. */
  kind: string
  value: string
  reason: string
  /** Local dates, `YYYY-MM-DD`. */
  validFrom: string | null
  validUntil: string | null
  state: 'active' | 'not_yet' | 'expired' | 'withdrawn'
  addedBy: string | null
  addedAt: IsoInstant
  matches: number
}

export interface WatchListShowProps {
  list: { id: string; code: string; name: string; description: string | null; edition: number; changedAt: IsoInstant }
  filters: { q: string | null; kind: string | null; state: string | null }
  kinds: string[]
  entries: WatchListEntryRow[]
  total: number
  page: number
  pages: number
  may: { edit: boolean }
}
