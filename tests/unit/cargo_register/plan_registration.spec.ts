import fc from 'fast-check'
import { test } from '@japa/runner'
import { planRegistration, type KnownConsignment, type PlanInput } from '#app/cargo_register/plan_registration'
import { FILING_FUNCTIONS } from '#core/cargo/codes'

const key = fc.constantFrom('A', 'B', 'C', 'D', 'E')
const hash = fc.constantFrom('h1', 'h2')
const known = fc
  .dictionary(
    key,
    fc.record({ state: fc.constantFrom('filed', 'removed', 'cancelled', 'unusable'), contentHash: hash })
  )
  .map(
    (entries) =>
      new Map(
        Object.entries(entries).map(([name, each]) => [
          name,
          { consignmentId: name, revision: 1, revisionId: name, ...each } as KnownConsignment,
        ])
      )
  )
const input: fc.Arbitrary<PlanInput> = fc
  .record({
    function: fc.constantFrom(...FILING_FUNCTIONS),
    manifest: fc.constantFrom(null, { state: 'filed' as const }, { state: 'cancelled' as const }),
    known,
    reported: fc.uniqueArray(fc.record({ key, contentHash: hash }), { selector: (each) => each.key }),
  })
  .map((each) => (each.manifest ? each : { ...each, known: new Map() }))

const isOpen = (consignment: KnownConsignment | undefined) =>
  consignment?.state === 'filed' || consignment?.state === 'unusable'

test.group('Plan of a registration', () => {
  test('names each consignment of the Message once at most, and closes only what is open', ({ assert }) => {
    fc.assert(
      fc.property(input, (given) => {
        const plan = planRegistration(given)
        const positions = [...plan.create, ...plan.revise, ...plan.unchanged]
        assert.equal(new Set(positions).size, positions.length)
        for (const at of plan.create) assert.isFalse(given.known.has(given.reported[at]!.key))
        for (const name of plan.close.keys) assert.isTrue(isOpen(given.known.get(name)))
      })
    )
  })

  test('applied twice, the second time changes nothing', ({ assert }) => {
    fc.assert(
      fc.property(input, (given) => {
        const plan = planRegistration(given)
        if (plan.effect === 'none') return
        const after = new Map(given.known)
        for (const at of [...plan.create, ...plan.revise]) {
          const { key: name, contentHash } = given.reported[at]!
          after.set(name, { consignmentId: name, revision: 2, revisionId: name, state: 'filed', contentHash })
        }
        for (const name of plan.close.keys) after.set(name, { ...after.get(name)!, state: plan.close.effect })
        const state = plan.effect === 'cancelled' ? ('cancelled' as const) : ('filed' as const)
        const again = planRegistration({ ...given, manifest: { state }, known: after })
        assert.lengthOf([...again.create, ...again.revise, ...again.close.keys], 0)
      })
    )
  })

  test('a replacement leaves open exactly what the Message names', ({ assert }) => {
    fc.assert(
      fc.property(input, (given) => {
        const plan = planRegistration({ ...given, function: 'replace' })
        const open = new Set(
          [...given.known]
            .filter(([name, each]) => isOpen(each) && !plan.close.keys.includes(name))
            .map(([name]) => name)
        )
        for (const at of [...plan.create, ...plan.revise]) open.add(given.reported[at]!.key)
        assert.deepEqual([...open].sort(), given.reported.map((each) => each.key).sort())
      })
    )
  })

  test('no function but those that close ever closes what a Message does not replace', ({ assert }) => {
    fc.assert(
      fc.property(input, (given) => {
        const plan = planRegistration(given)
        if (['change', 'replace_detail', 'add', 'status_only', 'test'].includes(given.function))
          assert.lengthOf(plan.close.keys, 0)
      })
    )
  })
})
