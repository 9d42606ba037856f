import type { IsoInstant } from '../../props/shared.js'

export type RequestKind = 'access' | 'rectification' | 'restriction' | 'erasure'
export type RequestState = 'searching' | 'found' | 'answered' | 'refused'

export interface RequestLine {
  id: string
  kind: RequestKind
  reference: string
  legalBasis: string
  state: RequestState
  createdBy: string | null
  receivedAt: IsoInstant
  dueAt: IsoInstant
  closedAt: IsoInstant | null
}

export interface SubjectRequestsProps {
  kinds: RequestKind[]
  requests: RequestLine[]
  may: { manage: boolean }
}
