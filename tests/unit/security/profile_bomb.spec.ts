import { test } from '@japa/runner'
import { builtinRegistry } from '#core/indicators/registry'
import { checkProfile } from '#core/profiles/check'

const nature = { id: 'nature', kind: 'fact', fact: 'consignment.nature', operator: 'is', value: 'import', points: 1 }
const problems = (document: unknown) => checkProfile(document, builtinRegistry)
const nested = (depth: number) => {
  let value: unknown = 'x'
  for (let level = 0; level < depth; level++) value = [value]
  return value
}

test.group('T49 profile_bomb', () => {
  test('a hundred thousand levels are a located problem', ({ assert }) => {
    const [first] = problems({ threat: 'NAR', all: [{ ...nature, value: nested(100_000) }], any: [], adds: [] })
    assert.match(first!.path, /^all\.0/)
  })

  test('a hundred thousand conditions are too many', ({ assert }) => {
    const any = Array.from({ length: 100_000 }, (_, index) => ({ ...nature, id: `c${index}` }))
    assert.isTrue(
      problems({ threat: 'NAR', all: [], any, adds: [] }).some(({ because }) => because.endsWith('too_many'))
    )
  })

  test('operators and facts that look like ours are none', ({ assert }) => {
    for (const change of [
      { operator: '\u0456s' },
      { operator: '__proto__' },
      { operator: 'constructor' },
      { fact: '__proto__' },
      { fact: 'consignment.nature\u200b' },
      { kind: 'toString' },
    ])
      assert.isNotEmpty(
        problems({ threat: 'NAR', all: [{ ...nature, ...change }], any: [], adds: [] }),
        JSON.stringify(change)
      )
  })
})
