import type { IsoInstant } from '../../props/shared.js'

export interface LedgerRate {
  hits: number
  of: number
  interval: { low: number; high: number } | null
}

export interface OutcomesProps {
  filters: { from: string; to: string; site: string | null; type: string | null; result: string | null }
  sites: { id: string; name: string }[]
  types: string[]
  results: string[]
  lines: {
    id: string
    number: string
    orderedAt: IsoInstant
    site: string
    type: string
    state: string
    result: string | null
    judgement: string | null
    enforcement: string | null
    origin: 'targeted' | 'random' | null
    findings: string[]
    value: string | null
    revenue: string | null
    currency: string
    minutes: number | null
    bill: string | null
  }[]
  totals: {
    orders: number
    withOutcome: number
    examined: number
    missed: LedgerRate
    targeted: LedgerRate
    random: LedgerRate
    minutes: number
    value: string
    revenue: string
    currency: string
  }
  /** What came of inspections where an indicator or a profile had fired, over all time; nothing for who inspects. */
  reasons: {
    kind: 'indicator' | 'profile'
    code: string
    name: string | null
    examined: number
    hits: number
    interval: { low: number; high: number } | null
  }[]
  /** Who inspects is told no origins, not even in sums. */
  maySeeOrigin: boolean
  total: number
  /** A file holds no more lines than this. */
  mostExported: number
  page: number
  pages: number
}
