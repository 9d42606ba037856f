import type { Sentence } from '../../resources/props/shared.js'

/** Why authoring refused: a sentence a field, or one for the whole that says why it cannot be done now. */
export type AuthoringFailure =
  | { kind: 'invalid'; fields: Readonly<Record<string, Sentence>> }
  /** Somebody else was first: what the author saw is no longer what stands. */
  | { kind: 'conflict'; sentence: Sentence }
  | { kind: 'not_found' }

export const sentence = (key: string, params: Sentence['params'] = {}): Sentence => ({ key, params })

export const invalid = (field: string, key: string, params: Sentence['params'] = {}): AuthoringFailure => ({
  kind: 'invalid',
  fields: { [field]: sentence(key, params) },
})

export const conflict = (key: string, params: Sentence['params'] = {}): AuthoringFailure => ({
  kind: 'conflict',
  sentence: sentence(key, params),
})
