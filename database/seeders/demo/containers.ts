import { containerCheckDigit } from '#core/reference/check_digits'
import type { Random } from './prng.js'

/** Owner prefixes seen on every quay; the numbers behind them are invented. */
const PREFIXES = [
  'TCLU',
  'TEMU',
  'TRHU',
  'GESU',
  'FSCU',
  'TGHU',
  'CAIU',
  'BMOU',
  'SEGU',
  'TCNU',
  'DFSU',
  'TLLU',
  'FCIU',
  'BEAU',
] as const
const REEFER_PREFIXES = ['SZLU', 'TRIU', 'CXRU', 'GESU', 'TTNU'] as const

/** The full number for owner, category and six-digit serial. */
export const containerNumber = (prefix: string, serial: string): string =>
  `${prefix}${serial}${containerCheckDigit(`${prefix}${serial}0`).expected ?? 0}`

export const drawContainerNumber = (random: Random, reefer: boolean): string =>
  containerNumber(random.pick(reefer ? REEFER_PREFIXES : PREFIXES), random.digits(6))

/** The same number with a check digit that does not fit. */
export const breakCheckDigit = (number: string): string =>
  `${number.slice(0, -1)}${(Number(number.slice(-1)) + 3) % 10}`

export type BoxKind = 'dry20' | 'dry40' | 'high40' | 'reefer40' | 'tank20' | 'open40'

interface BoxLimits {
  readonly tareKg: number
  readonly payloadKg: number
  readonly volumeM3: number
  /** ISO 6346 size-type as a carrier files it. */
  readonly iso: string
  /** As the Guatemalan field files it: mostly not ISO 6346 (FORMATS 3.6). */
  readonly field: readonly string[]
}

/** Ratings of ISO 668 and public equipment guides. */
// prettier-ignore
export const BOXES: Readonly<Record<BoxKind, BoxLimits>> = {
  dry20: { tareKg: 2250, payloadKg: 28230, volumeM3: 33.2, iso: '22G1', field: ['22G4', '22G4', '22G4', '22G4', '22G4', '22G1', '22G0'] },
  dry40: { tareKg: 3750, payloadKg: 28750, volumeM3: 67.7, iso: '42G1', field: ['42G4', '42G4', '42G4', '42G4', '42G1'] },
  high40: { tareKg: 3900, payloadKg: 28600, volumeM3: 76.3, iso: '45G1', field: ['45GP', '45GP', '45GP', '45GP', '45GP', '45G1', 'L5G4'] },
  reefer40: { tareKg: 4640, payloadKg: 29300, volumeM3: 67.5, iso: '45R1', field: ['45R1', '45R4', '42R4'] },
  tank20: { tareKg: 3600, payloadKg: 26000, volumeM3: 24, iso: '22T1', field: ['22T4', '22T1'] },
  open40: { tareKg: 3850, payloadKg: 28650, volumeM3: 66, iso: '42U1', field: ['42U4', '42U1'] },
}
