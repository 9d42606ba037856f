import { test } from '@japa/runner'
import {
  planRegistration,
  type KnownConsignment,
  type Plan,
  type PlanInput,
} from '#app/cargo_register/plan_registration'
import { ASYCUDA_ROOTS } from '#core/formats/asycuda/roots'
import { FUNCTION_BY_CODE } from '#core/formats/edifact/parts/functions'

/** What the register holds: A and B open with contents `1`, C removed. */
const REGISTER: Readonly<Record<string, [KnownConsignment['state'], string]>> = {
  A: ['filed', '1'],
  B: ['filed', '1'],
  C: ['removed', '1'],
}
const known = new Map(
  Object.entries(REGISTER).map(([key, [state, contentHash]]) => [
    key,
    { consignmentId: key, revision: 1, revisionId: key, state, contentHash },
  ])
)

interface Row {
  /** UN 1225 codes or ASYCUDA roots. */
  codes: string[]
  /** Consignments of the message with their contents, e.g. `A1 B2`. */
  carries: string
  effect: Plan['effect']
  create?: string
  revise?: string
  unchanged?: string
  close?: string
  missing?: string
  problems?: string
}

/** FORMATS section 14, a row of its table or more for each row. */
const ROWS: readonly Row[] = [
  { codes: ['9'], carries: 'A1 B1', effect: 'unchanged', unchanged: 'A B', problems: 'VER-DUPLICATE' },
  { codes: ['9'], carries: 'A2', effect: 'replaced', revise: 'A', close: 'B', problems: 'VER-REPLACED-SAME-FN' },
  { codes: ['5'], carries: 'A2 D1', effect: 'replaced', revise: 'A', create: 'D', close: 'B' },
  { codes: ['5'], carries: 'A1 C1', effect: 'replaced', unchanged: 'A', revise: 'C', close: 'B' },
  { codes: ['20'], carries: '', effect: 'heading_replaced' },
  { codes: ['20'], carries: 'A1', effect: 'replaced', unchanged: 'A', close: 'B' },
  { codes: ['4', '21', '36'], carries: 'A2 D1', effect: 'changed', revise: 'A', create: 'D' },
  { codes: ['4', '21', '36'], carries: 'A1', effect: 'unchanged', unchanged: 'A' },
  { codes: ['2', '43', 'AWAPPEND', 'Awmcds', 'AsycudaWorld_Manifest'], carries: 'D1', effect: 'changed', create: 'D' },
  { codes: ['2', '43', 'AWAPPEND', 'Awmcds', 'AsycudaWorld_Manifest'], carries: 'A2', effect: 'changed', revise: 'A' },
  { codes: ['3'], carries: 'A1', effect: 'consignments_removed', close: 'A' },
  { codes: ['3'], carries: 'C1 D1', effect: 'unchanged', problems: 'VER-UNKNOWN-CONSIGNMENT VER-UNKNOWN-CONSIGNMENT' },
  { codes: ['1', '50'], carries: '', effect: 'cancelled', close: 'A B' },
  { codes: ['6', '7', '22', '35', '53'], carries: 'A2', effect: 'none' },
  // Section 7.3: the same document again corrects, or only adds; what it leaves out is not deleted.
  { codes: ['Awmds', 'Awbolds'], carries: 'A2', effect: 'changed', revise: 'A', missing: 'B' },
  { codes: ['Awmds', 'Awbolds'], carries: 'A1', effect: 'unchanged', unchanged: 'A', missing: 'B' },
  { codes: ['Awmds', 'Awbolds'], carries: 'D1', effect: 'changed', create: 'D' },
  {
    codes: ['Awmds', 'Awbolegmds'],
    carries: 'A1 B1',
    effect: 'unchanged',
    unchanged: 'A B',
    problems: 'VER-DUPLICATE',
  },
]

const input = (code: string, carries: string): PlanInput => {
  const root = ASYCUDA_ROOTS.get(code.toLowerCase())
  return {
    function: root?.function ?? FUNCTION_BY_CODE[code]!,
    withoutFunction: root !== undefined,
    manifest: { state: 'filed' },
    known,
    reported: carries
      .split(' ')
      .filter(Boolean)
      .map((each) => ({ key: each[0]!, contentHash: each[1]! })),
  }
}

const shown = (plan: Plan, { reported }: PlanInput) => {
  const keys = (positions: readonly number[]) => positions.map((at) => reported[at]!.key).join(' ')
  return {
    effect: plan.effect,
    create: keys(plan.create),
    revise: keys(plan.revise),
    unchanged: keys(plan.unchanged),
    close: plan.close.keys.join(' '),
    missing: plan.missing.join(' '),
    problems: plan.problems.map(({ code }) => code).join(' '),
  }
}

test.group('Functions of a filing, by table', () => {
  for (const { codes, carries, ...expected } of ROWS)
    for (const code of codes)
      test(`${code} with ${carries || 'no cargo'}: ${expected.effect}`, ({ assert }) => {
        const nothing = { create: '', revise: '', unchanged: '', close: '', missing: '', problems: '' }
        const given = input(code, carries)
        assert.deepEqual(shown(planRegistration(given), given), { ...nothing, ...expected })
      })

  test('every code and every root has its row', ({ assert }) => {
    const met = new Set(ROWS.flatMap(({ codes }) => codes.map((code) => code.toLowerCase())))
    const all = [...Object.keys(FUNCTION_BY_CODE), ...ASYCUDA_ROOTS.keys()]
    assert.deepEqual(
      all.filter((code) => !met.has(code)),
      []
    )
  })

  test('what changes or withdraws an unknown document says so, and only what carries cargo opens one', ({ assert }) => {
    for (const code of ['1', '3', '50', '4', '5', '20', '21', '36']) {
      const plan = planRegistration({ ...input(code, 'A1'), manifest: null, known: new Map() })
      assert.deepEqual(
        plan.problems.map((each) => each.code),
        ['VER-UNKNOWN-DOCUMENT'],
        code
      )
      assert.equal(plan.create.length, ['1', '3', '50'].includes(code) ? 0 : 1, code)
    }
  })
})
