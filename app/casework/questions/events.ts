declare module '#platform/events/announce' {
  interface RoomEvents {
    /** A filer answered a question of this case. */
    'question:answered': { caseId: string }
    /** Nobody answered in time. */
    'question:lapsed': { caseId: string }
  }
}
export {}
