import { liveRevision, workflowAt } from '#app/workflows/published'
import { actOf, type WorkflowText } from '#core/workflow/definition'

export interface ShownReason {
  code: string
  title: WorkflowText
  needsNote: boolean
}

/** Coded reasons of an act, in the workflow that is live: the core's first, then the administration's own. */
export async function alertReasons(act: string): Promise<ShownReason[]> {
  const workflow = await workflowAt('alert', await liveRevision('alert'))
  return (actOf(workflow, act)?.reasons ?? []).map(({ code, title, needsNote = false }) => ({ code, title, needsNote }))
}
