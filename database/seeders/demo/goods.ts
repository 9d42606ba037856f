import { BOXES, type BoxKind } from './containers.js'
import { GOODS_TABLE } from './data/goods_table.js'
import type { Random } from './prng.js'

export const SECTORS = [
  'food',
  'fresh',
  'drinks',
  'building',
  'hardware',
  'machinery',
  'electrical',
  'vehicles',
  'textiles',
  'plastics',
  'chemicals',
  'paper',
  'furniture',
  'medical',
  'recycling',
] as const
export type Sector = (typeof SECTORS)[number]

export interface Goods {
  readonly sector: Sector
  readonly hs: string
  readonly english: string
  readonly spanish: string
  readonly kgPerPackage: number
  readonly package: string
  /** Stowed, kg/m³. */
  readonly density: number
  readonly box: BoxKind
  readonly origins: readonly string[]
}

export const GOODS: readonly Goods[] = GOODS_TABLE.map(
  ([sector, hs, english, spanish, kgPerPackage, pack, density, box, origins]) => ({
    sector,
    hs,
    english,
    spanish,
    kgPerPackage,
    package: pack,
    density,
    box,
    origins: origins.split(' '),
  })
)

/** Goods that a country ships, at least one for every country that appears in a lane. */
export const goodsFrom = (country: string): readonly Goods[] => {
  const found = BY_ORIGIN.get(country)
  if (!found) throw new RangeError(`no goods come from ${country}`)
  return found
}
const BY_ORIGIN = new Map<string, Goods[]>()
for (const goods of GOODS) {
  for (const origin of goods.origins) BY_ORIGIN.set(origin, [...(BY_ORIGIN.get(origin) ?? []), goods])
}

export interface Quantity {
  readonly packages: number
  readonly weightKg: number
  readonly volumeM3: number
}

/** A quantity that fits `boxes` containers, or a small lot of one when `share` is below 1. */
export const drawQuantity = (random: Random, goods: Goods, boxes: number, share = 1): Quantity => {
  const limits = BOXES[goods.box]
  const room = limits.volumeM3 * boxes * random.between(0.82, 1) * share
  const weight = Math.min(room * goods.density, limits.payloadKg * boxes * random.between(0.74, 0.97) * share)
  const packages = Math.max(1, Math.round(weight / goods.kgPerPackage))
  const weightKg = Math.round(packages * goods.kgPerPackage * random.between(0.96, 1.06) * 100) / 100
  return { packages, weightKg, volumeM3: Math.max(0.05, Math.round((weightKg / goods.density) * 100) / 100) }
}

/** Set point of a reefer in degrees Celsius: frozen, chilled, or cool for medicine and chocolate. */
export const setPoint = (goods: Goods): number | null => {
  if (goods.box !== 'reefer40') return null
  if (goods.english.startsWith('FROZEN') || goods.hs === '210500' || goods.hs === '200410') return -18
  if (goods.hs === '080390') return 13
  if (goods.sector === 'medical' || goods.hs === '180690') return 15
  return 2
}

/** Words that say nothing about the goods, as the field files them. */
const VAGUE = {
  english: [
    'GENERAL MERCHANDISE',
    'GENERAL CARGO',
    'FREIGHT ALL KINDS',
    'PARTS',
    'CONSOLIDATED CARGO',
    'SAID TO CONTAIN MERCHANDISE',
    'DRY GOODS',
    'ACCESSORIES',
  ],
  spanish: [
    'MERCADERIA VARIADA',
    'MERCANCIA GENERAL',
    'CARGA GENERAL',
    'REPUESTOS',
    'ARTICULOS VARIOS',
    'CARGA CONSOLIDADA',
    'ACCESORIOS',
  ],
} as const

const DETAILS = {
  english: [
    '',
    '',
    '',
    ' ASSORTED MODELS',
    ' FOR RETAIL',
    ' AS PER INVOICE',
    ' NEW',
    ' GRADE A',
    ' SHIPPED ON PALLETS',
    ' FREIGHT PREPAID',
  ],
  spanish: [
    '',
    '',
    '',
    ' VARIOS MODELOS',
    ' SEGUN FACTURA',
    ' NUEVOS',
    ' PRIMERA CALIDAD',
    ' EN PALETAS',
    ' PARA REVENTA',
  ],
} as const

/** A description as a filer words it; about one in fourteen is vague, and few carry their HS code (1.3 %). */
export const describe = (random: Random, goods: Goods, language: 'english' | 'spanish'): string => {
  if (random.chance(0.06)) return random.pick(VAGUE[language])
  const used = /\b(USED|USAD[OA]S?|SCRAP|CHATARRA)\b/.test(goods[language])
  const text = goods[language] + (used ? '' : random.pick(DETAILS[language]))
  return random.chance(0.013) ? `${text} HS CODE ${goods.hs.slice(0, 4)}.${goods.hs.slice(4)}` : text
}
