import type { FilingFunction } from '#core/cargo/codes'
import type { Problem } from '#core/kernel/problem'

/** What a Message did to its manifest. */
export type ManifestEffect =
  'filed' | 'replaced' | 'heading_replaced' | 'changed' | 'consignments_removed' | 'cancelled' | 'unchanged' | 'none'

export interface KnownConsignment {
  consignmentId: string
  state: 'filed' | 'removed' | 'cancelled' | 'unusable'
  revision: number
  revisionId: string
  contentHash: string
}

export interface PlanInput {
  function: FilingFunction
  /** `null` when the register knows no such document of this filer. */
  manifest: { state: 'filed' | 'cancelled' } | null
  known: ReadonlyMap<string, KnownConsignment>
  /** Its format has no functions (ASYCUDA): what such a document leaves out is not said to be gone. */
  withoutFunction?: boolean
  /** In the order of the Message. */
  reported: readonly { key: string; contentHash: string }[]
}

export interface Plan {
  effect: ManifestEffect
  /** Positions in the Message. */
  create: number[]
  revise: number[]
  unchanged: number[]
  /** Keys of known consignments that are closed. */
  close: { keys: string[]; effect: 'removed' | 'cancelled' }
  /** Keys of open consignments that a later sending leaves out: perhaps gone, and left open until somebody says so. */
  missing: string[]
  problems: Problem[]
}

const OPEN: ReadonlySet<string> = new Set(['filed', 'unusable'])

/** The amendment state machine of FORMATS section 14: what a Message asks for and what it meets decide. */
export const planRegistration = (input: PlanInput): Plan => {
  switch (input.function) {
    case 'original':
      return input.withoutFunction ? sentAgain(input) : original(input)
    case 'replace':
      return noted(replace(input), unknownDocument(input))
    case 'replace_heading':
      // Guatemala sends it with consignments: then both heading and consignments are replaced.
      return input.reported.length > 0
        ? noted(replace(input), unknownDocument(input))
        : { ...nothing('heading_replaced'), problems: unknownDocument(input) }
    case 'replace_detail':
    case 'change':
      return noted(upsert(input), unknownDocument(input))
    case 'add':
      return upsert(input)
    case 'delete':
      return remove(input)
    case 'cancel':
      return cancel(input)
    case 'status_only':
    case 'test':
      return nothing('none')
  }
}

const nothing = (effect: ManifestEffect): Plan => ({
  effect,
  create: [],
  revise: [],
  unchanged: [],
  close: { keys: [], effect: 'removed' },
  missing: [],
  problems: [],
})

const noted = (plan: Plan, problems: Problem[]): Plan => ({ ...plan, problems: [...plan.problems, ...problems] })

const unknownDocument = ({ manifest }: PlanInput): Problem[] =>
  manifest ? [] : [{ code: 'VER-UNKNOWN-DOCUMENT', severity: 'warning' }]

const upsert = ({ manifest, known, reported }: PlanInput): Plan => {
  const plan = nothing(manifest ? 'unchanged' : 'filed')
  reported.forEach(({ key, contentHash }, position) => {
    const before = known.get(key)
    if (!before) plan.create.push(position)
    else if (OPEN.has(before.state) && before.contentHash === contentHash) plan.unchanged.push(position)
    else plan.revise.push(position)
  })
  const differs = plan.create.length + plan.revise.length > 0
  return manifest && differs ? { ...plan, effect: 'changed' } : plan
}

const replace = (input: PlanInput): Plan => {
  const plan = upsert(input)
  const keys = new Set(input.reported.map(({ key }) => key))
  const gone = [...input.known].filter(([key, { state }]) => OPEN.has(state) && !keys.has(key)).map(([key]) => key)
  const differs = plan.effect === 'changed' || gone.length > 0
  return {
    ...plan,
    effect: input.manifest && differs ? 'replaced' : plan.effect,
    close: { keys: gone, effect: 'removed' },
  }
}

/** The same number again: a repetition when nothing differs, else a replacement that did not say so. */
const original = (input: PlanInput): Plan => {
  const plan = replace(input)
  if (!input.manifest || input.manifest.state === 'cancelled') return plan
  return plan.effect === 'replaced'
    ? noted(plan, [{ code: 'VER-REPLACED-SAME-FN', severity: 'warning' }])
    : noted(plan, [{ code: 'VER-DUPLICATE', severity: 'info' }])
}

/**
 * The same document of a format without functions: it corrects what it names. When it names nothing
 * that is known it brings further lines only, else what it leaves out may be gone.
 */
const sentAgain = (input: PlanInput): Plan => {
  const plan = upsert(input)
  if (!input.manifest || input.manifest.state === 'cancelled') return plan
  const names = new Set(input.reported.map(({ key }) => key))
  const open = [...input.known].filter(([, { state }]) => OPEN.has(state)).map(([key]) => key)
  const left = open.filter((key) => !names.has(key))
  const missing = left.length === open.length ? [] : left
  return plan.effect === 'unchanged' && missing.length === 0
    ? noted(plan, [{ code: 'VER-DUPLICATE', severity: 'info' }])
    : { ...plan, missing }
}

const remove = (input: PlanInput): Plan => {
  if (!input.manifest) return { ...nothing('none'), problems: unknownDocument(input) }
  const keys: string[] = []
  const problems: Problem[] = []
  input.reported.forEach(({ key }, consignment) => {
    const before = input.known.get(key)
    if (before && OPEN.has(before.state)) keys.push(key)
    else problems.push({ code: 'VER-UNKNOWN-CONSIGNMENT', severity: 'warning', consignment })
  })
  return {
    ...nothing(keys.length > 0 ? 'consignments_removed' : 'unchanged'),
    close: { keys, effect: 'removed' },
    problems,
  }
}

const cancel = (input: PlanInput): Plan => {
  if (!input.manifest) return { ...nothing('none'), problems: unknownDocument(input) }
  const keys = [...input.known].filter(([, { state }]) => OPEN.has(state)).map(([key]) => key)
  return { ...nothing('cancelled'), close: { keys, effect: 'cancelled' } }
}
