import type { Equipment } from '../../cargo/consignment.js'
import { containerCheckDigit } from '../../reference/check_digits.js'
import type { Fields } from './fields.js'
import type { Filed } from '../parts/filed.js'
import type { ProvenanceBuilder } from '../parts/provenance_builder.js'
import type { Leaf, Scope } from './scope.js'

const NO_SEAL = /^(?:N\/?A|NIL|NONE|NO(?:T? ?SEALE?D?)?|S\/?N|X+|TBA|0+|-+)$/
const BETWEEN_SEALS = /[,;]+|(?<=\w{4})\/(?=\w{4})/

/** Seals of a container: several in one field are split, makers' prefixes go, and words for "none" are no seals. */
const sealsOf = (fields: Fields, leaves: readonly Leaf[]): readonly Filed[] =>
  leaves.flatMap(({ text, at }) =>
    text
      .toUpperCase()
      .split(BETWEEN_SEALS)
      .flatMap((part) => {
        const seal = part
          .trim()
          .replace(/^ML[-\s]+(?=\S)/, '')
          .replaceAll(' ', '')
        if (seal === '') return []
        if (!NO_SEAL.test(seal)) return [{ value: seal, at: [at] }]
        fields.report('REF-SEAL', { at, params: { value: seal } })
        return []
      })
  )

/** A container weighs what it holds and itself; one figure alone is not the other. */
const grossOf = (
  gross: Filed<number> | null,
  goods: Filed<number> | null,
  tare: Filed<number> | null
): Filed<number> | null => {
  if (gross || !goods || !tare) return gross
  return { value: goods.value + tare.value, at: [...goods.at, ...tare.at] }
}

export interface ReadEquipment {
  readonly equipment: Equipment
  readonly at: Filed['at']
  /** Packages of this consignment inside. */
  readonly packages: Filed<number> | null
  /** Weight of the goods inside. */
  readonly goodsKg: Filed<number> | null
}

/** One container of a consignment; `null` without a number. */
export const readContainer = (
  fields: Fields,
  scope: Scope,
  filedSeals: readonly Leaf[],
  path: string,
  cited: ProvenanceBuilder
): ReadEquipment | null => {
  const number = fields.code(scope, 'ctn_reference')
  const value = number?.value.replace(/[^A-Z0-9]/g, '') ?? ''
  if (!number || value === '') {
    fields.report('SEM-FIELD-MISSING', { at: scope.at, params: { field: 'Ctn_reference' } })
    return null
  }
  const typeAsFiled = fields.code(scope, 'type_of_container')
  const tare = fields.mass(scope, 'empty_weight')
  const goodsKg = fields.mass(scope, 'goods_weight')
  const seals = sealsOf(fields, filedSeals)
  seals.forEach(({ at }, index) => cited.cite(`${path}.seals.${index}`, at))
  cited.cite(`${path}.number`, number.at)
  const equipment: Equipment = {
    number: value,
    kind: 'container',
    checkDigitValid: containerCheckDigit(value).valid,
    sizeType: typeAsFiled ? (fields.context.reference.containerType(typeAsFiled.value)?.code ?? null) : null,
    sizeTypeAsFiled: cited.take(`${path}.sizeType`, typeAsFiled),
    fullness: cited.take(`${path}.fullness`, fields.meaning(scope, 'empty_full', fields.context.reading.fullness)),
    seals: seals.map((seal) => seal.value),
    tareKg: cited.take(`${path}.tareKg`, tare),
    grossKg: cited.take(`${path}.grossKg`, grossOf(fields.mass(scope, 'gross_weight'), goodsKg, tare)),
    temperatureC: cited.take(`${path}.temperatureC`, fields.number(scope, 'temperature')),
  }
  if (typeAsFiled && equipment.sizeType === null)
    fields.report('REF-ISO-TYPE', { at: typeAsFiled.at[0], params: { value: typeAsFiled.value } })
  const packages = fields.amount(scope, 'number_of_packages')
  return { equipment, at: number.at, packages, goodsKg }
}

const VIN = /\b[A-HJ-NPR-Z0-9]{17}\b/g

/** Vehicles that roll on board: by their segments, else by the numbers in marks and description. */
export const readVehicles = (fields: Fields, scope: Scope, texts: readonly (Filed | null)[]): readonly Filed[] => {
  const own = scope.groups('vehicle_segment').flatMap((vehicle) => fields.code(vehicle, 'vin') ?? [])
  const declared = fields.amount(scope.partWith('num_of_vehicles_for_this_bol'), 'num_of_vehicles_for_this_bol')
  if (own.length > 0 || !declared) return own
  const found = new Map<string, Filed>()
  for (const text of texts)
    for (const [vin] of text?.value.toUpperCase().matchAll(VIN) ?? [])
      if (text && /\d/.test(vin) && /[A-Z]/.test(vin)) found.set(vin, { value: vin, at: text.at })
  return [...found.values()]
}

export const vehicle = (number: string): Equipment => ({
  number,
  kind: 'other',
  checkDigitValid: null,
  sizeType: null,
  sizeTypeAsFiled: null,
  fullness: null,
  seals: [],
  tareKg: null,
  grossKg: null,
  temperatureC: null,
})
