import type { IsoInstant } from '../../props/shared.js'

export interface DeclarationView {
  id: string
  number: string
  office: string | null
  regime: string | null
  /** `YYYY-MM-DD`. */
  declaredOn: string | null
  lane: 'green' | 'yellow' | 'red' | 'blue' | null
  state: 'current' | 'replaced' | 'cancelled'
  importerIdentifier: string | null
  importerName: string | null
  exporterName: string | null
  declarantName: string | null
  items: {
    hsCode: string | null
    description: string | null
    originCountry: string | null
    value: string | null
    currency: string | null
    netWeightKg: number | null
  }[]
  filedAt: IsoInstant
  /** The system that told of it. */
  system: string
  /** Where it was read, for who reads messages. */
  receivedMessageId: string | null
  /** Bills and waybills as declared, each with the cargo that has this number. */
  documents: { filed: string; consignments: string[] }[]
}

export interface DeclarationsProps {
  view: 'all' | 'unlinked' | 'cancelled'
  declarations: DeclarationView[]
  total: number
  page: number
  pages: number
}
