import { test } from '@japa/runner'
import { canonicalOf, entryHash, GENESIS, jcs, merkleRoot } from '#platform/audit/chain/canonical'

/** The frozen vector of `bin/verify-audit.mjs --self-test`: the same entry, the same hashes, another implementation. */
const TENANT = '019aa000-0000-7000-8000-0000000000aa'
const ENTRY = {
  id: '019aa000-0000-7000-8000-000000000001',
  at: '2026-11-22T01:02:03.000004Z',
  action: 'alert.dismissed',
  class: 'C3',
  actor_kind: 'officer',
  actor_id: '019aa000-0000-7000-8000-000000000002',
  person: null,
  session: 'c2Vzc2lvbg',
  support_session: null,
  subject_kind: 'alert',
  subject_id: '019aa000-0000-7000-8000-000000000003',
  data: { reason: 'other', n: 3, é: ['a', 'b'] },
  request: 'req-1',
}
const ONE = '7e271b810c52d14f38bfe3a344c855a8ec2d8d4b41b0390ce38bf613fca1f633'
const TWO = '8dcd05dbf0e34b0881e28ce97e65a9b6cc2c01c629bfdeab2650c4820f14e150'
const ROOT = 'aab920e4802aae4acbc917b1b1dc49513aad52b05cc4ad93b031fd123a15a878'

test.group('Platform | audit | canonical', () => {
  test('hashes and roots are those that were frozen', ({ assert }) => {
    const one = entryHash(GENESIS.hash, canonicalOf(TENANT, 1, ENTRY))
    const two = entryHash(one, canonicalOf(TENANT, 2, ENTRY))
    assert.equal(one, ONE)
    assert.equal(two, TWO)
    assert.equal(merkleRoot([one, two, one]), ROOT)
  })

  test('every member of an entry moves its hash', ({ assert }) => {
    const seen = new Set([canonicalOf(TENANT, 1, ENTRY)])
    for (const name of Object.keys(ENTRY)) {
      const altered = { ...ENTRY, [name]: name === 'data' ? { reason: 'other', n: 4 } : 'altered' }
      seen.add(canonicalOf(TENANT, 1, altered))
    }
    seen.add(canonicalOf(TENANT, 2, ENTRY))
    seen.add(canonicalOf('019aa000-0000-7000-8000-0000000000ab', 1, ENTRY))
    assert.equal(seen.size, Object.keys(ENTRY).length + 3)
  })

  test('the order of members is none of the sender', ({ assert }) => {
    assert.equal(jcs({ b: 1, a: [{ d: null, c: 'x' }] }), '{"a":[{"c":"x","d":null}],"b":1}')
    assert.equal(jcs({ '€': 1, '\u20ad': 2, a: 3 }), '{"a":3,"€":1,"₭":2}')
  })
})
