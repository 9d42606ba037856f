import { HOUR } from '#core/kernel/instant'
import type { DemoAdministration } from './traffic.js'

/** A weekly liner service of invented carriers and ships. */
export interface Service {
  readonly key: string
  /** Position among its country's services. */
  readonly slot: number
  readonly carrier: string
  readonly port: string
  readonly previousPort: string
  readonly origins: readonly string[]
  /** Relative number of consignments. */
  readonly size: number
  /** Latest arrival against `now`, or `null` for its place in the week. */
  readonly phase: number | null
  /** Share of the month's consignments on the latest call, where a story fixes it. */
  readonly share: number | null
  readonly ship: { readonly name: string; readonly imo: string; readonly flag: string } | null
  readonly berth: string | null
  readonly voyageBase: number
  readonly voyage: (number: number) => string
  /** The latest call has no filing at all. */
  readonly silent: boolean
}

const LANES = {
  asia: ['CN', 'CN', 'CN', 'CN', 'KR', 'TW', 'VN', 'JP', 'IN'],
  europe: ['DE', 'NL', 'ES', 'IT', 'GB', 'TR', 'FR'],
  florida: ['US'],
  gulf: ['US', 'US', 'MX'],
  caribbean: ['TT', 'DO', 'GY', 'CO'],
  south: ['BR', 'BR', 'CO', 'CL', 'PE', 'EC'],
  isthmus: ['PA', 'CR', 'CO', 'MX', 'GT'],
} as const
type Lane = keyof typeof LANES

const padded = (number: number): string => String(number).padStart(3, '0')

/** name, IMO, flag, hours from now, origin lane, previous port, voyage, berth: the named ships at Kingston. */
// prettier-ignore
const KINGSTON = [
  ['TAMARIND BAY', '9990129', 'MT', -0.67, 'caribbean', 'DOCAU', 612, 'N', 'Berth 11', 3],
  ['NORDVIK BAY', '9991458', 'LR', 1.9, 'europe', 'BEANR', 88, 'W', 'Berth 8', 6],
  ['CORAL ESTAFETA', '9987330', 'PA', 4.33, 'isthmus', 'MXZLO', 247, 'E', 'Berth 9', 4],
  ['LADY ISOLDE', '9993080', 'MH', 9.08, 'florida', 'USSAV', 114, 'S', 'Berth 10', 5],
  ['QUETZAL TRADER', '9982108', 'PA', 14.63, 'isthmus', 'GTPBR', 31, 'E', 'Berth 8', 3],
  ['SOL DE PARIA', '9983774', 'LR', 17.5, 'caribbean', 'TTPOS', 71, 'N', 'Berth 7', 2],
  ['HAN RIVER GLORY', '9994773', 'SG', 21.17, 'asia', 'KRPUS', 417, 'E', 'Berth 11', 9],
  ['KESTREL SOUND', '9984417', 'MT', 23, 'florida', 'USPEF', 12, 'S', 'Berth 10', 3],
  ['NORTHERN CELEBRATION', '9988566', 'LR', 47.8, 'south', 'VEPBL', 903, 'N', 'Berth 9', 6],
  ['BRISA DEL ESTE', '9985198', 'PA', 49.5, 'caribbean', 'DOHAI', 340, 'N', 'Berth 7', 3],
  ['ALBA SERRANA', '9995612', 'PT', 52.25, 'europe', 'ESALG', 226, 'W', 'Berth 8', 6],
  ['MERIDIAN SPRITE', '9986049', 'PA', 11.5, 'caribbean', 'HTPAP', 55, 'S', 'Berth 7', 2],
  ['PETREL CHANNEL', '9997206', 'MH', 38, 'caribbean', 'GYGEO', 18, 'N', 'Berth 7', 1],
] as const
const SILENT = new Set(['MERIDIAN SPRITE', 'PETREL CHANNEL'])
const OCEAN_CARRIERS = ['NRCL', 'CBSL', 'MQLN', 'ATLV', 'KSTL', 'PLML'] as const

const named: readonly Service[] = KINGSTON.map(
  ([name, imo, flag, hours, lane, previousPort, base, direction, berth, size], slot) => ({
    key: `JM-${name}`,
    slot,
    carrier: name === 'NORTHERN CELEBRATION' ? 'NRCL' : (OCEAN_CARRIERS[slot % OCEAN_CARRIERS.length] ?? 'NRCL'),
    port: 'JMKIN',
    previousPort,
    origins: LANES[lane],
    size,
    phase: Math.round(hours * 60) * (HOUR / 60),
    share: name === 'NORTHERN CELEBRATION' ? 0.07 : null,
    ship: { name, imo, flag },
    berth,
    voyageBase: base,
    voyage: (number) => `${padded(number)}${direction}`,
    silent: SILENT.has(name),
  })
)

const regular = (
  administration: DemoAdministration,
  slot: number,
  rest: {
    readonly carrier: string
    readonly port: string
    readonly lane: Lane
    readonly previousPort: string
    readonly size: number
    readonly silent?: boolean
  }
): Service => ({
  key: `${administration}-${slot}`,
  slot,
  carrier: rest.carrier,
  port: rest.port,
  previousPort: rest.previousPort,
  origins: LANES[rest.lane],
  size: rest.size,
  phase: null,
  share: null,
  ship: null,
  berth: null,
  voyageBase: (slot * 137 + 211) % 1000,
  voyage: voyageStyle(slot),
  silent: rest.silent ?? false,
})

/** Voyage texts as differently written as the field writes them. */
const voyageStyle = (slot: number): ((number: number) => string) => {
  const direction = 'NSEW'[slot % 4] ?? 'N'
  if (slot % 5 === 3) return (number) => `0${padded(number)}-${padded((number * 7 + slot) % 400)}${direction}`
  if (slot % 5 === 4) return (number) => `SV${slot} ${padded(number)}/26`
  return (number) => `${padded(number)}${direction}${slot % 7 === 0 ? 'A' : ''}`
}

// prettier-ignore
const LANE_ROWS: readonly (readonly [Lane, string, number])[] = [
  ['asia', 'MXZLO', 9], ['florida', 'USPEF', 7], ['europe', 'DOCAU', 4], ['gulf', 'USHOU', 5], ['south', 'COCTG', 4],
  ['asia', 'PABLB', 6], ['isthmus', 'PAMIT', 3], ['florida', 'USMIA', 5], ['caribbean', 'DOHAI', 2],
]
const GT_PORTS = ['GTPRQ', 'GTSTC', 'GTPRQ', 'GTSTC', 'GTPBR'] as const

const guatemala = Array.from({ length: 24 }, (_, slot) => {
  const [lane, previousPort, size] = LANE_ROWS[slot % LANE_ROWS.length] ?? ['asia', 'MXZLO', 5]
  return regular('GT', slot, {
    carrier: OCEAN_CARRIERS[(slot * 5) % OCEAN_CARRIERS.length] ?? 'NRCL',
    port: GT_PORTS[slot % GT_PORTS.length] ?? 'GTPRQ',
    lane,
    previousPort,
    size,
    silent: slot === 6,
  })
})

const jamaica = Array.from({ length: 11 }, (_, at) => {
  const slot = at + named.length
  const [lane, previousPort, size] = LANE_ROWS[at % LANE_ROWS.length] ?? ['asia', 'MXZLO', 5]
  const carrier = OCEAN_CARRIERS[at % OCEAN_CARRIERS.length] ?? 'NRCL'
  return regular('JM', slot, { carrier, port: at % 5 === 4 ? 'JMMBJ' : 'JMKIN', lane, previousPort, size })
})

export const SERVICES: Readonly<Record<DemoAdministration, readonly Service[]>> = {
  GT: guatemala,
  JM: [...named, ...jamaica],
}
