import type { MessageKey } from '../indicators/definition.js'

/** Something wrong in a profile document; `because` is the sentence, `path` as in `adds.3.args.percent`. */
export interface ProfileProblem {
  readonly because: MessageKey
  readonly path: string
  readonly params: Readonly<Record<string, string | number>>
}

export const problem = (code: string, path: string, params: ProfileProblem['params'] = {}): ProfileProblem => ({
  because: `targeting.profile_${code}`,
  path,
  params,
})

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
