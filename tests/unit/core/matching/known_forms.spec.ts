import fc from 'fast-check'
import { test } from '@japa/runner'
import { filedParty } from '#core/matching/identity_key'
import { KnownForms } from '#core/matching/known_forms'
import { resolveIdentity, type KnownForm } from '#core/matching/resolve_identity'

const form = (name: string, country: string | null, trn?: string) =>
  filedParty({ name, country, identifiers: trn ? [{ type: 'TRN', value: trn }] : [] })!

const forms = fc.record({
  name: fc.constantFrom('Blue Mahoe', 'Green Heron', 'Ackee', '-'),
  country: fc.constantFrom('JM', 'PA', null),
  number: fc.constantFrom('12', '34', '56', undefined),
})
const filed = forms
  .map(({ name, country, number }) =>
    filedParty({ name, country, identifiers: number ? [{ type: 'TRN', value: number }] : [] })
  )
  .filter((party) => party !== null)
const known = fc.tuple(filed, fc.constantFrom('A', 'B', 'C', 'D')).map(([party, identity]) => ({ ...party, identity }))

test.group('Known forms', () => {
  test('a new form is whose it would be beside all that are known', ({ assert }) => {
    const met = { new: 0, name: 0, identifier: 0 }
    fc.assert(
      fc.property(filed, fc.array(known, { maxLength: 8 }), (party, all) => {
        const resolved = new KnownForms(all, []).whose(party)
        met[resolved.because]++
        assert.deepEqual(resolved, resolveIdentity(party, all))
      }),
      { numRuns: 2_000 }
    )
    for (const [because, times] of Object.entries(met)) assert.isAbove(times, 100, because)
  })

  test('a name that too many bear tells nobody, their number does; also of forms that come with it', ({ assert }) => {
    const one: KnownForm = { ...form('Ackee', 'JM', '12'), identity: 'A' }
    const names = new KnownForms([one], [])
    assert.equal(names.whose(form('Ackee', 'JM')).identity, 'A')
    const common = new KnownForms([one], ['ACKEE'])
    assert.deepEqual(common.whose(form('Ackee', 'JM')), { identity: null, because: 'new' })
    assert.deepEqual(common.whose(form('Ackee', 'JM', '12')), { identity: 'A', because: 'identifier' })
    common.add({ ...form('Ackee', 'JM'), identity: 'B' })
    assert.deepEqual(common.whose(form('Ackee', null)), { identity: null, because: 'new' })
  })
})
