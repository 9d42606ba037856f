import { test } from '@japa/runner'
import type { Consignment, Equipment } from '#core/cargo/consignment'
import type { FactSource } from '#core/facts/derive'
import { deriveFacts } from '#core/facts/derive'
import { distanceKm } from '#core/facts/detour'
import {
  fixtureReference,
  northernCelebration,
  northernCelebrationSource,
} from '#tests/support/fixtures/northern_celebration'

const { places, parties, items, equipment } = northernCelebration
const of = (change: Partial<Consignment>, source: Partial<FactSource> = {}) =>
  deriveFacts(northernCelebrationSource({ consignment: { ...northernCelebration, ...change }, ...source }))
const boxes = (...changes: Partial<Equipment>[]) =>
  of({ equipment: changes.map((each) => ({ ...equipment[0]!, ...each })) })
const empty = { fullness: 'empty', tareKg: 4000 } as const
const absent = (why: string) => ({ known: false, why })

test.group('Facts of the document', () => {
  test('freight is read as filed, and nobody waits for it', ({ assert }) => {
    assert.deepEqual(of({})['freight.amount'], absent('not_carried'))
    const facts = of({ freight: { amount: '1850.50', currency: 'USD', payment: 'collect' } })
    assert.deepEqual(facts['freight.amount'], { known: true, value: 1850.5, from: ['freight.amount'] })
    assert.deepInclude(facts['freight.currency'], { value: 'USD' })
    assert.deepInclude(facts['freight.payment'], { value: 'collect' })
  })

  test('volume is the total, else the sum of all items, else missing', ({ assert }) => {
    const item = items[0]!
    assert.deepEqual(of({})['consignment.volumeM3'], absent('not_carried'))
    assert.deepInclude(of({ totals: { ...northernCelebration.totals, volumeM3: 31 } })['consignment.volumeM3'], {
      value: 31,
    })
    const [half, full] = [
      { ...item, volumeM3: 4 },
      { ...item, volumeM3: 6 },
    ]
    assert.deepInclude(of({ items: [half, full] })['consignment.volumeM3'], { value: 10 })
    assert.deepEqual(of({ items: [half, item] })['consignment.volumeM3'], absent('not_carried'))
  })

  test('the mode is the call’s', ({ assert }) => {
    assert.deepInclude(of({})['conveyance.mode'], { value: 'sea' })
    assert.deepEqual(of({}, { call: null })['conveyance.mode'], absent('arrival_unknown'))
  })

  test('vehicle numbers are filed as equipment or written in the goods', ({ assert }) => {
    const item = items[0]!
    const written = of({ items: [{ ...item, description: 'USED SEDAN VIN 1HGCM82633A004352' }] })
    assert.deepEqual(written['goods.vehicles'], {
      known: true,
      value: ['1HGCM82633A004352'],
      from: ['items.0.description'],
    })
    assert.deepInclude(of({})['goods.vehicles'], { value: [] })
    const car: Equipment = { ...equipment[0]!, kind: 'other', number: 'WVWZZZ1JZXW000001', checkDigitValid: null }
    assert.deepInclude(of({ equipment: [car] })['goods.vehicles'], {
      value: ['WVWZZZ1JZXW000001'],
      from: ['equipment.0.number'],
    })
    assert.deepEqual(of({ items: [{ ...item, description: null }] })['goods.vehicles'], absent('not_filed'))
  })

  test('the country of the notify party and of each transhipment', ({ assert }) => {
    const notify = { ...parties[0]!, role: 'notify' as const, country: 'PA' }
    assert.deepInclude(of({ parties: [...parties, notify] })['notify.country'], { value: 'PA' })
    assert.deepEqual(of({})['notify.country'], absent('not_filed'))
    assert.deepInclude(of({})['place.transhipment.countries'], { value: ['VE'] })
    assert.deepEqual(
      of({ places: { ...places, transhipment: [] } })['place.transhipment.countries'],
      absent('not_filed')
    )
  })

  test('an empty that outweighs its tare', ({ assert }) => {
    assert.deepEqual(of({})['equipment.emptyExcess'], absent('not_applicable'))
    const heavy = boxes({ ...empty, grossKg: 5000 }, { ...empty, grossKg: 4000 })['equipment.emptyExcess']
    assert.deepEqual(heavy, { known: true, value: 25, from: ['equipment.0.grossKg'] })
    // Neither box is weighed alone: 14,880 kg of the document against 8,000 kg of tare.
    assert.deepInclude(boxes(empty, empty)['equipment.emptyExcess'], { value: 86 })
    assert.deepEqual(boxes(empty, {})['equipment.emptyExcess'], absent('not_filed'))
  })

  test('a full container without a seal is told where others have one', ({ assert }) => {
    const bare = { number: 'NRCU4832088', seals: [] }
    assert.deepInclude(boxes({}, bare)['equipment.unsealed'], { value: ['NRCU4832088'] })
    assert.deepInclude(boxes({}, { ...bare, fullness: 'empty' })['equipment.unsealed'], { value: [] })
    assert.deepEqual(boxes(bare)['equipment.unsealed'], absent('not_carried'))
    const always = of({ equipment: [{ ...equipment[0]!, ...bare }] }, { alwaysFiled: new Set(['equipment.seals']) })
    assert.deepInclude(always['equipment.unsealed'], { value: ['NRCU4832088'] })
  })

  test('weights of containers keep their order', ({ assert }) => {
    assert.deepEqual(of({})['equipment.weights'], absent('not_carried'))
    assert.deepInclude(boxes({ grossKg: 19_500 }, {})['equipment.weights'], { value: ['19500', ''] })
  })

  test('a detour is the route over the direct way', ({ assert }) => {
    const at: Record<string, [number, number]> = { COCTG: [10.4, -75.5], VEPBL: [10.5, -68], JMKIN: [18, -76.8] }
    const reference = {
      ...fixtureReference,
      place: (code: string) => {
        const [latitude, longitude] = at[code] ?? []
        const place = fixtureReference.place(code)
        return place && latitude !== undefined && longitude !== undefined ? { ...place, latitude, longitude } : place
      },
    }
    const detour = of({}, { reference })['place.detour']
    assert.approximately(detour.known ? detour.value : 0, 2.45, 0.05)
    const straight = { places: { ...places, transhipment: [] } }
    assert.deepEqual(of(straight, { reference })['place.detour'], absent('not_filed'))
    assert.deepInclude(of(straight, { reference, alwaysFiled: new Set(['place.transhipment']) })['place.detour'], {
      value: 1,
    })
    assert.deepEqual(of({})['place.detour'], absent('no_reference'))
  })

  test('great circles are as long as they are', ({ assert }) => {
    const [paris, newYork] = [
      { latitude: 48.8566, longitude: 2.3522 },
      { latitude: 40.7128, longitude: -74.006 },
    ]
    assert.approximately(distanceKm(paris, newYork), 5837, 5)
    assert.equal(distanceKm(paris, paris), 0)
  })
})
