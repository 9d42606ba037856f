import type { Guard, ReasonCode, WorkflowAct, WorkflowState } from './definition.js'

/** Short hands for the core's own definitions: titles are keys made of subject and code. */
export const words = (subject: string) => ({
  state: (code: string, more: Partial<Omit<WorkflowState, 'code'>> = {}): WorkflowState => ({
    code,
    phase: code,
    open: true,
    title: { key: `workflow.${subject}_state_${code}` },
    ...more,
  }),
  act: (
    code: string,
    from: readonly string[],
    to: string,
    guard: Guard,
    more: Partial<Pick<WorkflowAct, 'reasons' | 'outcomes' | 'disposition'>> = {}
  ): WorkflowAct => ({ code, from, to, guard, title: { key: `workflow.${subject}_act_${code}` }, ...more }),
})

export const by = (permission: string, more: Partial<Omit<Guard, 'permission'>> = {}): Guard => ({
  permission,
  reason: 'none',
  holder: 'not_other',
  notWho: [],
  ...more,
})

export const bySystem: Guard = { permission: null, reason: 'none', holder: 'free', notWho: [] }

export const reasons = (codes: readonly string[], key: (code: string) => string): readonly ReasonCode[] =>
  codes.map((code) => ({ code, title: { key: key(code) }, ...(code === 'other' ? { needsNote: true as const } : {}) }))
