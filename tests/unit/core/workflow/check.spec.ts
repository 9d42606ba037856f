import { test } from '@japa/runner'
import { checkWorkflow } from '#core/workflow/check'
import type { Guard, WorkflowAct, WorkflowDefinition } from '#core/workflow/definition'
import type { WorkflowFaultCode } from '#core/workflow/fault'
import { CORE_WORKFLOWS } from '#core/workflow/main'
import { tailor, type Tailoring } from '#core/workflow/tailor'

const CORE = CORE_WORKFLOWS.alert
const WORDS = { en: 'Second look' }
const codes = (definition: WorkflowDefinition) => checkWorkflow(definition, CORE, ['en']).map(({ code }) => code)
const told = (definition: WorkflowDefinition, code: WorkflowFaultCode) => codes(definition).includes(code)
const withAct = (code: string, change: Partial<WorkflowAct>): WorkflowDefinition => ({
  ...CORE,
  acts: CORE.acts.map((act) => (act.code === code ? { ...act, ...change } : act)),
})
const guarded = (code: string, change: Partial<Guard>): WorkflowDefinition =>
  withAct(code, { guard: { ...CORE.acts.find((act) => act.code === code)!.guard, ...change } })
const more = (act: Partial<WorkflowAct> & Pick<WorkflowAct, 'code' | 'from' | 'to'>): WorkflowDefinition => ({
  ...CORE,
  acts: [
    ...CORE.acts,
    { guard: { permission: 'alerts.triage', reason: 'none', holder: 'not_other', notWho: [] }, title: WORDS, ...act },
  ],
})
const SECOND_LOOK: Tailoring = {
  states: [
    {
      code: 'second_look',
      after: 'in_review',
      title: WORDS,
      enter: WORDS,
      back: WORDS,
      secondPerson: true,
      minutes: 60,
    },
  ],
}

test.group('Validator of workflows: guards', () => {
  test('a permission, a reason, a holder, four eyes and a coded reason that were loosened are told', ({ assert }) => {
    assert.isTrue(told(guarded('reopen', { permission: 'alerts.triage' }), 'permission_lost'))
    assert.isTrue(told(guarded('dismiss', { also: {} }), 'permission_lost'))
    assert.isTrue(told(guarded('dismiss', { reason: 'optional' }), 'reason_lost'))
    assert.isTrue(told(guarded('release', { holder: 'free' }), 'holder_lost'))
    assert.isTrue(told(withAct('dismiss', { reasons: CORE.acts[3]!.reasons!.slice(1) }), 'reason_code_lost'))
    const cases = CORE_WORKFLOWS.case
    const two = { ...cases, acts: cases.acts.map((act) => ({ ...act, guard: { ...act.guard, notWho: [] } })) }
    assert.isTrue(checkWorkflow(two, cases, ['en']).some(({ code }) => code === 'four_eyes_lost'))
    const open = { ...cases, acts: cases.acts.map(({ outcomes: _, ...act }) => act) }
    assert.isTrue(checkWorkflow(open, cases, ['en']).some(({ code }) => code === 'outcome_lost'))
  })

  test('a guard that was tightened is not', ({ assert }) => {
    assert.deepEqual(codes(guarded('claim', { reason: 'required' })), [])
    assert.deepEqual(codes(guarded('dismiss', { holder: 'own', notWho: ['claim'] })), [])
  })

  test('an act of the administration cannot go where a guard of the core stands', ({ assert }) => {
    assert.isTrue(told(more({ code: 'quick_end', from: ['claimed'], to: 'dismissed' }), 'passes_the_core_by'))
    assert.isTrue(told(more({ code: 'quick_end', from: ['claimed'], to: 'dismissed', does: 'dismiss' }), 'reason_lost'))
    assert.isTrue(
      told(more({ code: 'quick_end', from: ['claimed'], to: 'ordered', does: 'order' }), 'passes_the_core_by')
    )
    assert.isTrue(told(more({ code: 'back', from: ['dismissed'], to: 'new', does: 'reopen' }), 'permission_lost'))
    const loose = more({
      code: 'aside',
      from: ['claimed'],
      to: 'in_review',
      guard: { permission: 'users.read', reason: 'none', holder: 'free', notWho: [] },
    })
    assert.isTrue(told(loose, 'permission_lost'))
  })
})

test.group('Validator of workflows: ways', () => {
  const state = (code: string, phase = 'claimed') => ({ code, phase, open: true, title: WORDS })

  test('a state that nothing leads to, one that nothing leads out of, a loop without an end', ({ assert }) => {
    const alone = { ...CORE, states: [...CORE.states, state('aside')] }
    assert.isTrue(told(alone, 'unreachable'))
    const into = more({ code: 'go_aside', from: ['claimed'], to: 'aside' })
    assert.isTrue(told({ ...into, states: [...into.states, state('aside')] }, 'dead_end'))
    const round = {
      ...into,
      states: [...into.states, state('aside'), state('beside')],
      acts: [
        ...into.acts,
        { ...into.acts.at(-1)!, code: 'on', from: ['aside'], to: 'beside' },
        { ...into.acts.at(-1)!, code: 'round', from: ['beside'], to: 'aside' },
      ],
    }
    assert.isTrue(told(round, 'loop_without_exit'))
    assert.isTrue(told(round, 'system_act_blocked'), 'goods that leave must end it from there too')
  })

  test('names that are unknown, twice or malformed, and what is missing of the core', ({ assert }) => {
    assert.isTrue(told(withAct('claim', { to: 'nowhere' }), 'unknown_state'))
    assert.isTrue(told({ ...CORE, states: [...CORE.states, CORE.states[0]!] }, 'twice'))
    assert.isTrue(told({ ...CORE, states: [...CORE.states, state('Not A Code')] }, 'code_malformed'))
    assert.isTrue(told({ ...CORE, acts: CORE.acts.filter(({ code }) => code !== 'reopen') }, 'core_act_missing'))
    assert.isTrue(told(withAct('claim', { to: 'dismissed' }), 'core_act_changed'))
    const open = {
      ...CORE,
      states: CORE.states.map((each) => (each.code === 'expired' ? { ...each, open: true } : each)),
    }
    assert.isTrue(told(open, 'core_state_changed'))
    assert.isTrue(told({ ...CORE, states: CORE.states.map(({ initial: _, ...each }) => each) }, 'no_initial_state'))
    assert.deepEqual(codes({ ...CORE, states: Array.from({ length: 41 }, (_, at) => state(`s${at}`)) }), ['too_large'])
  })
})

test.group('Tailoring', () => {
  test('a state between is reached, left, ended by the system and decided by a second person', ({ assert }) => {
    const own = tailor(CORE, SECOND_LOOK)
    assert.deepEqual(codes(own), [])
    const act = (code: string) => own.acts.find((each) => each.code === code)!
    assert.include(act('dismiss').from, 'second_look')
    assert.include(act('expire').from, 'second_look')
    assert.deepEqual(act('dismiss').guard.notWho, ['enter_second_look'])
    assert.deepEqual(act('enter_second_look').from, ['in_review'])
  })

  test('dismissing only after the second look is a tightening; narrowing what the system does is none', ({
    assert,
  }) => {
    const strict = tailor(CORE, { ...SECOND_LOOK, only: { dismiss: ['second_look'], expire: ['new'] } })
    assert.deepEqual(codes(strict), [])
    assert.deepEqual(strict.acts.find(({ code }) => code === 'dismiss')!.from, ['second_look'])
    assert.include(strict.acts.find(({ code }) => code === 'expire')!.from, 'claimed')
  })

  test('what would shut the work in is refused', ({ assert }) => {
    assert.include(codes(tailor(CORE, { only: { dismiss: ['ordered'] } })), 'core_act_changed')
    assert.include(codes(tailor(CORE, { only: { claim: [] } })), 'unknown_state')
    assert.include(codes(tailor(CORE, { states: [{ ...SECOND_LOOK.states![0]!, after: 'nowhere' }] })), 'phase_unknown')
    assert.include(
      codes(tailor(CORE, { states: [{ ...SECOND_LOOK.states![0]!, after: 'dismissed' }] })),
      'core_state_changed'
    )
    assert.include(codes(tailor(CORE, { minutes: { new: 1 } })), 'timer_out_of_bounds')
    assert.include(codes(tailor(CORE, { titles: { new: { en: '' } } })), 'text_missing')
    assert.include(codes(tailor(CORE, { reasons: { dismiss: [{ code: 'other', title: WORDS }] } })), 'twice')
  })

  test('a template for cases holds by the same rules', ({ assert }) => {
    const own = tailor(CORE_WORKFLOWS.case, {
      states: [{ code: 'legal_advice', after: 'under_analysis', title: WORDS, enter: WORDS, back: WORDS }],
      required: ['ask'],
    })
    assert.deepEqual(checkWorkflow(own, CORE_WORKFLOWS.case, ['en']), [])
    assert.equal(own.acts.find(({ code }) => code === 'ask')!.guard.reason, 'required')
  })
})
