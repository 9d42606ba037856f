import type { FactKey } from '#core/facts/catalogue'
import { THREATS } from '#core/indicators/definition'
import type { Condition, ConditionValue, Operator, ProfileRevision } from '#core/profiles/document'
import { Random } from '#database/seeders/demo/prng'
import { consignee, consignor, country, heading, imo, owner, port, SIZES, word, type Workload } from './consignments.js'

type Asked = Omit<Extract<Condition, { kind: 'fact' }>, 'id' | 'points'>

const ask = (fact: FactKey, operator: Operator, value: ConditionValue): Asked => ({
  kind: 'fact',
  fact,
  operator,
  value,
})

/** Share of constants drawn as traffic draws its values, so that profiles are hit about as often as PERFORMANCE.md 1.1 saw it. */
const COMMON = 0.15

/** Profiles of PERFORMANCE.md 1.1: constants mostly rare, order of conditions random, one in eight with an `any` besides. */
export const profiles = (seed: number, count: number, workload: Workload): readonly ProfileRevision[] => {
  const random = new Random(seed, 'profiles', workload === 'adversarial' ? 'broad' : 'rare')
  return Array.from({ length: count }, (_, at) => {
    const all = workload === 'adversarial' ? broad(random) : rare(random)
    const any = workload !== 'adversarial' && random.chance(0.12) ? [extra(random), extra(random)] : []
    shuffle(random, all)
    return revision(random, at, all, any)
  })
}

/** One of its conditions gives points, the others select. */
const revision = (random: Random, at: number, all: readonly Asked[], any: readonly Asked[]): ProfileRevision => {
  const weighs = random.int(0, all.length - 1)
  const points = random.int(2, 12) * 5
  return {
    id: `r${at}`,
    profile: `p${at}`,
    name: `Profile ${at}`,
    revision: 1,
    document: {
      threat: random.pick(THREATS),
      all: all.map((each, index) => ({ ...each, id: `all${index}`, points: index === weighs ? points : 0 })),
      any: any.map((each, index) => ({ ...each, id: `any${index}`, points: 0 })),
      adds: [],
    },
  }
}

const index = (random: Random, size: number): number =>
  random.chance(COMMON)
    ? random.zipf(size)
    : Math.max(Math.floor(size / 100), random.int(0, size - 1) >> random.int(0, 2))
const some = <T>(random: Random, most: number, draw: () => T): T[] => Array.from({ length: random.int(1, most) }, draw)

/** Two to five conditions, 3.38 on average: what finds the profile, and what narrows it. */
const rare = (random: Random): Asked[] => {
  const found = finding(random)
  const length = random.weighted(LENGTHS).length
  while (found.length < length) {
    const more = extra(random)
    if (!found.some(({ fact }) => fact === more.fact)) found.push(more)
  }
  return found
}

const LENGTHS = [
  { length: 2, weight: 21 },
  { length: 3, weight: 36 },
  { length: 4, weight: 29 },
  { length: 5, weight: 14 },
]

const finding = (random: Random): Asked[] => {
  const kind = random.int(1, 100)
  const place = () => port(index(random, SIZES.places))
  const from = () => country(index(random, SIZES.countries))
  const goods = () => heading(index(random, SIZES.headings))
  if (kind <= 22) {
    return random.chance(0.6)
      ? [ask('consignor.key', 'is', consignor(index(random, SIZES.consignors)))]
      : [ask('consignee.key', 'is', consignee(index(random, SIZES.consignees)))]
  }
  if (kind <= 50) {
    return [
      oneOf(random, 'place.loading.country', from),
      ask('goods.hs', 'starts_with', goods().slice(0, random.pick([4, 4, 6]))),
      ...(random.chance(0.3) ? [ask('history.pair.count', 'is_under', 1)] : []),
    ]
  }
  if (kind <= 66) {
    const words = some(random, 4, () => phrase(random))
    return [
      ask('goods.description', 'contains_word', words),
      random.chance(0.5) ? oneOf(random, 'place.loading', place) : oneOf(random, 'place.loading.country', from),
    ]
  }
  if (kind <= 82) {
    return [
      oneOf(random, random.chance(0.8) ? 'place.loading' : 'place.transhipment', place),
      ask('consignment.containerised', 'is', random.chance(0.8)),
    ]
  }
  if (kind <= 90) {
    return [
      ask('goods.hs', 'starts_with', goods().slice(0, 4)),
      ask('equipment.payloadShare', random.chance(0.5) ? 'is_under' : 'is_over', random.next() ** 2),
      oneOf(random, 'place.loading.country', from),
    ]
  }
  if (kind <= 95) return [ask('conveyance.imo', 'is', imo(index(random, SIZES.vessels)))]
  if (kind <= 98) return [ask('equipment.numbers', 'starts_with', owner(index(random, SIZES.owners)))]
  return [
    ask('consignee.address', 'matches', `p\\.? ?o\\.? ?box ${random.int(1, 9)}`),
    oneOf(random, 'place.loading.country', from),
  ]
}

const oneOf = (random: Random, fact: FactKey, draw: () => string): Asked => {
  const values = random.chance(0.3) ? some(random, 3, draw) : draw()
  return ask(fact, Array.isArray(values) ? 'is_one_of' : 'is', values)
}

const phrase = (random: Random): string =>
  random.chance(0.3)
    ? `${word(index(random, SIZES.words))} ${word(random.zipf(SIZES.words))}`
    : word(index(random, SIZES.words))

/** What many consignments meet: it narrows and does not find. */
const extra = (random: Random): Asked => {
  switch (random.int(1, 8)) {
    case 1:
      return ask('consignment.nature', random.chance(0.7) ? 'is' : 'is_not', 'import')
    case 2:
      return ask('consignment.grossWeightKg', random.chance(0.5) ? 'is_over' : 'is_under', random.int(50, 22_000))
    case 3:
      return ask('history.consignor.count', 'is_under', random.int(1, 40))
    case 4:
      return ask('filing.leadHours', 'is_under', random.int(10, 300))
    case 5:
      return ask('consignment.packages', random.chance(0.5) ? 'is_over' : 'is_under', random.int(2, 1500))
    case 6:
      return ask('place.discharge', 'is', port(random.zipf(12)))
    case 7:
      return ask('consignee.address', 'is_filed', random.chance(0.7))
    default:
      return ask('history.consignee.lastSeenDays', 'is_over', random.int(10, 690))
  }
}

/** Nothing to be found by: figures, flags and values that are on every second bill. */
const broad = (random: Random): Asked[] =>
  Array.from({ length: random.int(5, 8) }, () =>
    random.chance(0.75)
      ? extra(random)
      : random.chance(0.5)
        ? ask(
            'place.loading.country',
            'is_none_of',
            some(random, 3, () => country(random.zipf(6)))
          )
        : ask('consignment.level', 'is', random.pick(['straight', 'house', 'master']))
  )

const shuffle = (random: Random, list: unknown[]): void => {
  for (let at = list.length - 1; at > 0; at--) {
    const other = random.int(0, at)
    ;[list[at], list[other]] = [list[other], list[at]]
  }
}
