import type { Fact, FactKey, FactSnapshot, MissingReason } from '#core/facts/catalogue'
import { FACT_KEYS } from '#core/facts/fact_kinds'
import { known, missing } from '#core/facts/fact'
import { Random } from '#database/seeders/demo/prng'

/** `complete` is `realistic` with nothing missing: what engines with two values, and the prototypes of PERFORMANCE.md, are asked. */
export type Workload = 'realistic' | 'complete' | 'one-ship' | 'adversarial'

/** Sizes of the worlds that values are drawn from; a few of each come often, the rest rarely (Zipf). */
export const SIZES = {
  countries: 200,
  places: 1000,
  vessels: 5000,
  headings: 5000,
  consignors: 60_000,
  consignees: 40_000,
  words: 4000,
  owners: 200,
}

/** Share of consignments without the fact, and why: HS is absent in most CUSCAR, the place of receipt in many. */
export const MISSING: Readonly<Partial<Record<FactKey, readonly [share: number, why: MissingReason]>>> = {
  'goods.hs': [0.7, 'not_filed'],
  'place.receipt': [0.25, 'not_filed'],
  'place.receipt.country': [0.25, 'not_filed'],
  'place.transhipment': [0.1, 'not_filed'],
  'place.delivery': [0.3, 'not_filed'],
  'place.origin.country': [0.8, 'not_carried'],
  'place.loading': [0.005, 'not_filed'],
  'place.loading.country': [0.005, 'not_filed'],
  'place.discharge': [0.002, 'not_filed'],
  'consignment.nature': [0.02, 'not_filed'],
  'consignment.grossWeightKg': [0.01, 'not_filed'],
  'consignment.packages': [0.02, 'not_filed'],
  'goods.description': [0.005, 'not_filed'],
  'consignor.key': [0.02, 'not_filed'],
  'consignor.address': [0.1, 'not_filed'],
  'consignor.country': [0.15, 'not_understood'],
  'consignee.key': [0.04, 'not_applicable'],
  'consignee.address': [0.1, 'not_filed'],
  'notify.name': [0.3, 'not_filed'],
  'equipment.payloadShare': [0.1, 'not_understood'],
  'equipment.numbers': [0.03, 'not_filed'],
  'conveyance.imo': [0.01, 'not_filed'],
  'filing.leadHours': [0.05, 'arrival_unknown'],
  'history.pair.count': [0.03, 'history_not_covered'],
  'history.consignor.count': [0.03, 'history_not_covered'],
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const letters = (index: number, length: number): string =>
  Array.from({ length }, (_, at) => LETTERS[Math.floor(index / 26 ** at) % 26]).join('')

export const country = (index: number): string => letters(index * 7 + 3, 2)
export const port = (index: number): string => `${country(index % SIZES.countries)}${letters(index * 11 + 5, 3)}`
/** Chapters are uneven: the first headings share a few. */
export const heading = (index: number): string => String(100_000 + ((index * 7919) % 900_000))
export const imo = (index: number): string => String(9_000_000 + index)
export const consignor = (index: number): string => `CO CONSIGNOR ${letters(index, 4)} ${index}`
export const consignee = (index: number): string => `JM CONSIGNEE ${letters(index, 4)} ${index}`
export const word = (index: number): string =>
  `${letters(index * 13 + 1, 3)}${letters(index, 2)}${index % 7 === 0 ? 'S' : ''}`
export const owner = (index: number): string => `${letters(index * 5 + 2, 3)}U`

/** Fact snapshots of invented consignments; the same seed gives the same. */
export const consignments = (seed: number, count: number, workload: Workload): readonly FactSnapshot[] => {
  const random = new Random(seed, 'consignments', workload)
  return Array.from({ length: count }, () => snapshot(random, workload))
}

/** On one ship a few ports, one vessel, one port of discharge: what is rare elsewhere is on every bill. */
const snapshot = (random: Random, workload: Workload): FactSnapshot => {
  const ship = workload === 'one-ship'
  const loading = ship ? random.int(140, 144) : random.zipf(SIZES.places)
  const receipt = random.chance(0.6) ? loading : ship ? random.int(140, 160) : random.zipf(SIZES.places)
  const weight = Math.round(10 ** random.between(1.5, 4.4))
  const values: Partial<Record<FactKey, unknown>> = {
    'consignment.nature': random.pick(['import', 'import', 'import', 'transit', 'transhipment', 'export']),
    'consignment.level': random.pick(['straight', 'straight', 'master', 'house']),
    'consignment.containerised': random.chance(0.9),
    'consignment.packages': Math.round(10 ** random.between(0, 3.3)),
    'consignment.grossWeightKg': weight,
    'consignment.revision': 1,
    'place.receipt': port(receipt),
    'place.receipt.country': port(receipt).slice(0, 2),
    'place.loading': port(loading),
    'place.loading.country': port(loading).slice(0, 2),
    'place.transhipment': Array.from({ length: random.int(0, 2) }, () => port(random.zipf(SIZES.places))),
    'place.discharge': port(ship ? 3 : random.zipf(12)),
    'place.discharge.country': port(0).slice(0, 2),
    'place.delivery': port(random.zipf(40)),
    'place.origin.country': country(random.zipf(SIZES.countries)),
    'goods.description': Array.from({ length: random.int(2, 10) }, () => word(random.zipf(SIZES.words))).join(' '),
    'goods.hs': Array.from({ length: random.int(1, 3) }, () => heading(random.zipf(SIZES.headings))),
    'consignor.key': consignor(ship ? random.int(0, SIZES.consignors - 1) : random.zipf(SIZES.consignors)),
    'consignor.country': country(random.zipf(SIZES.countries)),
    'consignor.address': address(random),
    'consignee.key': consignee(random.zipf(SIZES.consignees)),
    'consignee.address': address(random),
    'notify.name': consignee(random.zipf(SIZES.consignees)),
    'party.roles': ['consignor', 'consignee'],
    'equipment.numbers': Array.from(
      { length: random.int(1, 2) },
      () => `${owner(random.zipf(SIZES.owners))}${random.digits(7)}`
    ),
    'equipment.payloadShare': random.next() ** 2 * 1.2,
    'conveyance.imo': imo(ship ? 4321 : random.zipf(SIZES.vessels)),
    'conveyance.voyage': ship ? '118W' : random.digits(3),
    'filing.leadHours': random.between(-5, 400),
    'filing.amendments': random.zipf(6),
    'history.pair.count': random.zipf(60),
    'history.consignor.count': random.zipf(500),
    'history.consignee.count': random.zipf(500),
    'history.consignee.lastSeenDays': random.int(1, 700),
  }
  return Object.fromEntries(
    FACT_KEYS.map((key) => [key, fact(random, key, values[key], workload)])
  ) as unknown as FactSnapshot
}

const fact = (random: Random, key: FactKey, value: unknown, workload: Workload): Fact<unknown> => {
  const [share, why] = (workload === 'complete' ? undefined : MISSING[key]) ?? [0, 'not_filed']
  if (value === undefined) return missing('not_applicable')
  return random.chance(share) ? missing(why) : known(value, [key])
}

const address = (random: Random): string =>
  `${random.int(1, 400)} ${word(random.zipf(300))} ${random.pick(['ROAD', 'STREET', 'AVENUE'])}, ${
    random.chance(0.05) ? `P.O. BOX ${random.int(1, 900)}, ` : ''
  }${word(random.zipf(200))}`
