import type { ReasonCode, WorkflowAct, WorkflowDefinition, WorkflowState, WorkflowText } from './definition.js'

type Words = Readonly<Record<string, string>>

/** A state an administration puts between: a step of one open phase, reached and left by steps of its own. */
export interface ExtraState {
  readonly code: string
  /** A core state of the phase it belongs to, from which it is reached. */
  readonly after: string
  readonly title: Words
  /** Of the step that leads into it and of the one that leads back. */
  readonly enter: Words
  readonly back: Words
  /** Whoever leads it further must not be who led it in. */
  readonly secondPerson?: boolean
  readonly minutes?: number
}

/** What an administration, or the template of a plugin, changes of a workflow of the core. Everything is optional. */
export interface Tailoring {
  readonly titles?: Readonly<Record<string, Words>>
  /** Minutes of timers, by state. */
  readonly minutes?: Readonly<Record<string, number>>
  readonly states?: readonly ExtraState[]
  /** Officers' acts that are open only from these of their states. */
  readonly only?: Readonly<Record<string, readonly string[]>>
  /** Acts whose optional reason becomes mandatory. */
  readonly required?: readonly string[]
  /** Further reason codes, by act. */
  readonly reasons?: Readonly<Record<string, readonly (Omit<ReasonCode, 'title'> & { readonly title: Words })[]>>
}

/** The definition that holds where `tailoring` was published. Says nothing of its soundness: `checkWorkflow` does. */
export function tailor(core: WorkflowDefinition, tailoring: Tailoring): WorkflowDefinition {
  const extra = (tailoring.states ?? []).map((each) => extraState(core, each))
  const own = new Set(extra.map(({ code }) => code))
  const phaseOf = new Map(core.states.map(({ code, phase }) => [code, phase]))
  const entered = new Map((tailoring.states ?? []).map((each) => [each.code, each]))
  return {
    ...core,
    states: [...core.states.map((state) => changedState(state, tailoring)), ...extra],
    acts: [
      ...core.acts.map((act) => changedAct(act, extra, phaseOf, entered, tailoring)),
      ...(tailoring.states ?? []).flatMap((each) => steps(core, each, own)),
    ],
  }
}

function extraState(core: WorkflowDefinition, extra: ExtraState): WorkflowState {
  const after = core.states.find(({ code }) => code === extra.after)
  return {
    code: extra.code,
    phase: after?.phase ?? extra.after,
    open: after?.open ?? true,
    title: extra.title,
    ...(extra.minutes === undefined ? {} : { timer: { from: 'entered', minutes: extra.minutes } }),
  }
}

function changedState(state: WorkflowState, { titles, minutes }: Tailoring): WorkflowState {
  const title: WorkflowText = titles?.[state.code] ?? state.title
  const more = minutes?.[state.code]
  if (more === undefined) return { ...state, title }
  return { ...state, title, timer: { from: state.timer?.from ?? 'entered', minutes: more } }
}

/** An act of the core is open from the administration's own states of the same phases too, unless it says otherwise. */
function changedAct(
  act: WorkflowAct,
  extra: readonly WorkflowState[],
  phaseOf: ReadonlyMap<string, string>,
  entered: ReadonlyMap<string, ExtraState>,
  { only, required, reasons }: Tailoring
): WorkflowAct {
  const phases = new Set(act.from.map((code) => phaseOf.get(code)))
  const held = act.from.length > 1 || phaseOf.get(act.from[0]!) !== phaseOf.get(act.to)
  const from = [...act.from, ...extra.filter(({ phase }) => held && phases.has(phase)).map(({ code }) => code)]
  const left = only?.[act.code]
  const system = act.guard.permission === null
  const eyes = (left ?? from).filter((code) => entered.get(code)?.secondPerson).map((code) => `enter_${code}`)
  return {
    ...act,
    from: left && !system ? left : from,
    guard: {
      ...act.guard,
      reason: required?.includes(act.code) ? 'required' : act.guard.reason,
      notWho: system || !decides(act, phaseOf) ? act.guard.notWho : [...act.guard.notWho, ...eyes],
    },
    ...(reasons?.[act.code] ? { reasons: [...(act.reasons ?? []), ...reasons[act.code]!] } : {}),
  }
}

/** Leaves its phase for a closed or another one by a decision; giving back is none. */
const decides = (act: WorkflowAct, phaseOf: ReadonlyMap<string, string>) =>
  act.guard.reason === 'required' && !act.from.every((code) => phaseOf.get(code) === phaseOf.get(act.to))

function steps(core: WorkflowDefinition, extra: ExtraState, own: ReadonlySet<string>): WorkflowAct[] {
  const leaving = core.acts.find(({ from, guard }) => from.includes(extra.after) && guard.permission !== null)
  const guard = {
    permission: leaving?.guard.permission ?? null,
    reason: 'optional' as const,
    holder: 'not_other' as const,
    notWho: [],
  }
  if (guard.permission === null || own.has(extra.after)) return []
  return [
    { code: `enter_${extra.code}`, from: [extra.after], to: extra.code, guard, title: extra.enter },
    { code: `back_from_${extra.code}`, from: [extra.code], to: extra.after, guard, title: extra.back },
  ]
}
