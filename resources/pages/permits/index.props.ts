import type { IsoInstant } from '../../props/shared.js'

/** How a permit stands today, the best first. `granted`: its last day is not known; `unknown`: its status was not told. */
export type PermitStanding =
  'valid' | 'granted' | 'not_yet' | 'unknown' | 'used' | 'expired' | 'revoked' | 'refused' | 'cancelled'

export interface NamedNumberView {
  kind: 'document' | 'declaration' | 'equipment'
  filed: string
  /** Cargo found by it. */
  consignments: string[]
}

export interface PermitView {
  id: string
  number: string
  /** From 1. */
  version: number
  agency: string | null
  agencyName: string | null
  kind: string | null
  kindAsFiled: string | null
  standing: PermitStanding
  holderName: string | null
  holderIdentifiers: { type: string; value: string }[]
  goods: { hsCode: string | null; description: string | null; quantity: string | null; unit: string | null }[]
  /** `YYYY-MM-DD`. */
  validFrom: string | null
  validUntil: string | null
  filedAt: IsoInstant
  /** The system that told of it. */
  system: string
  /** Where it was read, for who reads messages. */
  receivedMessageId: string | null
  /** Bills, declarations and containers as it names them. */
  names: NamedNumberView[]
}

/** Permits that name a consignment, and what they say of each code of its goods. */
export interface PermitsOfCargo {
  permits: PermitView[]
  cover: { hsCode: string; standing: PermitStanding | 'none'; by: string[] }[]
}

export interface PermitsProps {
  view: 'all' | 'unlinked' | 'expired' | 'ended' | 'unknown'
  search: string | null
  permits: PermitView[]
  total: number
  page: number
  pages: number
}
