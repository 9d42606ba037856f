import type { Equipment } from '../../../cargo/consignment.js'
import { containerCheckDigit } from '../../../reference/check_digits.js'
import type { SegmentCursor } from '../segment_cursor.js'
import type { Filed } from './filed.js'
import type { Citations } from './citations.js'
import type { SegmentReading } from './segment_reading.js'
import { rounded } from '../../parts/number.js'

/** What EQD, SEL, TMP and MEA say about one equipment, whatever the message. */
export interface EquipmentValues {
  /** UN 8053. */
  type: string
  sizeType: Filed | null
  fullness: Filed<'full' | 'empty'> | null
  readonly seals: Filed[]
  tareKg: Filed<number> | null
  grossKg: Filed<number> | null
  temperatureC: Filed<number> | null
}

export const newEquipmentValues = (type: string): EquipmentValues => ({
  type,
  sizeType: null,
  fullness: null,
  seals: [],
  tareKg: null,
  grossKg: null,
  temperatureC: null,
})

export const equipmentNumber = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '')

const FULLNESS: Readonly<Record<string, 'full' | 'empty'>> = { 4: 'empty', 5: 'full', 7: 'full', 8: 'full' }

/** Full or empty (UN 8169) of an EQD. */
export const fullnessAt = (cursor: SegmentCursor): Filed<'full' | 'empty'> | null => {
  const value = FULLNESS[cursor.code(6)]
  return value ? { value, at: cursor.cite(6) } : null
}

const NO_SEAL: ReadonlySet<string> = new Set(
  ['', 'NA', 'N/A', 'NIL', 'NONE', 'NO', 'NOSEAL', 'SINSELLO', 'S/N', 'SN'].concat(['XXX', 'TBA'])
)
const BETWEEN_SEALS = /[,;]+|(?<=\w{4})\/(?=\w{4})/

/** Seals of a SEL: several in one field are split, maker's prefixes go, and words for "none" are no seals. */
export const sealsAt = (reading: SegmentReading): readonly Filed[] => {
  const { cursor } = reading
  const seals: Filed[] = []
  for (const part of cursor.text(1).toUpperCase().split(BETWEEN_SEALS)) {
    const seal = part
      .trim()
      .replace(/^ML[-\s]+(?=\S)/, '')
      .replaceAll(' ', '')
    if (NO_SEAL.has(seal) || /^0+$/.test(seal)) {
      if (seal !== '') reading.report('REF-SEAL', { at: cursor.ref(1), params: { value: seal } })
    } else seals.push({ value: seal, at: cursor.cite(1) })
  }
  return seals
}

/** A plus sign before the degrees is taken for a separator: the element that holds the value. */
const temperatureElement = (reading: SegmentReading): number => {
  const { cursor } = reading
  if (cursor.text(2) !== '' || cursor.text(3) === '') return 2
  reading.report('SYN-UNESCAPED', { at: cursor.ref(3), params: { segment: 'TMP' } })
  return 3
}

/** Set point of a TMP in degrees Celsius. */
export const temperatureAt = (reading: SegmentReading): Filed<number> | null => {
  const { cursor } = reading
  const element = temperatureElement(reading)
  const value = reading.number(element, 1)
  if (value === null) return null
  const unit = cursor.code(element, 2) || 'CEL'
  const at = cursor.cite(element)
  if (unit === 'CEL') return { value, at }
  if (unit === 'FAH') return { value: rounded(((value - 32) * 5) / 9), at }
  reading.report('REF-UNIT', { at: cursor.ref(element, 2), params: { value: unit } })
  return null
}

const KINDS: Readonly<Record<string, Equipment['kind']>> = {
  CN: 'container',
  TE: 'trailer',
  CH: 'trailer',
  SW: 'trailer',
  BL: 'breakbulk',
  BB: 'breakbulk',
  UL: 'uld',
}

/** The values in canonical terms, check digit and size-type tested; `number` is `null` for what a plan leaves open. */
export const finishEquipmentValues = (
  { reference, problems }: SegmentReading,
  draft: EquipmentValues,
  number: Filed | null
): Omit<Equipment, 'number'> => {
  const kind = KINDS[draft.type] ?? 'other'
  const check = kind === 'container' && number ? containerCheckDigit(number.value) : null
  if (check && !check.valid) {
    const params = { value: number?.value ?? '', expected: check.expected ?? '' }
    problems.add('REF-CHECKDIGIT-CTN', { at: number?.at, params })
  }
  const typeAsFiled = draft.sizeType?.value ?? null
  const type = typeAsFiled === null ? null : reference.containerType(typeAsFiled)
  if (typeAsFiled !== null && type === null && kind === 'container')
    problems.add('REF-ISO-TYPE', { at: draft.sizeType?.at, params: { value: typeAsFiled } })
  return {
    kind,
    checkDigitValid: check?.valid ?? null,
    sizeType: type?.code ?? null,
    sizeTypeAsFiled: typeAsFiled,
    fullness: draft.fullness?.value ?? null,
    seals: draft.seals.map(({ value }) => value),
    tareKg: draft.tareKg?.value ?? null,
    grossKg: draft.grossKg?.value ?? null,
    temperatureC: draft.temperatureC?.value ?? null,
  }
}

/** Paths of the values of an equipment; `prefix` is e.g. `equipment.0.`, or empty for a record of its own. */
export const equipmentPaths = (prefix: string) => ({
  number: `${prefix}number`,
  sizeType: `${prefix}sizeType`,
  fullness: `${prefix}fullness`,
  tareKg: `${prefix}tareKg`,
  grossKg: `${prefix}grossKg`,
  temperatureC: `${prefix}temperatureC`,
  seals: `${prefix}seals.`,
})
export type EquipmentPaths = ReturnType<typeof equipmentPaths>

export const citeEquipmentValues = (draft: EquipmentValues, paths: EquipmentPaths, cited: Citations): void => {
  if (draft.sizeType) cited.cite(paths.sizeType, draft.sizeType.at)
  if (draft.fullness) cited.cite(paths.fullness, draft.fullness.at)
  if (draft.tareKg) cited.cite(paths.tareKg, draft.tareKg.at)
  if (draft.grossKg) cited.cite(paths.grossKg, draft.grossKg.at)
  if (draft.temperatureC) cited.cite(paths.temperatureC, draft.temperatureC.at)
  draft.seals.forEach(({ at }, index) => cited.cite(`${paths.seals}${index}`, at))
}
