import type { Nature } from '../../../cargo/codes.js'
import type { Cited } from '../place_book.js'
import type { Dates } from '../parts/dates.js'
import type { EquipmentValues } from '../parts/equipment_values.js'
import type { Filed } from '../parts/filed.js'
import { NONE } from '../parts/lists.js'
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
  readonly id: Filed | null
  readonly idAgency: string
  /** C058: components as filed, blanks kept. */
  readonly lines: Filed<readonly string[]> | null
  readonly name: Filed | null
  /** C059, city, region, postcode. */
  readonly street: Filed | null
  readonly locality: Filed | null
  readonly country: Filed | null
  references: readonly { readonly qualifier: string; readonly filed: Filed }[]
  contacts: readonly { readonly channel: string; readonly filed: Filed }[]
}

export interface EquipmentDraft extends EquipmentValues {
  readonly number: string
  readonly at: Cited
  /** Named by an EQD, not by a SGP alone. */
  declared: boolean
  /** Consignments whose CNI it stands under. */
  readonly under: Set<number>
}

export interface ItemDraft {
  texts: readonly Filed[]
  /** What the sender says of dangers in words (FTX AAC, AAD). */
  hazards: readonly Filed[]
  marks: readonly Filed[]
  hs: readonly Filed[]
  packages: Filed<{ readonly count: number; readonly type: string }> | null
  /** With its rank in the list of candidates: lower wins. */
  gross: (Filed<number> & { readonly rank: number }) | null
  volume: (Filed<number> & { readonly rank: number }) | null
  dangerous: readonly Filed<{ readonly unNumber: string | null; readonly class: string | null }>[]
  stowed: readonly Filed<{ readonly number: string; readonly packages: number | null }>[]
}

export const newItem = (): ItemDraft => ({
  texts: NONE,
  hazards: NONE,
  marks: NONE,
  hs: NONE,
  packages: null,
  gross: null,
  volume: null,
  dangerous: NONE,
  stowed: NONE,
})

/** What goods are described in now: the open item, or what stands ahead of the first. */
export const goodsOf = (item: ItemDraft | null, consignment: ConsignmentDraft): ItemDraft =>
  item ?? (consignment.ahead ??= newItem())

export type Counts = Partial<Record<CountField, Filed<number>>>

interface Money {
  readonly amount: number | null
  readonly currency: string
}

export interface ConsignmentDraft {
  readonly index: number
  readonly at: Cited
  readonly cniNumber: Filed | null
  readonly cniSource: Filed | null
  /** RFF by qualifier, DOC by code. */
  readonly references: Map<string, Filed>
  documents: Map<string, Filed> | null
  places: readonly LocDraft[]
  parties: readonly PartyDraft[]
  items: readonly ItemDraft[]
  /** Equipment whose EQD stands under its CNI. */
  equipment: readonly EquipmentDraft[]
  /** Texts, codes and measures before the first GID. */
  ahead: ItemDraft | null
  readonly counts: Counts
  nature: Filed<Nature> | null
  freight: Filed<Money> | null
  value: Filed<Money> | null
  payment: Filed<'prepaid' | 'collect'> | null
  containerised: Filed<boolean> | null
}

export const newConsignment = (
  index: number,
  at: Cited,
  cniNumber: Filed | null,
  cniSource: Filed | null
): ConsignmentDraft => ({
  index,
  at,
  cniNumber,
  cniSource,
  references: new Map(),
  documents: null,
  places: NONE,
  parties: NONE,
  items: NONE,
  equipment: NONE,
  ahead: null,
  counts: {},
  nature: null,
  freight: null,
  value: null,
  payment: null,
  containerised: null,
})

export interface HeaderDraft {
  document: Filed | null
  documentVersion: Filed | null
  functionCode: Filed | null
  readonly references: Map<string, Filed>
  readonly dates: Dates
  places: readonly LocDraft[]
  parties: readonly PartyDraft[]
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
  places: NONE,
  parties: NONE,
  counts: {},
  texts: [],
  nature: null,
  transport: null,
  consolidator: false,
})
