declare module '#platform/events/announce' {
  interface RoomEvents {
    /** A case was referred to a unit; the officers of it. */
    'case:referred': { caseId: string; officerIds: readonly string[] }
    /** The same, to a partner agency: they know of the referral, not of the case. */
    'referral:received': { referralId: string; officerIds: readonly string[] }
    /** A partner answered; who referred the case, and who holds it. */
    'referral:answered': { caseId: string; officerIds: readonly string[] }
  }
}
export {}
