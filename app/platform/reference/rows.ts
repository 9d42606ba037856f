import type { ContainerLimits } from '#core/reference/lookups'
import type {
  CarrierInfo,
  CountryInfo,
  HsHeadingInfo,
  PackageTypeInfo,
  PlaceFunction,
  PlaceInfo,
  UnitInfo,
  UnitKind,
} from '#core/reference/reference_data'
import type { Row } from './datasets.js'

/** UN/LOCODE function classifiers. */
const FUNCTIONS: Readonly<Record<string, PlaceFunction>> = {
  1: 'port',
  2: 'rail',
  3: 'road',
  4: 'airport',
  5: 'postal',
  6: 'inland',
  7: 'fixed',
  8: 'inland_water',
  B: 'border',
}

/** Places share few combinations of functions: one list each keeps 116,000 places small. */
const combinations = new Map<string, readonly PlaceFunction[]>()
const functionsOf = (digits: string): readonly PlaceFunction[] => {
  const seen = combinations.get(digits)
  if (seen) return seen
  const functions = [...digits].flatMap((digit) => FUNCTIONS[digit] ?? [])
  combinations.set(digits, functions)
  return functions
}

export const placeOf = (
  [code = '', name = '', functions = '', latitude, longitude]: Row,
  seaPort?: string
): PlaceInfo => ({
  code,
  name,
  country: code.slice(0, 2),
  functions: functionsOf(functions),
  ...(latitude && longitude ? { latitude: Number(latitude), longitude: Number(longitude) } : {}),
  ...(seaPort ? { seaPort } : {}),
})

export const countryOf = ([alpha2 = '', alpha3 = '', name = '']: Row): CountryInfo => ({ alpha2, alpha3, name })

export const packageTypeOf = ([code = '', name = '']: Row): PackageTypeInfo => ({ code, name })

export const unitOf = ([code = '', , kind = '', factor = '']: Row): UnitInfo => ({
  code,
  kind: kind as UnitKind,
  factor: Number(factor),
})

export const containerLimitsOf = ([, , tare = '', payload = '', gross = '']: Row): ContainerLimits => ({
  tareKg: Number(tare),
  maxPayloadKg: Number(payload),
  maxGrossKg: Number(gross),
})

export const carrierOf = ([code = '', , name = '']: Row): CarrierInfo => ({ code, name })

export const hsHeadingOf = ([code = '', , description = '']: Row): HsHeadingInfo => ({ code, description })
