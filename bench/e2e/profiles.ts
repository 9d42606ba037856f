import type { FactKey } from '#core/facts/catalogue'
import { THREATS } from '#core/indicators/definition'
import type { Condition, ConditionValue, Operator, ProfileDocument } from '#core/profiles/document'
import { SECTORS, goodsFrom } from '#database/seeders/demo/goods'
import { PORTS } from '#database/seeders/demo/ports'
import type { Random } from '#database/seeders/demo/prng'

type Asked = Pick<Extract<Condition, { kind: 'fact' }>, 'fact' | 'operator' | 'value'>

/** Profiles as officers write them, about the lanes and goods of the corpus: two to four conditions, one of them with points. */
export function drawProfile(random: Random): ProfileDocument {
  const origin = random.pick(Object.keys(PORTS))
  const [goods] = goodsFrom(origin)
  const words = (goods?.english ?? SECTORS[0]).toUpperCase().split(' ')
  const first = random.pick<Asked>([
    ask('place.loading', 'is_one_of', PORTS[origin]!.slice(0, 2)),
    ask('place.loading.country', 'is', origin),
    ask('goods.description', 'contains_word', [random.pick(words)]),
    ask('goods.hs', 'starts_with', `${random.int(10, 97)}${random.int(10, 99)}`),
    ask('consignee.key', 'is', `CONSIGNEE ${random.int(1, 5000)}`),
    ask('equipment.numbers', 'starts_with', `${random.pick(['MSKU', 'TGHU', 'CMAU', 'HLXU'])}${random.int(1, 9)}`),
  ])
  const others = Array.from({ length: random.int(1, 3) }, () => narrowing(random))
  const weighs = random.int(0, others.length)
  const points = random.int(2, 8) * 5
  return {
    threat: random.pick(THREATS),
    all: [first, ...others].map((each, at) => ({
      kind: 'fact' as const,
      ...each,
      id: `c${at}`,
      points: at === weighs ? points : 0,
    })),
    any: [],
    adds: [],
  }
}

const ask = (fact: FactKey, operator: Operator, value: ConditionValue): Asked => ({ fact, operator, value })

const narrowing = (random: Random): Asked =>
  random.pick<Asked>([
    ask('consignment.nature', 'is', 'import'),
    ask('consignment.grossWeightKg', random.chance(0.5) ? 'is_over' : 'is_under', random.int(50, 22_000)),
    ask('consignment.packages', 'is_over', random.int(2, 1500)),
    ask('history.pair.count', 'is_under', random.int(1, 5)),
    ask('history.consignee.count', 'is_under', random.int(1, 20)),
    ask('filing.leadHours', 'is_under', random.int(12, 96)),
    ask('equipment.payloadShare', 'is_under', random.int(1, 9) / 10),
    ask('consignee.address', 'is_filed', false),
  ])
