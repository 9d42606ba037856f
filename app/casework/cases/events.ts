declare module '#platform/events/announce' {
  interface RoomEvents {
    /** A case went from one state to the next; `act` is of its workflow, `phase` where it stands now. */
    'case:moved': { caseId: string; act: string; phase: string }
    /** A case has another holder. */
    'case:assigned': { caseId: string; officerId: string }
    /** Its time has come: told to who holds it; and still stands there, or nobody holds it: told to who leads. */
    'case:due': { caseId: string; officerId: string }
    'case:overdue': { caseId: string; port: string | null }
    /** The same of a task of this case. */
    'task:due': { caseId: string; officerId: string }
    'task:overdue': { caseId: string; port: string | null }
    /** Officers were named in a note. */
    'case:mentioned': { caseId: string; officerIds: readonly string[] }
  }
}
export {}
