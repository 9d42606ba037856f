import { test } from '@japa/runner'
import type { Consignment, Party } from '#core/cargo/consignment'
import { deriveFacts, type FactSource } from '#core/facts/derive'
import { factReader } from '#core/facts/fact'
import { addressQuality } from '#core/indicators/address_quality'
import { argumentsOf } from '#core/indicators/arguments'
import type { Verdict } from '#core/indicators/definition'
import { isPersonName } from '#core/indicators/person_name'
import { builtinRegistry } from '#core/indicators/registry'
import { ExactIndex } from '#core/matching/exact_index'
import { similarity } from '#core/matching/similarity'
import {
  FILED_AT,
  fixtureLists,
  northernCelebration,
  northernCelebrationSource,
} from '#tests/support/fixtures/northern_celebration'

const { items, parties, places, equipment } = northernCelebration
const watchLists = new ExactIndex([]).at(FILED_AT)

const ask = (code: string, change: Partial<Consignment>, source: Partial<FactSource> = {}): Verdict => {
  const definition = builtinRegistry.latest(code)!
  const facts = deriveFacts(
    northernCelebrationSource({ consignment: { ...northernCelebration, ...change }, ...source })
  )
  return definition.assess({
    facts: factReader(facts),
    args: argumentsOf(definition, {}),
    lists: fixtureLists,
    watchLists,
  })
}
const goods = (description: string | null, ...hsCodes: string[]) => ({
  items: items.map((item) => ({ ...item, description, hsCodes })),
})
const consignee = (change: Partial<Party>) => ({
  parties: parties.map((each) => (each.role === 'consignee' ? { ...each, ...change } : each)),
})
const air: Partial<FactSource> = { call: { mode: 'air', means: 'CH 417', imo: null, voyage: '417', arrival: null } }
const because = (verdict: Verdict) => (verdict.is === 'hit' ? verdict.evidence[0]?.because : verdict.is)

test.group('Indicators of the document, cases that nearly are', () => {
  test('a controlled chemical is told by name, code, CAS or UN number, and not by a number like one', ({ assert }) => {
    for (const text of ['ACETIC ANHYDRIDE', 'SOLVENT 108-24-7']) assert.equal(ask('C06', goods(text)).is, 'hit', text)
    assert.equal(ask('C06', goods('PAINT', '29152400')).is, 'hit')
    const byUn = items.map((item) => ({ ...item, dangerousGoods: [{ unNumber: '1715', class: '8' }] }))
    assert.equal(because(ask('C06', { items: byUn })), 'targeting.evidence_controlled_number')
    for (const text of ['CALL 108-24-8', 'THIONYL CHLORIDE']) assert.equal(ask('C06', goods(text)).is, 'clear', text)
    assert.equal(ask('C06', goods(null)).is, 'unknown')
  })

  test('a campaign that has ended no longer counts', ({ assert }) => {
    assert.equal(ask('C23', goods('CERAMIC TILES')).is, 'clear')
    assert.equal(ask('C23', goods('CERAMIC TILES'), { filedAt: Date.UTC(2026, 0, 31, 12) }).is, 'hit')
  })

  test('dangerous goods that nobody need declare are unknown, not undeclared', ({ assert }) => {
    assert.equal(ask('C09', goods('LITHIUM BATTERIES')).is, 'unknown')
    assert.equal(ask('C09', goods('ALKALINE BATTERIES')).is, 'clear')
  })

  test('words of no known chapter say nothing of the code', ({ assert }) => {
    assert.equal(ask('C04', goods('ASSORTED WARES', '690721')).is, 'unknown')
    assert.equal(ask('C04', goods('TILES', '240220', '690721')).is, 'clear')
  })

  test('the same name as a trusted trader without an identifier may be the trader', ({ assert }) => {
    const named = (name: string, value: string | null) =>
      ask('P16', consignee({ name, identifiers: value === null ? [] : [{ type: 'TRN', value }] }))
    assert.equal(named('FERN GULLY FOODS LIMITED', null).is, 'unknown')
    assert.equal(named('FERN GULLY FOODS LIMITED', '004410277').is, 'clear')
    assert.equal(named('FERN GULLY FOODS LIMITED', '009990001').is, 'hit')
    assert.equal(named('FERN GULY FOODS LTD', null).is, 'hit')
    assert.equal(named('FERN HILL FOODS LTD', '009990001').is, 'clear')
  })

  test('relief for a trusted trader asks for its identifier and a programme in force', ({ assert }) => {
    const trusted = { name: 'Fern Gully Foods Ltd', identifiers: [{ type: 'TRN', value: '004410277' }] }
    assert.equal(ask('P29', consignee(trusted)).is, 'hit')
    assert.equal(ask('P29', consignee({ ...trusted, identifiers: [] })).is, 'unknown')
    assert.equal(ask('P29', consignee(trusted), { filedAt: Date.UTC(2031, 5, 1) }).is, 'clear')
    assert.isBelow(builtinRegistry.latest('P29')?.points ?? 0, 0)
  })

  test('a waybill needs its check digit, a house number does not, and zeros are no number', ({ assert }) => {
    const number = (reference: string, level: Consignment['level'], source = air) =>
      because(ask('D09', { reference, level }, source))
    assert.equal(number('729-12345675', 'straight'), 'clear')
    assert.equal(number('729-12345674', 'straight'), 'targeting.evidence_awb')
    assert.equal(number('ANYTHING9', 'house'), 'clear')
    assert.equal(number('ANYTHING9', 'straight', {}), 'clear')
    assert.equal(number('0000', 'house'), 'targeting.evidence_placeholder_number')
    assert.equal(number('TBA', 'straight'), 'targeting.evidence_placeholder_number')
    assert.equal(number('12345678', 'straight', {}), 'targeting.evidence_placeholder_number')
  })

  test('air indicators are clear of cargo by sea and unknown before a call is joined', ({ assert }) => {
    for (const code of ['A01', 'A02', 'A05', 'A06', 'A07', 'A13', 'A14', 'A16']) {
      assert.equal(ask(code, {}).is, 'clear', code)
      assert.equal(ask(code, {}, { call: null }).is, 'unknown', code)
    }
  })

  test('one seal on two boxes, a word for a seal, and no seal where others have one', ({ assert }) => {
    const sealed = (...seals: string[][]) =>
      because(ask('E15', { equipment: seals.map((each) => ({ ...equipment[0]!, seals: each })) }))
    assert.equal(sealed(['NR0088142'], ['NR0088143']), 'clear')
    assert.equal(sealed(['NR0088142'], ['NR0088142']), 'targeting.evidence_bad_seal')
    assert.equal(sealed(['SIN PRECINTO']), 'targeting.evidence_bad_seal')
    assert.equal(sealed(['NR0088142'], []), 'targeting.evidence_unsealed')
    assert.equal(sealed([]), 'unknown')
  })

  test('one heavy package of machinery is what it is, a heavy sample is not', ({ assert }) => {
    const one = (description: string, grossWeightKg: number) =>
      ask('D11', { ...goods(description), totals: { grossWeightKg, packages: 1, volumeM3: null } }).is
    assert.equal(one('USED EXCAVATOR', 21_000), 'clear')
    assert.equal(one('CERAMIC TILES', 21_000), 'hit')
    assert.equal(one('SAMPLES OF MACHINE PARTS', 800), 'hit')
    assert.equal(one('SAMPLES', 20), 'clear')
  })

  test('an embargoed country hits wherever it stands; what is not named stays unknown', ({ assert }) => {
    assert.equal(ask('R13', { places: { ...places, originCountry: 'KP' } }).is, 'hit')
    assert.equal(ask('R13', consignee({ country: 'KP' })).is, 'hit')
    assert.equal(ask('R13', { places: { ...places, originCountry: 'KG' } }).is, 'unknown')
  })

  test('a private person is told by its name', ({ assert }) => {
    for (const name of ['Mr. Delroy Samuel Francis', 'MARIA LOPEZ XOL', 'Winston Brown'])
      assert.isTrue(isPersonName(name), name)
    for (const name of [
      'Maria Lopez e Hijos S.A.',
      'Winston Hardware',
      'Blue Mahoe Interiors Ltd',
      'Francis',
      'Carlos 24 Express',
    ])
      assert.isFalse(isPersonName(name), name)
  })

  test('an address is found by number, street, words and quarter', ({ assert }) => {
    assert.equal(addressQuality('12 Calle 3-40 Zona 1, Escuintla'), 1)
    assert.equal(addressQuality('P.O. Box 318'), 0.75)
    assert.isBelow(addressQuality('Kingston'), 0.5)
    assert.isBelow(addressQuality('N/A'), 0.5)
  })
})

test.group('Similarity of names', () => {
  test('one minus the edits over the longer length, a swap being one', ({ assert }) => {
    assert.equal(similarity('FERN GULLY', 'FERN GULLY'), 1)
    assert.equal(similarity('ABCDEFGHIJ', 'ABDCEFGHIJ'), 0.9)
    assert.equal(similarity('ABCDEFGHIJ', 'ABCDEFGHI'), 0.9)
    assert.equal(similarity('', 'AB'), 0)
    assert.equal(similarity('', ''), 1)
  })

  test('below what is asked for it may give up, above it never does', ({ assert }) => {
    let state = 11
    const random = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below
    const word = () => Array.from({ length: 3 + random(9) }, () => 'ABC'[random(3)]).join('')
    for (let round = 0; round < 500; round++) {
      const [a, b, least] = [word(), word(), random(100) / 100]
      const whole = similarity(a, b)
      assert.approximately(similarity(b, a), whole, 1e-12)
      assert.equal(similarity(a, b, least), whole + 1e-9 >= least ? whole : 0, `${a} ${b} ${least}`)
    }
  })
})
