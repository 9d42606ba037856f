import type { IsoInstant, Sentence } from '../../props/shared.js'
import type { RevisionState } from './index.props.js'

/** Shape of `app/core/profiles/document`; the server checks it with `checkProfile`. */
export interface ConditionInput {
  kind: 'indicator' | 'fact'
  id: string
  points: number
  hard?: boolean
  indicator?: string
  version?: number
  args?: Record<string, string | number | boolean | string[]>
  fact?: string
  operator?: string
  value?: string | number | boolean | string[]
}

export interface ProfileDocumentInput {
  threat: string
  all: ConditionInput[]
  any: ConditionInput[]
  adds: ConditionInput[]
}

export interface FieldView {
  name: string
  kind: 'decimal' | 'integer' | 'text' | 'flag' | 'codes'
  label: Sentence
  default: string | number | boolean | string[]
  min: number | null
  max: number | null
}

export interface IndicatorChoice {
  code: string
  version: number
  title: Sentence
  layer: 'deductive' | 'inductive' | 'predictive'
  group: string
  points: number
  args: FieldView[]
}

export interface FactChoice {
  key: string
  /** Translation key of its name. */
  label: string
  type: 'text' | 'number' | 'flag' | 'list'
  operators: string[]
  /** Closed values where the fact has them, with their translation keys. */
  values: { value: string; label: string }[] | null
}

/** A piece of the generated sentence; `strong` pieces are tinted. */
export interface WordPart {
  sentence: Sentence
  strong: boolean
}

export interface ProfileShowProps {
  profile: { id: string; name: string; threat: string; liveRevision: number | null }
  revision: {
    number: number
    state: RevisionState
    author: string | null
    authorId: string | null
    createdAt: IsoInstant
    publishedBy: string | null
    publishedAt: IsoInstant | null
    note: string | null
    document: ProfileDocumentInput
    words: WordPart[]
  }
  revisions: { number: number; state: RevisionState; author: string | null; createdAt: IsoInstant }[]
  catalogue: { indicators: IndicatorChoice[]; facts: FactChoice[]; threats: string[] }
  may: {
    edit: boolean
    /** False with `cannotPublish` saying why (e.g. author and publisher cannot be one). */
    publish: boolean
    cannotPublish: Sentence | null
  }
}

/** Answer of POST profiles/describe. */
export interface DescribeAnswer {
  words: WordPart[]
  problems: { path: string; sentence: Sentence }[]
}
