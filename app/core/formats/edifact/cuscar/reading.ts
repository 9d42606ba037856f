import type { FilingFunction, PartyRole } from '../../../cargo/codes.js'

/** Header fields that may come from the document name or a reference. */
export type ReferenceSource = 'BGM' | `RFF:${string}`

export type PlaceField = 'receipt' | 'loading' | 'transhipment' | 'discharge' | 'delivery'

/** One meaning of one LOC qualifier. Rules stand in the order in which they are tried. */
export interface PlaceRule {
  readonly field: PlaceField
  readonly qualifier: string
  /** 2 = the place itself (C517), 3 = the first related place (C519). */
  readonly element?: 2 | 3
  /** Only in manifests of this direction. */
  readonly direction?: 'export' | 'inbound'
}

export interface MeasureRule {
  /** UN 6311, element 1. */
  readonly purpose: string
  /** UN 6313, element 2; any when left out, none when empty. */
  readonly dimension?: string
}

export type CountField = 'grossWeight' | 'packages' | 'volume' | 'consignments' | 'equipment'

/**
 * Which qualifiers of a CUSCAR feed which canonical field. Lists stand in order of preference;
 * the first that was filed wins. No field is ever fed from a qualifier of another meaning.
 */
export interface CuscarReading {
  /** UN 1225 → what the register is asked to do. */
  readonly functions: Readonly<Record<string, FilingFunction>>
  /** Values of UNB elements that mark a test. */
  readonly testMarks: readonly { readonly element: number; readonly value: string }[]
  readonly documentReference: readonly ReferenceSource[]
  readonly previousReference: readonly ReferenceSource[]

  /** RFF qualifiers, or `BGM` where the document is numbered by its journey. */
  readonly voyageReferences: readonly string[]
  /** A voyage in free text: subject of the FTX and the word before it. */
  readonly voyageText: { readonly subject: string; readonly prefix: string } | null
  /** DTM qualifiers. */
  readonly arrival: readonly string[]
  readonly departure: readonly string[]
  /** The same of a departure that happened. */
  readonly departed: readonly string[]
  readonly prepared: readonly string[]

  /** Places of the header that hold for every consignment without its own. */
  readonly headerPlaces: readonly PlaceRule[]
  /** Places of the call itself: of the conveyance only. */
  readonly callPlaces: readonly PlaceRule[]
  readonly consignmentPlaces: readonly PlaceRule[]
  readonly originCountry: readonly string[]
  readonly destinationCountry: readonly string[]
  readonly warehouse: readonly string[]
  readonly office: readonly string[]

  /** The first qualifier of a role that was filed takes it; the others become `other` (several notify parties stay). */
  readonly roles: readonly { readonly role: PartyRole; readonly qualifiers: readonly string[] }[]
  /** How C058 is used: one party line a component, or one text cut at 35 characters with an empty component before the address. */
  readonly partyText: 'lines' | 'blob'
  /** Elements a NAD has at most; what is more was cut by an unescaped separator. */
  readonly nadElements: number
  readonly identifierPrefixes: readonly { readonly prefix: string; readonly type: string }[]
  /** 3055 or 1131 of C082 → type of identifier. */
  readonly identifierAgencies: Readonly<Record<string, string>>
  /** RFF qualifiers under a NAD → type of identifier. */
  readonly identifierReferences: Readonly<Record<string, string>>

  /** RFF qualifiers. */
  readonly houseReferences: readonly string[]
  readonly masterReferences: readonly string[]
  readonly billReferences: readonly string[]
  /** DOC codes (1001). */
  readonly houseDocuments: readonly string[]
  readonly masterDocuments: readonly string[]
  /** Header NAD qualifiers that show a consolidator's filing. */
  readonly houseFilers: readonly string[]
  /** Names of the document (BGM 1000) that show one. */
  readonly houseDocumentNames: readonly string[]
  readonly hsReferences: readonly string[]

  /** Qualifiers of the counts and what they count. */
  readonly headerCounts: Readonly<Record<string, CountField>>
  readonly consignmentCounts: Readonly<Record<string, CountField>>
  readonly grossWeight: readonly MeasureRule[]
  readonly volume: readonly MeasureRule[]
  readonly equipmentGross: readonly MeasureRule[]
  readonly equipmentTare: readonly MeasureRule[]
  /** Unit of a CNT weight or volume without one. */
  readonly countWeightUnit: string
  readonly countVolumeUnit: string

  /** Qualifiers of the GEI (9649) that carry the nature of the cargo; any where there are none. GIS has no qualifier. */
  readonly natureIndicators: readonly string[]
  readonly freight: readonly string[]
  /** MOA qualifiers (5025) of the value of the goods of a consignment. */
  readonly value: readonly string[]
  /** TSR element 4 (7085): values that say containerised or loose. */
  readonly containerised: { readonly yes: readonly string[]; readonly no: readonly string[] }
  readonly goodsText: readonly string[]
  /** FTX subjects that describe dangerous goods. */
  readonly hazardText: readonly string[]
}
