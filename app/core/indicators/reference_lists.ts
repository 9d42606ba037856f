/** A row of an administration's reference list; columns depend on the list (see `lists/`). */
export type ReferenceRow = Readonly<Record<string, string | number | boolean | null>>

export interface ReferenceListEdition {
  readonly code: string
  readonly edition: number
  readonly rows: readonly ReferenceRow[]
}

/** The editions in force when an assessment is made; the assessment stores which. */
export interface ReferenceLists {
  /** `null` when the administration has no edition of it: the answer is unknown then, not clear. */
  get(code: string): ReferenceListEdition | null
}
