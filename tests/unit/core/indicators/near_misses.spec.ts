import { test } from '@japa/runner'
import type { FactSnapshot } from '#core/facts/catalogue'
import { deriveFacts } from '#core/facts/derive'
import { factReader, known, missing } from '#core/facts/fact'
import { argumentsOf } from '#core/indicators/arguments'
import type { Verdict } from '#core/indicators/definition'
import { builtinRegistry } from '#core/indicators/registry'
import { ExactIndex } from '#core/matching/exact_index'
import { FILED_AT, fixtureLists, northernCelebrationSource } from '#tests/support/fixtures/northern_celebration'

const base = deriveFacts(northernCelebrationSource())
const ask = (code: string, change: Partial<FactSnapshot>): Verdict => {
  const definition = builtinRegistry.latest(code)
  if (definition === null) throw new Error(code)
  const args = argumentsOf(definition, {})
  return definition.assess({
    facts: factReader({ ...base, ...change }),
    args,
    lists: fixtureLists,
    watchLists: new ExactIndex([]).at(FILED_AT),
  })
}
const text = (value: string) => known(value, ['items.0.description'])

test.group('Indicators, cases that nearly are', () => {
  test('a cover load from elsewhere is clear, from an unknown country unknown', ({ assert }) => {
    const goods = { 'goods.description': text('FRESH BANANAS') }
    const nowhere = { 'place.receipt.country': missing('not_filed'), 'place.loading.country': missing('not_filed') }
    assert.equal(ask('C01', goods).is, 'unknown')
    assert.equal(ask('C01', { ...goods, 'place.origin.country': known('PE', []) }).is, 'clear')
    assert.deepEqual(ask('C01', { ...goods, ...nowhere }), {
      is: 'unknown',
      missing: 'place.receipt.country',
      why: 'not_filed',
    })
  })

  test('a cover load of any origin needs no country; an HS code is enough', ({ assert }) => {
    assert.equal(ask('C01', { 'goods.description': text('Lump charcoal in bags') }).is, 'hit')
    assert.equal(ask('C01', { 'goods.description': missing('not_filed'), 'goods.hs': known(['690721'], []) }).is, 'hit')
    assert.equal(
      ask('C01', { 'goods.description': text('STILES OF WOOD'), 'place.origin.country': known('PE', []) }).is,
      'clear'
    )
  })

  test('one untyped container among several leaves the question open', ({ assert }) => {
    const goods = { 'goods.description': text('CERAMIC TILES') }
    assert.equal(ask('C10', { ...goods, 'equipment.groups': known(['dry', ''], []) }).is, 'unknown')
    assert.equal(ask('C10', { ...goods, 'equipment.groups': known(['', 'reefer'], []) }).is, 'hit')
    assert.equal(ask('C10', { ...goods, 'equipment.groups': known(['dry', 'dry'], []) }).is, 'clear')
  })

  test('a port without a code among the transhipments leaves the question open', ({ assert }) => {
    assert.equal(ask('R03', { 'place.transhipment': known(['PAMIT', ''], []) }).is, 'unknown')
    assert.equal(ask('R03', { 'place.transhipment': known(['', 'VEPBL'], []) }).is, 'hit')
    assert.equal(ask('R03', { 'place.transhipment': known([], []) }).is, 'clear')
  })

  test('63 % is not under 63 %, and light goods are light', ({ assert }) => {
    assert.equal(ask('E01', { 'equipment.payloadShare': known(0.63, []) }).is, 'clear')
    assert.equal(ask('E01', { 'equipment.payloadShare': known(0.629, []) }).is, 'hit')
    assert.equal(ask('E01', { 'goods.description': text('POLYSTYRENE FOAM BOARDS') }).is, 'clear')
    assert.equal(ask('E01', { 'equipment.payloadShare': missing('not_applicable') }).is, 'unknown')
  })

  test('a first consignment between two is not yet one-to-one', ({ assert }) => {
    assert.equal(
      ask('P08', { 'history.pair.count': known(0, []), 'history.consignee.consignors': known(0, []) }).is,
      'clear'
    )
    assert.equal(ask('P08', { 'history.pair.count': known(1, []) }).is, 'clear')
    assert.equal(ask('P08', { 'history.consignor.consignees': known(2, []) }).is, 'clear')
  })

  test('consolidation words are vague on a house and not on a master', ({ assert }) => {
    const goods = { 'goods.description': text('CONSOLIDATED CARGO') }
    assert.equal(ask('C02', { ...goods, 'consignment.level': known('house', []) }).is, 'hit')
    assert.equal(ask('C02', { ...goods, 'consignment.level': known('master', []) }).is, 'clear')
    assert.equal(
      ask('C02', { 'goods.description': text('GENERAL MERCHANDISE'), 'consignment.level': known('master', []) }).is,
      'hit'
    )
  })

  test('late filing costs more the later it is', ({ assert }) => {
    const weight = (hours: number) => {
      const verdict = ask('D01', { 'filing.leadHours': known(hours, []), 'filing.deadlineHours': known(24, []) })
      return verdict.is === 'hit' ? verdict.weight : verdict.is
    }
    assert.deepEqual(
      [24, 23.9999, 12, 0, -5].map(weight).map((each) => (typeof each === 'number' ? Math.round(each * 20) : each)),
      ['clear', 5, 13, 20, 20]
    )
  })

  test('after take-off it counts from there, and the journey that is left says how late it is', ({ assert }) => {
    const after = (minutes: number | null, lead: number | null) =>
      ask('D01', {
        'filing.graceHours': known(0.25, []),
        'filing.deadlineHours': missing('not_applicable'),
        'filing.sinceDepartureHours': minutes === null ? missing('departure_unknown') : known(minutes / 60, []),
        'filing.leadHours': lead === null ? missing('arrival_unknown') : known(lead, []),
      })
    const points = (minutes: number, lead: number | null) => {
      const verdict = after(minutes, lead)
      return verdict.is === 'hit' ? Math.round(verdict.weight! * 20) : verdict.is
    }
    assert.deepEqual(
      [points(-30, 2), points(15, 1), points(16, 1), points(75, 1), points(200, -1), points(75, null)],
      ['clear', 'clear', 5, 13, 20, 5]
    )
    assert.deepEqual(after(null, 2), {
      is: 'unknown',
      missing: 'filing.sinceDepartureHours',
      why: 'departure_unknown',
    })
  })

  test('a named notify party makes "to order" ordinary; a household that moves sends to itself', ({ assert }) => {
    const toOrder = { 'consignee.name': known('TO ORDER OF BANCO DEL SUR', []) }
    assert.equal(ask('P13', { ...toOrder, 'party.roles': known(['consignor', 'consignee', 'notify'], []) }).is, 'clear')
    assert.equal(ask('P13', { ...toOrder, 'party.roles': known(['consignor', 'consignee'], []) }).is, 'hit')
    const self = { 'consignee.name': known('Cerámicas Alto Nare', []) }
    assert.equal(ask('P22', { ...self, 'goods.description': text('USED HOUSEHOLD GOODS') }).is, 'clear')
    assert.equal(ask('P22', { ...self, 'goods.description': missing('not_filed') }).is, 'unknown')
  })

  test('a named party without a name is unknown to the watch list', ({ assert }) => {
    const definition = builtinRegistry.latest('P02')
    const entry = {
      id: '1',
      list: 'demo',
      edition: 1,
      kind: 'name' as const,
      value: 'Nobody',
      reason: '',
      validFrom: null,
      validUntil: null,
    }
    const watchLists = new ExactIndex([entry]).at(FILED_AT)
    const asked = (change: Partial<FactSnapshot>) =>
      definition?.assess({ facts: factReader({ ...base, ...change }), args: {}, lists: fixtureLists, watchLists }).is
    assert.equal(asked({}), 'clear')
    assert.equal(asked({ 'consignee.name': missing('not_filed') }), 'unknown')
    assert.equal(asked({ 'party.roles': known(['consignor', 'consignee', 'notify'], []) }), 'unknown')
  })
})
