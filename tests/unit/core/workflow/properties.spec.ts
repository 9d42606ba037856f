import fc from 'fast-check'
import { test } from '@japa/runner'
import { PERMISSIONS } from '#platform/access/permissions'
import { checkWorkflow } from '#core/workflow/check'
import type { WorkflowAct, WorkflowDefinition, WorkflowState } from '#core/workflow/definition'
import { judgeAct } from '#core/workflow/judge'
import { CORE_WORKFLOWS } from '#core/workflow/main'
import { tailor, type Tailoring } from '#core/workflow/tailor'

const WORDS = { en: 'Words' }
const CORE = CORE_WORKFLOWS.alert
const codesOf = (list: readonly { code: string }[]) => list.map(({ code }) => code)

/** A core with more states and acts than it should have, and with some of its own changed: most are unsound, some are not. */
const mutated = (core: WorkflowDefinition) => {
  const phase = fc.constantFrom(...core.states.map((state) => state.phase))
  const state: fc.Arbitrary<WorkflowState> = fc.record({
    code: fc.constantFrom('aside', 'beside', 'beyond'),
    phase,
    open: fc.boolean(),
    title: fc.constant(WORDS),
  })
  const anyState = fc.constantFrom(...codesOf(core.states), 'aside', 'beside', 'beyond')
  const act: fc.Arbitrary<WorkflowAct> = fc.record(
    {
      code: fc.constantFrom('one', 'two', 'three', 'four', 'five'),
      from: fc.uniqueArray(anyState, { minLength: 1, maxLength: 3 }),
      to: anyState,
      does: fc.constantFrom(...codesOf(core.acts)),
      guard: fc.record({
        permission: fc.constantFrom(null, 'alerts.triage', 'alerts.supervise', 'cases.work', 'users.read'),
        reason: fc.constantFrom('none', 'optional', 'required'),
        holder: fc.constantFrom('free', 'not_other', 'own'),
        notWho: fc.constant([]),
      }),
      title: fc.constant(WORDS),
    },
    { requiredKeys: ['code', 'from', 'to', 'guard', 'title'] }
  )
  return fc
    .record({
      states: fc.uniqueArray(state, { maxLength: 3, selector: ({ code }) => code }),
      acts: fc.uniqueArray(act, { maxLength: 5, selector: ({ code }) => code }),
      drop: fc.option(fc.constantFrom(...codesOf(core.acts)), { freq: 4 }),
      narrow: fc.option(fc.constantFrom(...codesOf(core.acts)), { freq: 2 }),
    })
    .map(({ states, acts, drop, narrow }): WorkflowDefinition => ({
      ...core,
      states: [...core.states, ...states],
      acts: [
        ...core.acts
          .filter(({ code }) => code !== drop)
          .map((each) =>
            each.code === narrow
              ? { ...each, from: each.from.slice(0, 1) }
              : {
                  ...each,
                  from: [
                    ...each.from,
                    ...states.filter((extra) => each.from.some((code) => code === extra.phase)).map(({ code }) => code),
                  ],
                }
          ),
        ...acts,
      ],
    }))
}

/** Every state that can be walked to, one act after the other. */
function reached(definition: WorkflowDefinition, from: readonly string[]): Set<string> {
  const seen = new Set(from)
  for (let size = -1; size !== seen.size;) {
    size = seen.size
    for (const act of definition.acts) if (act.from.some((code) => seen.has(code))) seen.add(act.to)
  }
  return seen
}

for (const core of Object.values(CORE_WORKFLOWS))
  test.group(`Whatever the validator passes (${core.subject})`, () => {
    test('has no dead end: from every state that work reaches, an end is reached', ({ assert }) => {
      let passed = 0
      fc.assert(
        fc.property(mutated(core), (definition) => {
          if (checkWorkflow(definition, core, ['en']).length > 0) return
          passed++
          const states = new Map(definition.states.map((state) => [state.code, state]))
          for (const code of reached(definition, codesOf(definition.states.filter(({ initial }) => initial)))) {
            if (!states.get(code)!.open) continue
            assert.isTrue(
              [...reached(definition, [code])].some((other) => !states.get(other)!.open),
              code
            )
          }
        }),
        { numRuns: 3000 }
      )
      assert.isAbove(passed, 5, 'nothing was passed, so nothing was looked at')
    })

    test('whoever may not make a move of the core makes none between its phases', ({ assert }) => {
      const phases = new Map(core.states.map(({ code, phase }) => [code, phase]))
      fc.assert(
        fc.property(
          mutated(core),
          fc.subarray(['alerts.triage', 'alerts.supervise', 'cases.work', 'cases.close', 'users.read']),
          (definition, held) => {
            if (checkWorkflow(definition, core, ['en']).length > 0) return
            const may = new Set(held)
            const moves = (of: WorkflowDefinition, phaseOf: (code: string) => string | undefined) =>
              of.acts
                .filter(({ guard }) => guard.permission !== null && may.has(guard.permission))
                .flatMap(({ from, to }) => from.map((code) => `${phaseOf(code)} ${phaseOf(to)}`))
                .filter((move) => move.split(' ')[0] !== move.split(' ')[1])
            const own = new Map(definition.states.map(({ code, phase }) => [code, phase]))
            const allowed = new Set(moves(core, (code) => phases.get(code)))
            for (const move of moves(definition, (code) => own.get(code))) assert.isTrue(allowed.has(move), move)
          }
        ),
        { numRuns: 2000 }
      )
    })
  })

const titled = { title: WORDS, enter: WORDS, back: WORDS }
const tailorings: fc.Arbitrary<Tailoring> = fc.record({
  states: fc.uniqueArray(
    fc.record({
      code: fc.constantFrom('second_look', 'documents_asked', 'waiting_for_scan'),
      after: fc.constantFrom('new', 'claimed', 'in_review'),
      secondPerson: fc.boolean(),
      title: fc.constant(WORDS),
      enter: fc.constant(WORDS),
      back: fc.constant(WORDS),
    }),
    { selector: ({ code }) => code }
  ),
  required: fc.subarray(['claim', 'merge', 'promote']),
})

test.group('Acts', () => {
  const officer = fc.record({
    id: fc.constantFrom('ann', 'bob'),
    permissions: fc.subarray([...PERMISSIONS]).map((held) => new Set<string>(held)),
  })
  const doing = fc.record({
    act: fc.constantFrom(...codesOf(CORE.acts), 'enter_second_look', 'back_from_second_look', 'nonsense'),
    officer: fc.option(officer.map((each) => ({ ...each, personId: each.id }))),
    reason: fc.option(fc.constantFrom('known_trade', 'other', 'nonsense')),
    note: fc.option(fc.constantFrom('', 'looked at')),
    circumstances: fc.subarray(['high']),
  })

  test('lead only where the definition says, under its guards, whoever does them in whatever order', ({ assert }) => {
    fc.assert(
      fc.property(tailorings, fc.array(doing, { maxLength: 30 }), (tailoring, doings) => {
        const definition = tailor(CORE, tailoring)
        assert.deepEqual(checkWorkflow(definition, CORE, ['en']), [], JSON.stringify(tailoring))
        let item = { state: 'new', heldBy: null as string | null, did: {} as Record<string, string[]> }
        for (const each of doings) {
          const judged = judgeAct(definition, item, each)
          if (!judged.ok) continue
          const act = definition.acts.find(({ code }) => code === each.act)!
          assert.include(act.from, item.state)
          assert.equal(judged.value.to.code, act.to)
          const who = each.officer
          assert.equal(who === null, act.guard.permission === null)
          if (who) {
            assert.isTrue(who.permissions.has(act.guard.permission!))
            if (each.act === 'dismiss' && each.circumstances.includes('high'))
              assert.isTrue(who.permissions.has('alerts.dismiss_high'))
            if (act.guard.holder !== 'free') assert.isTrue(item.heldBy === null || item.heldBy === who.id)
            if (act.guard.reason === 'required') assert.isTrue(each.reason !== null || (each.note ?? '') !== '')
            for (const other of act.guard.notWho) assert.notInclude(item.did[other] ?? [], who.personId)
          }
          const held = judged.value.to.phase === 'claimed' ? (who?.id ?? item.heldBy) : null
          item = {
            state: act.to,
            heldBy: held,
            did: who ? { ...item.did, [act.code]: [...(item.did[act.code] ?? []), who.personId] } : item.did,
          }
        }
      }),
      { numRuns: 2000 }
    )
  })

  test('a sound workflow ends whatever is open when the goods leave', ({ assert }) => {
    fc.assert(
      fc.property(tailorings, (tailoring) => {
        const definition = tailor(CORE, {
          ...tailoring,
          states: (tailoring.states ?? []).map((state) => ({ ...state, ...titled })),
        })
        for (const { code, open } of definition.states)
          if (open)
            assert.isTrue(
              judgeAct(definition, { state: code, heldBy: 'ann', did: {} }, { act: 'expire', officer: null }).ok,
              code
            )
      })
    )
  })
})
