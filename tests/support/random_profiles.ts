import fc from 'fast-check'
import type { FactKey, FactSnapshot, MissingReason } from '#core/facts/catalogue'
import { deriveFacts } from '#core/facts/derive'
import { FACT_KEYS, FACT_KINDS } from '#core/facts/fact_kinds'
import { BUILTIN_INDICATORS } from '#core/indicators/builtin/main'
import { THREATS } from '#core/indicators/definition'
import { indicatorCondition } from '#core/profiles/condition'
import type { Condition, ConditionValue, FactCondition, Operator, ProfileRevision } from '#core/profiles/document'
import { OPERATORS } from '#core/profiles/operators/main'
import { INDICATOR_CASES } from './fixtures/indicator_cases.js'
import { northernCelebrationSource } from './fixtures/northern_celebration.js'

const snapshots = [{}, ...Object.values(INDICATOR_CASES).flatMap((each) => [each.hit, each.clear])].map((change) =>
  deriveFacts(northernCelebrationSource(change))
)
const WHYS: readonly MissingReason[] = [
  'not_filed',
  'not_carried',
  'not_understood',
  'arrival_unknown',
  'history_not_covered',
  'no_reference',
  'not_applicable',
]

/** What real consignments say under each fact, so that conditions hit about as often as they miss. */
const seen = new Map<FactKey, readonly (string | number | boolean)[]>(
  FACT_KEYS.map((key) => [
    key,
    [
      ...new Set(
        snapshots.flatMap((snapshot) => {
          const fact = snapshot[key]
          return fact.known ? [fact.value].flat() : []
        })
      ),
    ],
  ])
)

const ODD = [
  '',
  ' ',
  'x',
  'É',
  "O'NEIL",
  'Ceramic  floor tiles',
  'tiles 60x60',
  'Сеул',
  'ﬁsh ﬂour',
  'A=\u0338B',
  'co ',
  ' CO',
] as const
const text = (key: FactKey) =>
  fc.oneof(fc.constantFrom(...(seen.get(key) ?? []).map(String), 'x'), fc.constantFrom(...ODD))
const figure = fc.oneof(fc.integer({ min: -2, max: 40 }), fc.double({ noNaN: true, min: -10, max: 40000 }))

/** Facts of a consignment: real ones of which some are gone, have gaps, or say something else. */
export const randomFacts: fc.Arbitrary<FactSnapshot> = fc
  .tuple(
    fc.constantFrom(...snapshots),
    fc.dictionary(fc.constantFrom(...FACT_KEYS), fc.constantFrom(...WHYS), { maxKeys: 8 }),
    fc.array(
      fc.constantFrom(...FACT_KEYS).chain((key) => changed(key).map((value) => [key, value] as const)),
      { maxLength: 6 }
    )
  )
  .map(([snapshot, gone, changes]) => {
    const missing = Object.entries(gone).map(([key, why]) => [key, { known: false, why }])
    const said = changes.map(([key, value]) => [key, { known: true, value, from: [`there.${key}`] }])
    return { ...snapshot, ...Object.fromEntries([...said, ...missing]) }
  })

const changed = (key: FactKey): fc.Arbitrary<unknown> => {
  const { kind } = FACT_KINDS[key]
  if (kind === 'number' || kind === 'date') return figure
  if (kind === 'flag') return fc.boolean()
  return kind === 'list' ? fc.array(text(key), { maxLength: 4 }) : text(key)
}

const factCondition = fc
  .constantFrom(...FACT_KEYS)
  .chain((fact) =>
    fc
      .constantFrom(...operatorsOf(fact))
      .chain((operator) => valueFor(fact, operator).map((value) => ({ fact, operator, value })))
  )
  .map((asked): Omit<FactCondition, 'points'> => ({ id: '', kind: 'fact', ...asked }))

const operatorsOf = (fact: FactKey): readonly Operator[] =>
  (Object.keys(OPERATORS) as Operator[]).filter((operator) => OPERATORS[operator].kinds.includes(FACT_KINDS[fact].kind))

const valueFor = (fact: FactKey, operator: Operator): fc.Arbitrary<ConditionValue> => {
  const { kind } = FACT_KINDS[fact]
  if (operator === 'is_filed' || kind === 'flag') return fc.boolean()
  if (kind === 'number' || kind === 'date') return fc.oneof(figure, ...numbersOf(fact))
  const part = fc.tuple(text(fact), fc.nat(6), fc.nat(12)).map(([of, from, to]) => of.slice(from % 3, to + 1))
  const wanted = operator === 'starts_with' || operator === 'contains_word' ? fc.oneof(part, text(fact)) : text(fact)
  const several = fc.array(wanted, { minLength: 1, maxLength: 3 })
  const { takes } = OPERATORS[operator]
  return takes.includes('list') ? (takes.includes('text') ? fc.oneof(wanted, several) : several) : wanted
}

const numbersOf = (fact: FactKey) => {
  const numbers = (seen.get(fact) ?? []).filter((each) => typeof each === 'number')
  return numbers.length > 0 ? [fc.constantFrom(...numbers)] : []
}

const condition: fc.Arbitrary<Condition> = fc
  .tuple(
    fc.oneof(
      { weight: 4, arbitrary: factCondition },
      {
        weight: 1,
        arbitrary: fc.constantFrom(...BUILTIN_INDICATORS).map((definition) => indicatorCondition(definition)),
      }
    ),
    fc.oneof(fc.constant(0), fc.integer({ min: -40, max: 80 })),
    fc.option(fc.boolean(), { freq: 5, nil: undefined })
  )
  .map(([asked, points, hard]) => ({ ...asked, points, ...(hard !== undefined && { hard }) }))

/** Profiles of all operators and indicators, of which several ask the same. */
export const randomProfiles: fc.Arbitrary<readonly ProfileRevision[]> = fc
  .array(condition, { minLength: 3, maxLength: 12 })
  .chain((pool) => {
    const some = (maxLength: number) => fc.array(fc.constantFrom(...pool), { maxLength })
    return fc.array(fc.tuple(fc.constantFrom(...THREATS), some(3), some(3), some(4)), { minLength: 1, maxLength: 12 })
  })
  .map((profiles) =>
    profiles.map(([threat, ...blocks], at) => {
      const [all = [], any = [], adds = []] = blocks.map((block, of) =>
        block.map((each, index) => ({ ...each, id: `${of}.${index}` }))
      )
      return { id: `r${at}`, profile: `p${at}`, name: '', revision: 1, document: { threat, all, any, adds } }
    })
  )
