declare module '#platform/events/announce' {
  interface RoomEvents {
    /** A case went from one state to the next; `act` is of its workflow, `phase` where it stands now. */
    'case:moved': { caseId: string; act: string; phase: string }
    /** A case has another holder. */
    'case:assigned': { caseId: string; officerId: string }
    /** Officers were named in a note. */
    'case:mentioned': { caseId: string; officerIds: readonly string[] }
  }
}
export {}
