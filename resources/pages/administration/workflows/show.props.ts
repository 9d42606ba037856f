import type { WorkflowDefinition, WorkflowSubject } from '../../../../app/core/workflow/definition.js'
import type { WorkflowDrawing } from '../../../../app/core/workflow/layout.js'
import type { Tailoring } from '../../../../app/core/workflow/tailor.js'
import type { IsoInstant } from '../../../props/shared.js'

/** What core freezes, as JSON brings it. */
export type Plain<T> = T extends readonly (infer E)[]
  ? Plain<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Plain<T[K]> }
    : T

export interface WorkflowProps {
  subject: WorkflowSubject
  subjects: WorkflowSubject[]
  /** As it holds in the revision that is shown; 0 is the core's. */
  workflow: Plain<WorkflowDefinition>
  coreStates: string[]
  drawing: Plain<WorkflowDrawing>
  tailoring: Plain<Tailoring>
  shown: number
  live: number
  revisions: {
    revision: number
    drafter: string
    draftedAt: IsoInstant
    publisher: string | null
    publishedAt: IsoInstant | null
    running: string | null
    note: string | null
  }[]
  templates: { code: string; title: string; tailoring: Plain<Tailoring> }[]
  may: { draft: boolean; publish: boolean }
}
