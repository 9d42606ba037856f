import type { Nature } from '../../../cargo/codes.js'
import type { SourceRef } from '../../../kernel/source_ref.js'
import type { Dates } from '../parts/dates.js'
import type { EquipmentValues } from '../parts/equipment_values.js'
import type { Filed } from '../../parts/filed.js'
import type { PlaceFiled } from '../parts/place.js'
import type { TransportDraft } from '../parts/transport.js'
import type { CountField } from './reading.js'

export interface LocDraft {
  readonly qualifier: string
  readonly place: PlaceFiled | null
  /** First related place (C519). */
  readonly related: PlaceFiled | null
}

export interface PartyDraft {
  readonly qualifier: string
  readonly at: SourceRef
  readonly id: Filed | null
  readonly idAgency: string
  /** C058 and C080: components as filed, blanks kept. */
  readonly lines: Filed<readonly string[]> | null
  readonly name: Filed<readonly string[]> | null
  /** C059, city, region, postcode. */
  readonly street: Filed<readonly string[]> | null
  readonly locality: Filed | null
  readonly country: Filed | null
  readonly references: { readonly qualifier: string; readonly filed: Filed }[]
  readonly contacts: { readonly channel: string; readonly filed: Filed }[]
}

export interface EquipmentDraft extends EquipmentValues {
  readonly number: string
  readonly at: readonly SourceRef[]
  /** Named by an EQD, not by a SGP alone. */
  declared: boolean
  /** Consignments whose CNI it stands under. */
  readonly under: Set<number>
}

export interface ItemDraft {
  readonly texts: Filed[]
  /** What the sender says of dangers in words (FTX AAC, AAD). */
  readonly hazards: Filed[]
  readonly marks: Filed[]
  readonly hs: Filed[]
  packages: Filed<{ readonly count: number; readonly type: string }> | null
  /** With its rank in the list of candidates: lower wins. */
  gross: (Filed<number> & { readonly rank: number }) | null
  volume: (Filed<number> & { readonly rank: number }) | null
  readonly dangerous: Filed<{ readonly unNumber: string | null; readonly class: string | null }>[]
  readonly stowed: Filed<{ readonly number: string; readonly packages: number | null }>[]
}

export const newItem = (): ItemDraft => ({
  texts: [],
  hazards: [],
  marks: [],
  hs: [],
  packages: null,
  gross: null,
  volume: null,
  dangerous: [],
  stowed: [],
})

export type Counts = Partial<Record<CountField, Filed<number>>>

export interface ConsignmentDraft {
  readonly index: number
  readonly at: SourceRef
  readonly cniNumber: Filed | null
  readonly cniSource: Filed | null
  /** RFF by qualifier, DOC by code. */
  readonly references: Map<string, Filed>
  readonly documents: Map<string, Filed>
  readonly places: LocDraft[]
  readonly parties: PartyDraft[]
  readonly items: ItemDraft[]
  /** Equipment whose EQD stands under its CNI. */
  readonly equipment: EquipmentDraft[]
  /** Texts, codes and measures before the first GID. */
  readonly ahead: ItemDraft
  readonly counts: Counts
  nature: Filed<Nature> | null
  freight: Filed<{ readonly amount: number | null; readonly currency: string }> | null
  payment: Filed<'prepaid' | 'collect'> | null
  containerised: Filed<boolean> | null
}

export const newConsignment = (
  index: number,
  at: SourceRef,
  cniNumber: Filed | null,
  cniSource: Filed | null
): ConsignmentDraft => ({
  index,
  at,
  cniNumber,
  cniSource,
  references: new Map(),
  documents: new Map(),
  places: [],
  parties: [],
  items: [],
  equipment: [],
  ahead: newItem(),
  counts: {},
  nature: null,
  freight: null,
  payment: null,
  containerised: null,
})

export interface HeaderDraft {
  document: Filed | null
  documentVersion: Filed | null
  functionCode: Filed | null
  readonly references: Map<string, Filed>
  readonly dates: Dates
  readonly places: LocDraft[]
  readonly parties: PartyDraft[]
  readonly counts: Counts
  readonly texts: { readonly subject: string; readonly filed: Filed }[]
  nature: Filed<Nature> | null
  transport: TransportDraft | null
  /** A deconsolidator or consolidator files. */
  consolidator: boolean
}

export const newHeader = (): HeaderDraft => ({
  document: null,
  documentVersion: null,
  functionCode: null,
  references: new Map(),
  dates: new Map(),
  places: [],
  parties: [],
  counts: {},
  texts: [],
  nature: null,
  transport: null,
  consolidator: false,
})
