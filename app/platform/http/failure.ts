import type { Sentence } from '../../../resources/props/shared.js'

/** Why an act was refused: a sentence a field, or one for the whole that says why it cannot be done now. */
export type Failure =
  | { kind: 'invalid'; fields: Readonly<Record<string, Sentence>> }
  /** What the person saw is no longer what stands, or the state does not allow it. */
  | { kind: 'conflict'; sentence: Sentence }
  /** Not theirs to do, whatever the state: the person, not the thing, is in the way. */
  | { kind: 'forbidden'; sentence: Sentence }
  | { kind: 'not_found' }

export const sentence = (key: string, params: Sentence['params'] = {}): Sentence => ({ key, params })

export const invalid = (field: string, key: string, params: Sentence['params'] = {}): Failure => ({
  kind: 'invalid',
  fields: { [field]: sentence(key, params) },
})

export const conflict = (key: string, params: Sentence['params'] = {}): Failure => ({
  kind: 'conflict',
  sentence: sentence(key, params),
})

export const forbidden = (key: string, params: Sentence['params'] = {}): Failure => ({
  kind: 'forbidden',
  sentence: sentence(key, params),
})
