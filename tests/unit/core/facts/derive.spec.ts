import { test } from '@japa/runner'
import type { Consignment } from '#core/cargo/consignment'
import { deriveFacts, type FactSource } from '#core/facts/derive'
import { FACT_KEYS } from '#core/facts/fact_kinds'
import { historyWindowStart } from '#core/facts/window'
import { HOUR } from '#core/kernel/instant'
import { canonicalJson } from '#core/assessment/canonical'
import {
  FILED_AT,
  fullHistory,
  neverSeen,
  northernCelebration,
  northernCelebrationSource,
} from '#tests/support/fixtures/northern_celebration'

const { places, parties, items, equipment } = northernCelebration
const derived = (change: Partial<FactSource> = {}) => deriveFacts(northernCelebrationSource(change))
const of = (change: Partial<Consignment>) => derived({ consignment: { ...northernCelebration, ...change } })

test.group('Facts', () => {
  test('every fact of the catalogue is answered, as plain JSON', ({ assert }) => {
    const facts = derived()
    assert.sameMembers(Object.keys(facts), [...FACT_KEYS])
    assert.deepEqual(JSON.parse(canonicalJson(facts)), facts)
  })

  test('no place stands in for another', ({ assert }) => {
    for (const name of ['receipt', 'loading', 'discharge', 'delivery'] as const) {
      const facts = of({ places: { ...places, delivery: places.discharge, [name]: null } })
      assert.deepEqual(facts[`place.${name}`], { known: false, why: 'not_filed' })
      assert.deepEqual(facts[`place.${name}.country`], { known: false, why: 'not_filed' })
    }
  })

  test('a place by name only was filed and not understood', ({ assert }) => {
    const facts = of({ places: { ...places, receipt: { code: null, name: 'Medellin', country: null } } })
    assert.deepEqual(facts['place.receipt.country'], { known: false, why: 'not_understood' })
  })

  test('no transhipment is known only where always filed', ({ assert }) => {
    const none = { consignment: { ...northernCelebration, places: { ...places, transhipment: [] } } }
    assert.deepEqual(derived(none)['place.transhipment'], { known: false, why: 'not_filed' })
    assert.deepEqual(derived({ ...none, alwaysFiled: new Set(['place.transhipment']) })['place.transhipment'], {
      known: true,
      value: [],
      from: [],
    })
    assert.deepEqual(derived({ ...none, notCarried: new Set(['place.transhipment']) })['place.transhipment'], {
      known: false,
      why: 'not_carried',
    })
  })

  test('the stated gross weight goes before the items, which count only when complete', ({ assert }) => {
    const [item] = items
    const two = [
      { ...item!, grossWeightKg: 100 },
      { ...item!, grossWeightKg: 50 },
    ]
    const none = { grossWeightKg: null, packages: null, volumeM3: null }
    assert.deepEqual(of({ items: two })['consignment.grossWeightKg'], {
      known: true,
      value: 14_880,
      from: ['totals.grossWeightKg'],
    })
    assert.deepEqual(of({ items: two, totals: none })['consignment.grossWeightKg'], {
      known: true,
      value: 150,
      from: ['items.0.grossWeightKg', 'items.1.grossWeightKg'],
    })
    const gap = [two[0]!, { ...item!, grossWeightKg: null }]
    assert.deepEqual(of({ items: gap, totals: none })['consignment.grossWeightKg'], { known: false, why: 'not_filed' })
  })

  test('the payload share needs every type, and means nothing for shared or empty boxes and loose cargo', ({
    assert,
  }) => {
    const [box] = equipment
    const share = (facts: ReturnType<typeof derived>) => {
      const fact = facts['equipment.payloadShare']
      return fact.known ? Math.round(fact.value * 1000) / 1000 : fact.why
    }
    assert.equal(share(derived()), 0.504)
    assert.equal(share(of({ equipment: [box!, { ...box!, number: 'NRCU4832088' }] })), 0.252)
    assert.equal(share(of({ equipment: [box!, { ...box!, sizeType: null, sizeTypeAsFiled: null }] })), 'not_filed')
    assert.equal(share(of({ equipment: [{ ...box!, sizeType: null, sizeTypeAsFiled: 'XXXX' }] })), 'not_understood')
    assert.equal(share(of({ equipment: [{ ...box!, sizeType: '99Z9' }] })), 'no_reference')
    assert.equal(share(of({ equipment: [{ ...box!, fullness: 'empty' }] })), 'not_applicable')
    assert.equal(share(derived({ sharedContainers: new Set(['NRCU4832072']) })), 'not_applicable')
    assert.equal(share(of({ equipment: [], containerised: false })), 'not_applicable')
    assert.equal(share(of({ equipment: [] })), 'not_filed')
  })

  test('identifiers and contacts are normalised, distinct and traced', ({ assert }) => {
    const identifiers = [
      { type: 'TRN', value: '123-456' },
      { type: 'TRN', value: '123 456' },
    ]
    const contacts = [{ type: 'email' as const, value: 'A@B.example' }]
    const facts = of({
      parties: parties.map((party) => (party.role === 'consignee' ? { ...party, identifiers, contacts } : party)),
    })
    assert.deepEqual(facts['party.identifiers'], { known: true, value: ['123456'], from: ['parties.1.identifiers.0'] })
    assert.deepEqual(facts['party.contacts'], { known: true, value: ['a@b.example'], from: ['parties.1.contacts.0'] })
    assert.deepEqual(derived()['party.identifiers'], { known: false, why: 'not_carried' })
  })

  test('without a call nothing of the arrival is known', ({ assert }) => {
    const facts = derived({ call: null })
    assert.deepEqual(facts['filing.leadHours'], { known: false, why: 'arrival_unknown' })
    assert.deepEqual(facts['conveyance.imo'], { known: false, why: 'arrival_unknown' })
    assert.deepEqual(derived()['filing.leadHours'], { known: true, value: 48, from: [] })
  })

  test('history is unknown until it covers the whole window', ({ assert }) => {
    const start = historyWindowStart(FILED_AT)
    const count = (coversFrom: number | null) =>
      derived({ history: { ...fullHistory, coversFrom } })['history.pair.count']
    assert.deepEqual(count(start), { known: true, value: 3, from: [] })
    assert.deepEqual(count(start + HOUR), { known: false, why: 'history_not_covered' })
    assert.deepEqual(count(null), { known: false, why: 'history_not_covered' })
  })

  test('a party that is not named has no history; one never seen was not last seen', ({ assert }) => {
    const facts = derived({ history: { ...fullHistory, consignee: null } })
    assert.deepEqual(facts['history.consignee.count'], { known: false, why: 'not_filed' })
    const unseen = { ...fullHistory.consignee!, ...neverSeen }
    const first = derived({ history: { ...fullHistory, consignee: unseen } })
    assert.deepEqual(first['history.consignee.count'], { known: true, value: 0, from: [] })
    assert.deepEqual(first['history.consignee.lastSeenDays'], { known: false, why: 'not_applicable' })
  })
})
