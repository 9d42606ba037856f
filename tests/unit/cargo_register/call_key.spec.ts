import { test } from '@japa/runner'
import { callKeys, voyageKey } from '#app/cargo_register/call_key'
import { chooseCall, type CandidateCall } from '#app/cargo_register/choose_call'
import { DAY } from '#core/kernel/instant'

const call = (id: string, days: number, rest: Partial<CandidateCall> = {}): CandidateCall => ({
  id,
  means: null,
  imo: null,
  voyage: '118N',
  around: days * DAY,
  ...rest,
})
const filing = { imo: null, voyage: '118N', around: 0, precision: 'filing' as const }

test.group('Keys of a call', () => {
  test('fold what people write around a voyage', ({ assert }) => {
    for (const written of ['Viaje 135EW', 'VOY. 0135-EW', '135 ew', 'voyage no 135EW', 'V.135EW'])
      assert.equal(voyageKey(written), '135EW', written)
    assert.equal(voyageKey('VIKING1'), 'VIKING1')
    assert.equal(voyageKey('000'), '0')
    assert.equal(voyageKey(null), '')
  })

  test('are nothing without a port', ({ assert }) => {
    assert.deepEqual(callKeys({ voyage: '1', imo: '9074729', port: null }), [])
    assert.deepEqual(callKeys({ voyage: '1', imo: '9074729', port: 'JMKIN' }), ['voyage:1@JMKIN', 'imo:9074729@JMKIN'])
  })

  test('know the ship that people write before its voyage', ({ assert }) => {
    const keys = callKeys({ voyage: '30/15', imo: null, means: 'M/V Caro', port: 'GTSTC' })
    assert.deepEqual(keys, ['voyage:3015@GTSTC', 'voyage:CARO3015@GTSTC'])
    assert.include(keys, callKeys({ voyage: 'CARO 30/15', imo: null, port: 'GTSTC' })[0]!)
  })
})

test.group('Choice of a call', () => {
  test('takes the nearest in time', ({ assert }) => {
    assert.equal(chooseCall([call('far', 60), call('near', 3), call('past', -30)], filing)?.id, 'near')
  })
  test('takes none outside the window', ({ assert }) => {
    assert.isNull(chooseCall([call('next year', 365), call('long ago', -46)], filing))
    assert.isNull(chooseCall([call('three weeks off', 21)], { ...filing, precision: 'named' }))
  })
  test('takes none that contradicts the ship or the voyage', ({ assert }) => {
    assert.isNull(chooseCall([call('other ship', 1, { imo: '9241061' })], { ...filing, imo: '9074729' }))
    assert.isNull(chooseCall([call('other voyage', 1, { voyage: '119N' })], filing))
    assert.equal(
      chooseCall([call('ship before voyage', 1, { means: 'Coral Heron' })], { ...filing, voyage: 'CORAL HERON 118N' })
        ?.id,
      'ship before voyage'
    )
    assert.equal(
      chooseCall([call('unnamed', 1, { voyage: null, imo: '9074729' })], { ...filing, imo: '9074729' })?.id,
      'unnamed'
    )
  })
  test('takes none when several ships could be meant', ({ assert }) => {
    const [one, other] = [call('one', 1, { imo: '9074729' }), call('other', 2, { imo: '9241061' })]
    assert.isNull(chooseCall([one, other], filing))
    assert.equal(chooseCall([one, other], { ...filing, imo: '9241061' })?.id, 'other')
  })
})
