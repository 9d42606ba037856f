import type { SourceRef } from '../kernel/source_ref.js'
import type { DocumentLevel, Nature, PartyRole } from './codes.js'

/**
 * Canonical consignment: goods from one consignor to one consignee under one transport
 * document. Values are normalised; what was not filed is `null` (or an empty list) and
 * is never filled from a field with another meaning (DECISIONS, Formats).
 *
 * Weights are kilograms, volumes cubic metres, money a decimal string with its currency.
 */
export interface Consignment {
  /** Position in its Message, from 0. */
  readonly sequence: number
  readonly level: DocumentLevel
  /** Own transport document number, upper case, inner spaces folded; house number at house level. */
  readonly reference: string | null
  readonly masterReference: string | null
  readonly nature: Nature | null
  readonly places: Places
  readonly parties: readonly Party[]
  readonly items: readonly GoodsItem[]
  readonly equipment: readonly Equipment[]
  readonly totals: Totals
  readonly freight: Freight | null
  /** What the goods are declared to be worth; not there where the message says nothing of it. */
  readonly value?: GoodsValue
  /** FCL/LCL/loose as the message says. */
  readonly containerised: boolean | null
}

export interface Place {
  /** UN/LOCODE (5 letters) or national code as filed, upper case. `null` when only a name was sent. */
  readonly code: string | null
  readonly name: string | null
  /** ISO 3166 alpha-2, from the code or as filed. */
  readonly country: string | null
}

/** LOC 88 is the receipt and never the load port; LOC 7/20 the delivery, never the discharge port. */
export interface Places {
  readonly receipt: Place | null
  readonly loading: Place | null
  readonly transhipment: readonly Place[]
  readonly discharge: Place | null
  readonly delivery: Place | null
  /** Country the goods come from / go to as filed (LOC 27/35, 28/36). */
  readonly originCountry: string | null
  readonly destinationCountry: string | null
  /** Warehouse or terminal of storage (a national identifier). */
  readonly warehouse: string | null
  /** Customs office of exit or entry (LOC 17, 22, 41). */
  readonly office: string | null
}

export interface Party {
  readonly role: PartyRole
  /** As filed, pieces joined. */
  readonly name: string | null
  readonly address: string | null
  readonly country: string | null
  readonly identifiers: readonly PartyIdentifier[]
  readonly contacts: readonly PartyContact[]
}
export interface PartyIdentifier {
  /** `NIT`, `TRN`, `EORI`, `GLN`, `code` … */
  readonly type: string
  readonly value: string
}
export interface PartyContact {
  readonly type: 'phone' | 'email'
  readonly value: string
}

export interface GoodsItem {
  readonly sequence: number
  readonly description: string | null
  readonly marks: string | null
  /** Digits only, as filed (4 to 12). */
  readonly hsCodes: readonly string[]
  readonly packages: Packages | null
  readonly grossWeightKg: number | null
  readonly volumeM3: number | null
  readonly dangerousGoods: readonly { readonly unNumber: string | null; readonly class: string | null }[]
  /** Equipment numbers the item is stowed in, with packages inside when filed. */
  readonly stowedIn: readonly { readonly number: string; readonly packages: number | null }[]
}
export interface Packages {
  readonly count: number
  /** UN Rec 21 code after normalisation, `null` when the code filed is unknown. */
  readonly type: string | null
  readonly typeAsFiled: string | null
}

export interface Equipment {
  /** Upper case without separators, as filed otherwise. */
  readonly number: string
  readonly kind: 'container' | 'trailer' | 'breakbulk' | 'uld' | 'other'
  /** ISO 6346 check digit; `null` for what is not a freight container. */
  readonly checkDigitValid: boolean | null
  /** ISO 6346 size-type (e.g. `45R1`) after alias repair; `null` when not filed or not understood. */
  readonly sizeType: string | null
  readonly sizeTypeAsFiled: string | null
  readonly fullness: 'full' | 'empty' | null
  readonly seals: readonly string[]
  readonly tareKg: number | null
  readonly grossKg: number | null
  /** Set point in degrees Celsius. */
  readonly temperatureC: number | null
}

export interface Totals {
  readonly grossWeightKg: number | null
  readonly packages: number | null
  readonly volumeM3: number | null
}
export interface GoodsValue {
  /** Decimal string, above zero. */
  readonly amount: string
  /** ISO 4217; `null` where none was filed that is one. */
  readonly currency: string | null
}
export interface Freight {
  /** Decimal string; `null` for zero with an unknown currency. */
  readonly amount: string | null
  readonly currency: string | null
  readonly payment: 'prepaid' | 'collect' | null
}

/**
 * Canonical path → where its value was read, e.g. `places.loading`, `parties.1.name`,
 * `items.0.grossWeightKg`, `equipment.0.sizeType`. A value joined from several pieces
 * cites the first and last piece.
 */
export type Provenance = Readonly<Record<string, readonly SourceRef[]>>
