import { by, bySystem, words } from './build.js'
import type { WorkflowDefinition } from './definition.js'

const WORK = 'cases.work'
const CLOSE = 'cases.close'
const APPROVE = 'cases.approve'

const { state, act } = words('case')
const reasoned = { reason: 'required' } as const

/** Outcomes apart from the status, in the order people read them. */
const OUTCOMES = [
  'confirmed_risk',
  'valuable_no_offence',
  'false_positive',
  'inconclusive',
  'not_examined',
  'random_clean',
  'random_hit',
] as const
const DISPOSITIONS = ['loaded', 'not_loaded', 'on_hold', 'in_exam', 'released', 'seized', 'exported'] as const

/** The machine of a case (ROLES_AND_WORKFLOW 5.4 D). */
export const CASE_WORKFLOW: WorkflowDefinition = {
  subject: 'case',
  states: [
    state('open', { initial: true, timer: { from: 'before_arrival', minutes: 120 } }),
    state('assigned', { timer: { from: 'entered', minutes: 30 } }),
    state('under_analysis', { timer: { from: 'before_arrival', minutes: 120 } }),
    state('escalated', { timer: { from: 'entered', minutes: 60 } }),
    state('awaiting_reply', { timer: { from: 'entered', minutes: 240 } }),
    state('dnl_requested', { timer: { from: 'entered', minutes: 30 } }),
    state('dnl_issued'),
    state('dnl_lifted'),
    state('hold_requested', { timer: { from: 'entered', minutes: 30 } }),
    state('on_hold'),
    state('hold_lifted'),
    state('inspection_ordered'),
    state('order_refused'),
    state('inspecting'),
    state('result_recorded', { timer: { from: 'entered', minutes: 480 } }),
    state('enforcement'),
    state('released', { positiveEnd: true }),
    state('missed'),
    state('closed', { open: false }),
  ],
  acts: [
    act('assign', ['open'], 'assigned', by(WORK)),
    act('reassign', ['assigned', 'under_analysis'], 'assigned', by(APPROVE, { ...reasoned, holder: 'free' })),
    act('release_idle', ['assigned'], 'open', bySystem),
    act('begin_analysis', ['assigned', 'escalated'], 'under_analysis', by(WORK)),
    act('escalate', ['under_analysis'], 'escalated', by(WORK, reasoned)),
    act('ask', ['under_analysis'], 'awaiting_reply', by(WORK)),
    act('reply', ['awaiting_reply'], 'under_analysis', bySystem),
    act('stop_waiting', ['awaiting_reply'], 'under_analysis', by(WORK, reasoned)),
    act('request_dnl', ['under_analysis', 'awaiting_reply'], 'dnl_requested', by(WORK, reasoned)),
    act('issue_dnl', ['dnl_requested'], 'dnl_issued', by(APPROVE, { holder: 'free', notWho: ['request_dnl'] }), {
      disposition: 'not_loaded',
    }),
    act('refuse_dnl', ['dnl_requested'], 'under_analysis', by(APPROVE, { ...reasoned, holder: 'free' })),
    act('lift_dnl', ['dnl_issued'], 'dnl_lifted', by(APPROVE, { ...reasoned, holder: 'free' })),
    act('go_on_after_dnl', ['dnl_lifted', 'dnl_issued'], 'under_analysis', by(WORK)),
    act('request_hold', ['under_analysis', 'awaiting_reply'], 'hold_requested', by(WORK, reasoned)),
    act('hold', ['hold_requested'], 'on_hold', by(APPROVE, { holder: 'free', notWho: ['request_hold'] }), {
      disposition: 'on_hold',
    }),
    act('refuse_hold', ['hold_requested'], 'under_analysis', by(APPROVE, { ...reasoned, holder: 'free' })),
    act('lift_hold', ['on_hold'], 'hold_lifted', by(APPROVE, { ...reasoned, holder: 'free' }), {
      disposition: 'released',
    }),
    act(
      'order_inspection',
      ['under_analysis', 'on_hold', 'hold_lifted', 'order_refused'],
      'inspection_ordered',
      by('inspections.order')
    ),
    act('refuse_order', ['inspection_ordered'], 'order_refused', bySystem),
    act('go_on_after_refusal', ['order_refused'], 'under_analysis', by(WORK)),
    act('miss', ['inspection_ordered', 'order_refused'], 'missed', bySystem),
    act('begin_inspection', ['inspection_ordered'], 'inspecting', bySystem, { disposition: 'in_exam' }),
    act('record_result', ['inspecting'], 'result_recorded', bySystem),
    act(
      'further_exam',
      ['result_recorded'],
      'inspection_ordered',
      by('inspections.review', { ...reasoned, holder: 'free', notWho: ['record_result'] })
    ),
    act(
      'enforce',
      ['result_recorded'],
      'enforcement',
      by('inspections.review', { holder: 'free', notWho: ['record_result'] }),
      { disposition: 'seized' }
    ),
    act(
      'release',
      ['result_recorded'],
      'released',
      by('inspections.review', { holder: 'free', notWho: ['record_result'] }),
      { disposition: 'released' }
    ),
    act('close_resultant', ['enforcement'], 'closed', by(CLOSE, { holder: 'free' }), {
      outcomes: ['confirmed_risk', 'valuable_no_offence', 'random_hit'],
    }),
    act('close_non_resultant', ['released'], 'closed', by(CLOSE, { holder: 'free' }), {
      outcomes: ['valuable_no_offence', 'false_positive', 'inconclusive', 'random_clean'],
    }),
    act(
      'close_without_action',
      ['open', 'under_analysis', 'dnl_lifted', 'hold_lifted', 'missed'],
      'closed',
      by(CLOSE, reasoned),
      { outcomes: ['false_positive', 'inconclusive', 'not_examined'] }
    ),
    act('reopen', ['closed'], 'under_analysis', by(CLOSE, { ...reasoned, holder: 'free' })),
  ],
  outcomes: OUTCOMES,
  dispositions: DISPOSITIONS,
}
