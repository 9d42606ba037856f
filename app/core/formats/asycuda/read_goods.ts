import type { GoodsItem } from '../../cargo/consignment.js'
import { dangerIn } from '../texts/dangerous_text.js'
import { flagPersonalData } from '../parts/party_checks.js'
import { HS_IN_TEXT, hsDigits } from '../parts/hs_code.js'
import type { Fields } from './fields.js'
import type { Filed } from '../parts/filed.js'
import type { ProvenanceBuilder } from '../parts/provenance_builder.js'
import type { ReadEquipment } from './read_equipment.js'
import type { Scope } from './scope.js'

/** One kind of goods of a consignment, as filed. */
export interface ItemAsFiled {
  readonly description: Filed | null
  readonly marks: Filed | null
  readonly hs: readonly Filed[]
  readonly packages: Filed<number> | null
  readonly packageType: Filed | null
  readonly gross: Filed<number> | null
  readonly volume: Filed<number> | null
}

export type Danger = Filed<{ readonly unNumber: string | null; readonly class: string | null }>

const itemIn = (fields: Fields, scope: Scope): ItemAsFiled => ({
  description: fields.text(scope, 'goods_description') ?? fields.text(scope, 'commercial_description'),
  marks: fields.text(scope, 'shipping_marks'),
  hs: fields.leaves(scope, 'commodity_code').map(({ text, at }) => ({ value: text, at: [at] })),
  packages: fields.number(scope, 'number_of_packages'),
  packageType: fields.code(scope, 'package_type_code'),
  gross: fields.mass(scope, 'gross_mass'),
  volume: fields.amount(scope, 'volume_in_cubic_meters'),
})

const preferred = (first: ItemAsFiled, second: ItemAsFiled): ItemAsFiled => ({
  description: first.description ?? second.description,
  marks: first.marks ?? second.marks,
  hs: [...first.hs, ...second.hs],
  packages: first.packages ?? second.packages,
  packageType: first.packageType ?? second.packageType,
  gross: first.gross ?? second.gross,
  volume: first.volume ?? second.volume,
})

export interface GoodsAsFiled {
  /** Figures of the consignment as a whole. */
  readonly total: ItemAsFiled
  readonly items: readonly ItemAsFiled[]
}

/** A volume in cubic metres that is the weight in kilograms was copied from it: no goods are that light. */
const withoutCopiedVolume = (fields: Fields, item: ItemAsFiled): ItemAsFiled => {
  if (!item.volume || !item.gross || item.volume.value !== item.gross.value) return item
  fields.report('REF-UNIT', { at: item.volume.at[0], params: { value: 'MTQ' } })
  return { ...item, volume: null }
}

/** A total repeated on every item is the total of the consignment and the weight of none. */
const withoutRepeatedTotal = (fields: Fields, { total, items }: GoodsAsFiled): GoodsAsFiled => {
  const weight = total.gross?.value
  if (items.length < 2 || weight === undefined || items.some(({ gross }) => gross?.value !== weight))
    return { total, items }
  fields.report('TOT-REPEATED', { at: items[0]?.gross?.at[0], params: { value: weight, items: items.length } })
  return { total, items: items.map((item) => ({ ...item, gross: null })) }
}

/**
 * Goods of a consignment: one item a Goods_segment, or one a commodity where a segment lists
 * several with their own figures; what stands beside them is the total then.
 */
export const goodsOf = (fields: Fields, scope: Scope): GoodsAsFiled => {
  const beside = itemIn(fields, scope)
  const segments = scope.groups('goods_segment')
  const own = segments.length === 0 ? [beside] : segments.map((segment) => itemIn(fields, segment))
  const items = own.flatMap((item, at) => {
    const commodities = (segments[at] ?? scope).groups('commodity_segment').map((each) => itemIn(fields, each))
    const [first, ...others] = commodities
    if (!first || others.length === 0) return commodities.reduce(preferred, item)
    return [{ ...first, marks: item.marks ?? first.marks }, ...others]
  })
  const [only] = own
  const whole = own.length === 1 && only ? preferred(only, beside) : beside
  const filed = items.length === 1 ? items.map((item) => preferred(item, beside)) : items
  const total = withoutCopiedVolume(fields, whole)
  return withoutRepeatedTotal(fields, {
    total,
    // What was told of the whole is not told again of its only item.
    items: filed.map((item) =>
      item.volume === whole.volume ? { ...item, volume: total.volume } : withoutCopiedVolume(fields, item)
    ),
  })
}

const hsCodes = (fields: Fields, item: ItemAsFiled): readonly Filed[] => {
  const inText = item.description && HS_IN_TEXT.exec(item.description.value)?.[1]
  const filed = inText && item.description ? [...item.hs, { value: inText, at: item.description.at }] : item.hs
  const codes = new Map<string, Filed>()
  for (const { value, at } of filed) {
    const digits = hsDigits(value)
    if (digits === null) fields.report('REF-HS', { at: at[0], params: { value } })
    else if (!codes.has(digits)) codes.set(digits, { value: digits, at })
  }
  return [...codes.values()]
}

/** What the description of the goods says of dangers. */
const dangerInText = (items: readonly ItemAsFiled[]): (Danger & { readonly words: string }) | null => {
  for (const { description } of items) {
    const found = description && dangerIn(description.value)
    if (description && found)
      return { value: { unNumber: found.unNumber, class: found.class }, at: description.at, words: found.words }
  }
  return null
}

/**
 * Dangerous goods as the containers name them. A bare mark says that there are some; which, only the
 * description tells. Without a mark it tells on its own, with a Problem.
 */
export const dangersOf = (fields: Fields, scope: Scope, items: readonly ItemAsFiled[]): readonly Danger[] => {
  const named = scope.groups('ctn_segment').flatMap((container): Danger[] => {
    const [number, kind] = [fields.code(container, 'un'), fields.code(container, 'imco')]
    if (!number && !kind) return []
    const value = { unNumber: number?.value.replace(/^UN\s*/, '') ?? null, class: kind?.value ?? null }
    return [{ value, at: [...(number?.at ?? []), ...(kind?.at ?? [])] }]
  })
  const mark = fields.code(scope, 'dg_status')
  if (named.length > 0) return named
  const text = dangerInText(items)
  if (mark && /^(?:1|Y|YES|TRUE|DG)$/.test(mark.value))
    return [{ value: text?.value ?? { unNumber: null, class: null }, at: [...mark.at, ...(text?.at ?? [])] }]
  if (text) fields.report('SEM-DG-TEXT', { at: text.at[0], params: { value: text.words } })
  return text ? [text] : []
}

/** The items in canonical terms; containers and dangers of the consignment stand with the first. */
export const readItems = (
  fields: Fields,
  items: readonly ItemAsFiled[],
  { containers, dangers }: { readonly containers: readonly ReadEquipment[]; readonly dangers: readonly Danger[] },
  cited: ProvenanceBuilder,
  consignment: number
): readonly GoodsItem[] =>
  items.map((item, sequence) => {
    flagPersonalData(fields.context, item.description, consignment)
    const path = `items.${sequence}`
    const type = item.packageType?.value ?? null
    const known = type === null ? null : fields.context.reference.packageType(type)
    if (type !== null && !known) fields.report('REF-PACKAGE', { at: item.packageType?.at[0], params: { value: type } })
    const count = cited.take(`${path}.packages`, item.packages)
    const first = sequence === 0
    return {
      sequence,
      description: cited.take(`${path}.description`, item.description),
      marks: cited.take(`${path}.marks`, item.marks),
      hsCodes: hsCodes(fields, item).map((code, at) => cited.take(`${path}.hsCodes.${at}`, code) ?? ''),
      packages: count === null ? null : { count, type: known?.code ?? null, typeAsFiled: type },
      grossWeightKg: cited.take(`${path}.grossWeightKg`, item.gross),
      volumeM3: cited.take(`${path}.volumeM3`, item.volume),
      dangerousGoods: first
        ? dangers.flatMap((goods, at) => cited.take(`${path}.dangerousGoods.${at}`, goods) ?? [])
        : [],
      stowedIn: first
        ? containers.map(({ equipment, at, packages }, index) => {
            cited.cite(`${path}.stowedIn.${index}`, [...at, ...(packages?.at ?? [])])
            return { number: equipment.number, packages: packages?.value ?? null }
          })
        : [],
    }
  })
