import { test } from '@japa/runner'
import fc from 'fast-check'
import { canonicalJson } from '#core/assessment/canonical'
import { hashOfPage, ProfileNames, type NamedRevision } from '#app/targeting/engine/profile_names'

const named = (numbers: readonly number[]): NamedRevision[] =>
  numbers.map((each) => ({ id: `id-${each}`, revision: each }))

const withMany = ProfileNames.none.with([], named(Array.from({ length: 3000 }, (_each, at) => at)))

test.group('Names of live profiles', () => {
  test('depend on what is live, not on how it came to be', ({ assert }) => {
    const few = fc.array(fc.nat(40), { maxLength: 20 })
    fc.assert(
      fc.property(
        fc.constantFrom(ProfileNames.none, withMany),
        fc.array(fc.tuple(few, few), { maxLength: 6 }),
        (from, changes) => {
          const live = new Map(from.pages.flat().map((each) => [each.id, each]))
          let names = from
          for (const [gone, come] of changes) {
            names = names.with(named(gone), named(come))
            for (const { id } of named(gone)) live.delete(id)
            for (const each of named(come)) live.set(each.id, each)
          }
          const whole = ProfileNames.none.with([], [...live.values()])
          assert.equal(names.count, live.size)
          assert.equal(canonicalJson(names.recorded()), canonicalJson(whole.recorded()))
          assert.deepEqual([...names.recordedPages()], [...whole.recordedPages()])
        }
      ),
      { numRuns: 40 }
    )
  })

  test('of many stand on pages under their hashes, and one change makes one other page', ({ assert }) => {
    const before = withMany.recordedPages()
    const recorded = withMany.recorded() as { pages: string[] }
    assert.deepEqual(
      [...before].map(([hash, page]) => [hash, hashOfPage(page)]),
      [...before].map(([hash]) => [hash, hash])
    )
    assert.sameMembers(
      recorded.pages.flatMap((hash) => before.get(hash)!.profiles.map(({ id }) => id)),
      named(Array.from({ length: 3000 }, (_each, at) => at)).map(({ id }) => id)
    )
    const after = withMany.with(named([7]), [{ id: 'id-another', revision: 8 }, ...named([7])]).recordedPages()
    assert.lengthOf(
      [...after.keys()].filter((hash) => !before.has(hash)),
      1
    )
    const revised = withMany.with(named([7]), [{ id: 'id-7', revision: 1 }]).recorded()
    assert.notEqual(canonicalJson(revised), canonicalJson(recorded), 'a revision is part of its name')
  })

  test('of few are listed', ({ assert }) => {
    const names = ProfileNames.none.with([], named([3, 1, 2]))
    assert.deepEqual(names.recorded(), named([1, 2, 3]))
    assert.equal(names.recordedPages().size, 0)
  })
})
