/**
 * Whether the current officer's units look at what an event is about. Rooms say it for the part of
 * a kind before the colon (`alert:raised` is about an alert); see `start/events.ts`.
 */
type InScope = (id: string) => Promise<boolean>

const subjects = new Map<string, InScope>()

export function tellsOf(subject: string, inScope: InScope): void {
  subjects.set(subject, inScope)
}

/** A subject that nobody vouches for is heard by officers without limits only. */
export const isSubjectInScope: (kind: string, id: string) => Promise<boolean> = async (kind, id) =>
  (await subjects.get(kind.split(':')[0]!)?.(id)) ?? false
