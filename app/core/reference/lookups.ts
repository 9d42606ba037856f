import type {
  CarrierInfo,
  ContainerTypeInfo,
  CountryInfo,
  HsHeadingInfo,
  PackageTypeInfo,
  PlaceInfo,
  ReferenceData,
  UnitInfo,
} from './reference_data.js'
import { describeSizeType, repairSizeType } from './size_type.js'

/** Typical masses of a size-type in kilograms. */
export type ContainerLimits = Pick<ContainerTypeInfo, 'tareKg' | 'maxPayloadKg' | 'maxGrossKg'>

/** Rows of the data files under the keys they are looked up by, all upper case. */
export interface ReferenceTables {
  readonly places: ReadonlyMap<string, PlaceInfo>
  /** Under alpha-2 and alpha-3. */
  readonly countries: ReadonlyMap<string, CountryInfo>
  readonly packageTypes: ReadonlyMap<string, PackageTypeInfo>
  readonly packageAliases: ReadonlyMap<string, string>
  readonly units: ReadonlyMap<string, UnitInfo>
  readonly unitAliases: ReadonlyMap<string, string>
  readonly containerLimits: ReadonlyMap<string, ContainerLimits>
  readonly containerAliases: ReadonlyMap<string, string>
  /** Under SCAC and liner code. */
  readonly carriers: ReadonlyMap<string, CarrierInfo>
  readonly hsHeadings: ReadonlyMap<string, HsHeadingInfo>
}

const NO_LIMITS: ContainerLimits = { tareKg: null, maxPayloadKg: null, maxGrossKg: null }

/** Codes as senders write them: case, spaces, dots and dashes say nothing. */
const fold = (code: string): string => (isFolded(code) ? code : code.toUpperCase().replace(/[^A-Z0-9]/g, ''))

/** Nearly every code is; a loop takes a fraction of an expression's time. */
const isFolded = (code: string): boolean => {
  for (let at = 0; at < code.length; at++) {
    const unit = code.charCodeAt(at)
    if (unit < 48 || unit > 90 || (unit > 57 && unit < 65)) return false
  }
  return true
}

/** Answers the port from tables. Tables may load lazily: each is touched only when asked for. */
export const createReferenceData = (tables: ReferenceTables): ReferenceData => {
  let named: ReadonlyMap<string, CountryInfo> | null = null
  let endings: ReadonlySet<string> | null = null
  const byName = () =>
    (named ??= new Map([...tables.countries.values()].map((country) => [fold(country.name), country])))
  return {
    place: (code) => tables.places.get(fold(code)) ?? null,
    country: (code) => tables.countries.get(fold(code)) ?? null,
    countryNamed: (name) => byName().get(fold(name)) ?? null,
    endsCountryName: (letters) => (endings ??= endingsOf(byName().keys())).has(fold(letters)),
    packageType: (code) => packageType(tables, fold(code)),
    unit: (code) => unit(tables, fold(code)),
    containerType: (code) => containerType(tables, fold(code)),
    carrier: (code) => tables.carriers.get(fold(code)) ?? null,
    hsHeading: (code) => tables.hsHeadings.get(fold(code).slice(0, 4)) ?? null,
  }
}

/** Every text that one of the names ends with, the empty one included. */
const endingsOf = (names: Iterable<string>): ReadonlySet<string> =>
  new Set([...names].flatMap((name) => Array.from({ length: name.length + 1 }, (_, at) => name.slice(at))))

/** Rec 20 lists package codes with a leading X (`XCT`); Rec 21 has two characters. */
const packageType = (tables: ReferenceTables, code: string): PackageTypeInfo | null => {
  const bare = /^X[A-Z0-9]{2}$/.test(code) ? code.slice(1) : code
  return tables.packageTypes.get(tables.packageAliases.get(code) ?? bare) ?? null
}

/** An alias wins over the Rec 20 code of the same letters: cargo never weighs in kilogram per second (`KGS`). */
const unit = (tables: ReferenceTables, code: string): UnitInfo | null =>
  tables.units.get(tables.unitAliases.get(code) ?? code) ?? null

const containerType = (tables: ReferenceTables, filed: string): ContainerTypeInfo | null => {
  const code = tables.containerAliases.get(filed) ?? repairSizeType(filed)
  const described = code && describeSizeType(code)
  return described ? { code, ...described, ...limitsOf(tables, code) } : null
}

/** A type without figures of its own takes those of the first type of its size and group on file. */
const limitsOf = (tables: ReferenceTables, code: string): ContainerLimits => {
  const own = tables.containerLimits.get(code)
  if (own) return own
  for (const [other, limits] of tables.containerLimits) if (other.startsWith(code.slice(0, 3))) return limits
  return NO_LIMITS
}
