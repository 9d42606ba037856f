import type { WorkflowSubject } from '#core/workflow/definition'

declare module '#platform/events/announce' {
  interface RoomEvents {
    /**
     * A revision is live. With `moves`, running work of the subject goes over to it: a step that is gone becomes
     * the one it stands for (`null`: the phase itself).
     */
    'workflow:published': {
      subject: WorkflowSubject
      revision: number
      moves: Readonly<Record<string, string | null>> | null
    }
  }
}
