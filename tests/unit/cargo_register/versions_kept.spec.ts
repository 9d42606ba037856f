import fc from 'fast-check'
import { test } from '@japa/runner'
import {
  planRegistration,
  type KnownConsignment,
  type Plan,
  type PlanInput,
} from '#app/cargo_register/plan_registration'
import { FILING_FUNCTIONS, type FilingFunction } from '#core/cargo/codes'

interface Filed {
  function: FilingFunction
  withoutFunction: boolean
  reported: { key: string; contentHash: string }[]
}

const filed: fc.Arbitrary<Filed> = fc.record({
  function: fc.constantFrom(...FILING_FUNCTIONS),
  withoutFunction: fc.boolean(),
  reported: fc.uniqueArray(
    fc.record({ key: fc.constantFrom('A', 'B', 'C', 'D'), contentHash: fc.constantFrom('1', '2', '3') }),
    { selector: (each) => each.key }
  ),
})

/** A register that holds one document as the database does: rows, and versions that are only ever added. */
class Register {
  manifest: PlanInput['manifest'] = null
  readonly known = new Map<string, KnownConsignment>()
  readonly versions = new Map<string, string[]>()

  take(message: Filed): Plan {
    const plan = planRegistration({ ...message, manifest: this.manifest, known: this.known })
    if (plan.effect === 'none') return plan
    for (const at of [...plan.create, ...plan.revise]) {
      const { key, contentHash } = message.reported[at]!
      this.#write(key, 'filed', contentHash)
    }
    for (const key of plan.close.keys) this.#write(key, plan.close.effect, this.known.get(key)!.contentHash)
    this.manifest = { state: plan.effect === 'cancelled' ? 'cancelled' : 'filed' }
    return plan
  }

  #write(key: string, state: KnownConsignment['state'], contentHash: string): void {
    const versions = [...(this.versions.get(key) ?? []), contentHash]
    this.versions.set(key, versions)
    this.known.set(key, { consignmentId: key, revisionId: key, revision: versions.length, state, contentHash })
  }
}

const FILES: ReadonlySet<FilingFunction> = new Set([
  'original',
  'replace',
  'replace_heading',
  'replace_detail',
  'change',
  'add',
])

test.group('Versions, whatever comes in whatever order', () => {
  test('no message takes a version away, and what it files is the newest version and open', ({ assert }) => {
    fc.assert(
      fc.property(fc.array(filed, { maxLength: 12 }), (messages) => {
        const register = new Register()
        for (const message of messages) {
          const before = new Map([...register.versions].map(([key, versions]) => [key, [...versions]]))
          register.take(message)
          for (const [key, versions] of before)
            assert.deepEqual(register.versions.get(key)!.slice(0, versions.length), versions)
          if (!FILES.has(message.function)) continue
          for (const { key, contentHash } of message.reported) {
            assert.equal(register.versions.get(key)?.at(-1), contentHash)
            assert.equal(register.known.get(key)?.state, 'filed')
          }
        }
      }),
      { numRuns: 500 }
    )
  })

  test('a shuffled set of filings keeps every content that each of them filed', ({ assert }) => {
    const shuffled = fc
      .array(filed, { minLength: 2, maxLength: 8 })
      .chain((messages) => fc.shuffledSubarray(messages, { minLength: messages.length }))
    fc.assert(
      fc.property(shuffled, (messages) => {
        const register = new Register()
        messages.forEach((message) => register.take(message))
        for (const message of messages.filter((each) => FILES.has(each.function)))
          for (const { key, contentHash } of message.reported)
            assert.include(register.versions.get(key) ?? [], contentHash)
      }),
      { numRuns: 500 }
    )
  })

  test('a document without functions closes nothing by what it leaves out', ({ assert }) => {
    fc.assert(
      fc.property(fc.array(filed, { maxLength: 8 }), filed, (messages, last) => {
        const register = new Register()
        messages.forEach((message) => register.take(message))
        const plan = register.take({ ...last, function: 'original', withoutFunction: true })
        assert.lengthOf(plan.close.keys, 0)
        for (const key of plan.missing)
          assert.notInclude(
            last.reported.map((each) => each.key),
            key
          )
      })
    )
  })
})
