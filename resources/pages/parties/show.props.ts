import type { IsoInstant } from '../../props/shared.js'

export type PartyIn = 'consignee' | 'consignor' | 'notify'
export interface PartyFormView {
  id: string
  shown: string
  identifier: string | null
  country: string | null
  because: 'new' | 'identifier' | 'name'
  firstSeenAt: IsoInstant
}
export interface PartyFigures {
  count: number
  count12Months: number
  count90Days: number
  count30Days: number
  firstSeen: IsoInstant | null
  lastSeen: IsoInstant | null
  partners: number
}
export interface FiledValue {
  value: string
  times: number
}
export interface TwinView {
  identity: string
  name: string
  country: string | null
  identifier: string | null
  why: ('number' | 'name' | 'contact' | 'address' | 'spelling')[]
}
export interface PartyDecisionView {
  id: string
  kind: 'merge' | 'split'
  from: string
  into: string
  forms: string[]
  reason: string
  by: string
  at: IsoInstant
  undoneBy: string | null
  undoneAt: IsoInstant | null
  undoReason: string | null
}
export interface PartyShowProps {
  party: { id: string; name: string }
  forms: PartyFormView[]
  figures: { consignee: PartyFigures; consignor: PartyFigures }
  filed: { names: FiledValue[]; identifiers: FiledValue[]; addresses: FiledValue[]; contacts: FiledValue[] }
  consignments: {
    id: string
    reference: string | null
    description: string | null
    role: PartyIn
    other: string | null
    firstRegisteredAt: IsoInstant
  }[]
  /** Consignments that were read for what is told here; two hundred at most. */
  read: number
  twins: TwinView[]
  decisions: PartyDecisionView[]
  may: { decide: boolean }
}
