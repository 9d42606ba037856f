import type { WorkflowDefinition, WorkflowText } from './definition.js'
import { fault, type WorkflowFault } from './fault.js'
import { checkKept } from './kept.js'
import { checkReach } from './reach.js'

const MOST_STATES = 40
const MOST_ACTS = 120
const MOST_REASONS = 30
const LONGEST_WORDS = 80
const CODE = /^[a-z][a-z0-9_]{1,59}$/
/** Of timers, in minutes: five minutes to two weeks. */
export const TIMER_BOUNDS = { least: 5, most: 20_160 } as const

/**
 * Everything that keeps a definition from being published; empty: it can be. `core` is what it must not
 * loosen, `languages` those its own words are needed in.
 */
export function checkWorkflow(
  definition: WorkflowDefinition,
  core: WorkflowDefinition,
  languages: readonly string[]
): readonly WorkflowFault[] {
  const { states, acts } = definition
  if (states.length > MOST_STATES || acts.length > MOST_ACTS) return [fault('too_large', definition.subject)]
  const form = [...checkCodes(definition), ...checkNames(definition)]
  // Where codes do not hold, nothing that walks them can be said.
  if (form.length > 0) return form
  return [
    ...checkReach(definition),
    ...checkKept(definition, core),
    ...checkTexts(definition, languages),
    ...checkTimers(definition),
  ]
}

function checkCodes({ states, acts }: WorkflowDefinition): WorkflowFault[] {
  const reasons = acts.map(({ code, reasons: own = [] }) => ({ code, codes: own.map((each) => each.code) }))
  return [
    ...malformed([...states, ...acts].map(({ code }) => code)),
    ...twice(states.map(({ code }) => code)),
    ...twice(acts.map(({ code }) => code)),
    ...reasons.flatMap(({ codes }) => [...malformed(codes), ...twice(codes)]),
    ...reasons.filter(({ codes }) => codes.length > MOST_REASONS).map(({ code }) => fault('too_large', code)),
  ]
}

const malformed = (codes: readonly string[]) =>
  codes.filter((code) => !CODE.test(code)).map((code) => fault('code_malformed', code))
const twice = (codes: readonly string[]) =>
  [...new Set(codes.filter((code, at) => codes.indexOf(code) !== at))].map((code) => fault('twice', code))

/** What acts name must be there. */
function checkNames({ states, acts, outcomes, dispositions }: WorkflowDefinition): WorkflowFault[] {
  const known = new Set(states.map(({ code }) => code))
  return acts.flatMap((act) => [
    ...(act.from.length === 0 ? [fault('unknown_state', act.code)] : []),
    ...[...act.from, act.to].filter((code) => !known.has(code)).map((code) => fault('unknown_state', act.code, code)),
    ...(act.outcomes ?? [])
      .filter((code) => !outcomes.includes(code))
      .map((code) => fault('unknown_outcome', act.code, code)),
    ...(act.outcomes?.length === 0 ? [fault('unknown_outcome', act.code)] : []),
    ...(act.disposition !== undefined && !dispositions.includes(act.disposition)
      ? [fault('unknown_disposition', act.code, act.disposition)]
      : []),
  ])
}

function checkTexts({ states, acts }: WorkflowDefinition, languages: readonly string[]): WorkflowFault[] {
  const titled = [...states, ...acts, ...acts.flatMap(({ reasons = [] }) => reasons)]
  return titled.filter(({ title }) => !isWorded(title, languages)).map(({ code }) => fault('text_missing', code))
}

function isWorded(title: WorkflowText, languages: readonly string[]): boolean {
  const words = title as Readonly<Record<string, string>>
  const whole = (text: string | undefined) => text !== undefined && text.trim() !== '' && text.length <= LONGEST_WORDS
  return words.key !== undefined ? whole(words.key) : languages.every((language) => whole(words[language]))
}

const checkTimers = ({ states }: WorkflowDefinition): WorkflowFault[] =>
  states
    .filter(
      ({ timer }) =>
        timer &&
        !(Number.isInteger(timer.minutes) && timer.minutes >= TIMER_BOUNDS.least && timer.minutes <= TIMER_BOUNDS.most)
    )
    .map(({ code }) => fault('timer_out_of_bounds', code))
