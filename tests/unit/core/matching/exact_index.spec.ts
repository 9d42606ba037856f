import { test } from '@japa/runner'
import { DAY } from '#core/kernel/instant'
import { ExactIndex } from '#core/matching/exact_index'
import type { WatchListEntry } from '#core/matching/watch_list'

const NOW = Date.UTC(2026, 10, 21)
const entry = (change: Partial<WatchListEntry>): WatchListEntry => ({
  id: 'e1',
  list: 'demo',
  edition: 2,
  kind: 'name',
  value: 'Listed Trading Ltd',
  reason: 'invented',
  validFrom: null,
  validUntil: null,
  ...change,
})
const ids = (entries: WatchListEntry[], value = 'LISTED TRADING') =>
  new ExactIndex(entries)
    .at(NOW)
    .match('name', value, 'parties.1.name')
    .map((match) => match.entry.id)

test.group('Exact index', () => {
  test('answers with the entry, what was filed, the key and the path', ({ assert }) => {
    const [match] = new ExactIndex([entry({})]).at(NOW).match('name', 'Listed Trading, Limited', 'parties.1.name')
    assert.deepEqual(match, {
      entry: entry({}),
      kind: 'name',
      value: 'Listed Trading, Limited',
      key: 'LISTED TRADING',
      path: 'parties.1.name',
    })
  })

  test('an entry counts from its first instant until its last, which it does not include', ({ assert }) => {
    assert.deepEqual(ids([entry({ validFrom: NOW })]), ['e1'])
    assert.deepEqual(ids([entry({ validFrom: NOW + 1 })]), [])
    assert.deepEqual(ids([entry({ validUntil: NOW + DAY })]), ['e1'])
    assert.deepEqual(ids([entry({ validUntil: NOW })]), [])
  })

  test('kinds do not mix, and several entries of one value come in the order of their ids', ({ assert }) => {
    assert.deepEqual(ids([entry({ kind: 'identifier' })]), [])
    assert.deepEqual(ids([entry({ id: 'b' }), entry({ id: 'a' })]), ['a', 'b'])
  })

  test('covers the kinds it has entries of, and an empty value matches nothing', ({ assert }) => {
    const matcher = new ExactIndex([entry({}), entry({ id: 'void', kind: 'identifier', value: '---' })]).at(NOW)
    assert.isTrue(matcher.covers('name'))
    assert.isFalse(matcher.covers('identifier'))
    assert.deepEqual(matcher.match('identifier', '', ''), [])
  })
})
