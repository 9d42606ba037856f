import { by, bySystem, reasons, words } from './build.js'
import type { WorkflowDefinition } from './definition.js'

/** Coded, in the order of the keys 1 to 6; `other` needs a note. They feed the statistics of each profile. */
export const DISMISSAL_REASONS = [
  'known_trade',
  'explained_by_documents',
  'inspected_clean',
  'data_error',
  'different_entity',
  'other',
] as const

const WORK = 'alerts.triage'
const SUPERVISE = 'alerts.supervise'
const OPEN = ['new', 'claimed', 'in_review']
const HELD = ['claimed', 'in_review']

const { state, act } = words('alert')
const closed = { open: false } as const
const ended = { open: false, positiveEnd: true } as const
const why = reasons(DISMISSAL_REASONS, (code) => `triage.reason_${code}`)

/**
 * The machine of an alert (ROLES_AND_WORKFLOW 5.4 C). New evidence raises another alert; a decided one is
 * opened again by a supervisor with a reason. An inspection order answers an alert (`ordered`) until it
 * ends without a result; goods that leave first end it as `expired`, which counts as missed.
 */
export const ALERT_WORKFLOW: WorkflowDefinition = {
  subject: 'alert',
  states: [
    state('new', { initial: true, timer: { from: 'before_arrival', minutes: 120 } }),
    state('claimed', { timer: { from: 'before_arrival', minutes: 120 } }),
    state('in_review', { phase: 'claimed', timer: { from: 'before_arrival', minutes: 120 } }),
    state('dismissed', ended),
    state('suppressed', closed),
    state('merged', closed),
    state('promoted', ended),
    state('ordered', ended),
    state('expired', closed),
  ],
  acts: [
    act('claim', ['new'], 'claimed', by(WORK)),
    act('begin_review', ['claimed'], 'in_review', by(WORK, { holder: 'own' })),
    act('release', HELD, 'new', by(WORK, { holder: 'own' })),
    act('dismiss', OPEN, 'dismissed', by(WORK, { reason: 'required', also: { high: 'alerts.dismiss_high' } }), {
      reasons: why,
    }),
    // Taken back at once by who dismissed it: to the hands it was in, or to the queue.
    act('undo', ['dismissed'], 'claimed', by(WORK, { holder: 'own' })),
    act('undo_unheld', ['dismissed'], 'new', by(WORK)),
    act('merge', OPEN, 'merged', by(WORK)),
    act('detach', ['merged'], 'new', by(WORK, { holder: 'free' })),
    act('promote', OPEN, 'promoted', by(WORK)),
    act('detach_from_case', ['promoted'], 'new', by(WORK, { holder: 'free' })),
    act('assign', ['new'], 'claimed', by(SUPERVISE)),
    act('reassign', HELD, 'claimed', by(SUPERVISE, { holder: 'free', reason: 'required' })),
    act('suppress', OPEN, 'suppressed', by(SUPERVISE, { reason: 'required' }), { reasons: why }),
    act('reopen', ['dismissed', 'suppressed'], 'new', by(SUPERVISE, { holder: 'free', reason: 'required' })),
    act('release_idle', HELD, 'new', bySystem),
    act('hand_over', HELD, 'new', bySystem),
    act('order', OPEN, 'ordered', bySystem),
    act('ask_again', ['ordered'], 'new', bySystem),
    act('expire', OPEN, 'expired', bySystem),
    act('miss', ['ordered'], 'expired', bySystem),
  ],
  outcomes: [],
  dispositions: [],
}
