/**
 * Port of the international reference data: pure look-ups, no tenant, no clock.
 *
 * `null` means the code is not in the edition loaded. That is a reason to be careful, never a
 * proof that a code is wrong: lists age, and several of them are partial.
 */
export interface ReferenceData {
  /** Looks up a UN/LOCODE; case and the space after the country are tolerated (`cn shg`). */
  place(code: string): PlaceInfo | null
  /** Looks up an ISO 3166 alpha-2 or alpha-3 code. */
  country(code: string): CountryInfo | null
  /** Looks up a country by its English short name, in any case (`Viet Nam`). */
  countryNamed(name: string): CountryInfo | null
  /** Whether the name of any country ends with these letters: `KONG`, and also `ONG`. */
  endsCountryName(letters: string): boolean
  /** Looks up a UN/ECE Recommendation 21 package code or a known alias of one (`CTN` → `CT`). */
  packageType(code: string): PackageTypeInfo | null
  /** Looks up a UN/ECE Recommendation 20 unit or a known alias of one (`KGS`, `LBS`, `CBM`). */
  unit(code: string): UnitInfo | null
  /** Looks up an ISO 6346 size-type code or a known alias of one (`45GP`, `4400`, `40HC`). */
  containerType(code: string): ContainerTypeInfo | null
  /** Looks up a carrier by SCAC or liner code. The list is partial. */
  carrier(code: string): CarrierInfo | null
  /** Looks up the 4-digit HS 2022 heading of a commodity code of 4 digits or more. */
  hsHeading(code: string): HsHeadingInfo | null
}

export const PLACE_FUNCTIONS = [
  'port',
  'rail',
  'road',
  'airport',
  'postal',
  'inland',
  'fixed',
  'inland_water',
  'border',
] as const
export type PlaceFunction = (typeof PLACE_FUNCTIONS)[number]

export interface PlaceInfo {
  /** Five characters: country and location. */
  readonly code: string
  readonly name: string
  /** ISO 3166 alpha-2. */
  readonly country: string
  /** Empty when UN/LOCODE does not know the function. */
  readonly functions: readonly PlaceFunction[]
  /** Decimal degrees as published by UNECE; absent where UNECE publishes none. */
  readonly latitude?: number
  readonly longitude?: number
  /**
   * Code of the sea port when this one is only the airport of the same city and carriers use it
   * for both (`CNSHA` → `CNSHG`). In sea traffic: accept, flag, read as the twin.
   */
  readonly seaPort?: string
}

export interface CountryInfo {
  readonly alpha2: string
  readonly alpha3: string
  readonly name: string
}

export interface PackageTypeInfo {
  /** UN/ECE Recommendation 21. */
  readonly code: string
  readonly name: string
}

export type UnitKind = 'mass' | 'volume' | 'count' | 'temperature' | 'other'
export interface UnitInfo {
  /** UN/ECE Recommendation 20. */
  readonly code: string
  readonly kind: UnitKind
  /** Multiplies a value into kilograms (mass) or cubic metres (volume); 1 for every other kind. */
  readonly factor: number
}

/** ISO 6346 type groups by what they carry, independent of size. */
export const CONTAINER_GROUPS = [
  'dry', // G general purpose, V ventilated
  'reefer', // R refrigerated, H insulated
  'open_top', // U
  'flat', // P platform
  'tank', // T, K
  'bulk', // B
  'named_cargo', // S livestock, cars, fish
  'air', // A air/surface
] as const
export type ContainerGroup = (typeof CONTAINER_GROUPS)[number]

export interface ContainerTypeInfo {
  /** ISO 6346 size-type after alias repair, e.g. `45G1`. */
  readonly code: string
  readonly group: ContainerGroup
  readonly lengthFt: number
  /** Typical figures in kilograms, not those of one box; `null` where no figure is on file. */
  readonly tareKg: number | null
  readonly maxPayloadKg: number | null
  readonly maxGrossKg: number | null
}

export interface CarrierInfo {
  readonly code: string
  readonly name: string
}

export interface HsHeadingInfo {
  /** Four digits. */
  readonly code: string
  readonly description: string
}
