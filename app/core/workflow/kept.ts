import type { Guard, WorkflowAct, WorkflowDefinition } from './definition.js'
import { fault, type WorkflowFault } from './fault.js'

const HOLDER = { free: 0, not_other: 1, own: 2 } as const
const REASON = { none: 0, optional: 1, required: 2 } as const

/** What the core guards stays guarded: an administration may tighten it, never loosen it. */
export function checkKept(definition: WorkflowDefinition, core: WorkflowDefinition): WorkflowFault[] {
  const phases = new Map(definition.states.map(({ code, phase }) => [code, phase]))
  return [
    ...core.states.flatMap((state) => {
      const kept = definition.states.find(({ code }) => code === state.code)
      if (!kept) return [fault('core_state_missing', state.code)]
      const same =
        kept.phase === state.phase &&
        kept.open === state.open &&
        kept.initial === state.initial &&
        kept.positiveEnd === state.positiveEnd
      return same ? [] : [fault('core_state_changed', state.code)]
    }),
    ...definition.states.flatMap((state) => extraState(state, core)),
    ...core.acts.flatMap((act) => keptAct(act, definition, phases)),
    ...definition.acts.flatMap((act) => extraAct(act, core, phases)),
  ]
}

function extraState(state: WorkflowDefinition['states'][number], core: WorkflowDefinition): WorkflowFault[] {
  if (core.states.some(({ code }) => code === state.code)) return []
  const phase = core.states.find(({ phase }) => phase === state.phase)
  if (!phase) return [fault('phase_unknown', state.code, state.phase)]
  // Ends are the core's: what is between belongs to an open phase, and nothing begins there.
  return phase.open && state.open && !state.initial && !state.positiveEnd
    ? []
    : [fault('core_state_changed', state.code)]
}

function keptAct(
  act: WorkflowAct,
  definition: WorkflowDefinition,
  phases: ReadonlyMap<string, string>
): WorkflowFault[] {
  const kept = definition.acts.find(({ code }) => code === act.code)
  if (!kept) return [fault('core_act_missing', act.code)]
  const allowed = new Set(act.from.map((code) => phases.get(code)))
  const strays = kept.from.find((code) => !allowed.has(phases.get(code)))
  const changed = kept.to !== act.to || strays !== undefined || kept.disposition !== act.disposition
  const faults = changed ? [fault('core_act_changed', act.code)] : []
  if (act.guard.permission === null) {
    // What happens by itself must be able to happen from every step of the phases it ends.
    const blocked = definition.states.find(
      ({ code, phase }) => phase !== phases.get(act.to) && allowed.has(phase) && !kept.from.includes(code)
    )
    if (blocked) faults.push(fault('system_act_blocked', act.code, blocked.code))
  }
  return [...faults, ...loosened(kept, act)]
}

/** An act of the administration makes a move of the core under the core's guards, or stays inside one phase. */
function extraAct(act: WorkflowAct, core: WorkflowDefinition, phases: ReadonlyMap<string, string>): WorkflowFault[] {
  if (core.acts.some(({ code }) => code === act.code)) return []
  if (act.does !== undefined) {
    const like = core.acts.find(({ code }) => code === act.does)
    if (!like || like.guard.permission === null) return [fault('passes_the_core_by', act.code)]
    const from = new Set(like.from.map((code) => phases.get(code)))
    const moves = act.from.every((code) => from.has(phases.get(code))) && phases.get(act.to) === phases.get(like.to)
    return [...(moves ? [] : [fault('passes_the_core_by', act.code)]), ...loosened(act, like)]
  }
  const inside = act.from.every((code) => phases.get(code) === phases.get(act.to))
  if (!inside || act.guard.permission === null) return [fault('passes_the_core_by', act.code)]
  const working = core.acts.filter(
    ({ from, guard }) => guard.permission !== null && from.some((code) => phases.get(code) === phases.get(act.to))
  )
  return working.some(({ guard }) => guard.permission === act.guard.permission)
    ? []
    : [fault('permission_lost', act.code)]
}

function loosened(act: WorkflowAct, core: WorkflowAct): WorkflowFault[] {
  const faults: WorkflowFault[] = []
  const [now, was]: [Guard, Guard] = [act.guard, core.guard]
  if (now.permission !== was.permission) faults.push(fault('permission_lost', act.code))
  const also = Object.entries(was.also ?? {})
  if (also.some(([circumstance, permission]) => now.also?.[circumstance] !== permission))
    faults.push(fault('permission_lost', act.code))
  if (HOLDER[now.holder] < HOLDER[was.holder]) faults.push(fault('holder_lost', act.code))
  if (REASON[now.reason] < REASON[was.reason]) faults.push(fault('reason_lost', act.code))
  if (was.notWho.some((other) => !now.notWho.includes(other))) faults.push(fault('four_eyes_lost', act.code))
  const codes = new Map(act.reasons?.map((reason) => [reason.code, reason.needsNote ?? false]))
  const lost = core.reasons?.find(({ code, needsNote }) => !codes.has(code) || (needsNote === true && !codes.get(code)))
  if (lost) faults.push(fault('reason_code_lost', act.code, lost.code))
  const loose = core.outcomes && (!act.outcomes || act.outcomes.some((outcome) => !core.outcomes!.includes(outcome)))
  if (loose) faults.push(fault('outcome_lost', act.code))
  return faults
}
