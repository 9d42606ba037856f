declare module '#platform/events/announce' {
  interface RoomEvents {
    /** A draft of a profile waits for somebody else's yes. */
    'profile:draft_saved': { profile: string; by: string }
    'alert:raised': { alerts: readonly string[] }
    /** Open alerts whose band is higher than before. */
    'alert:band_raised': { alerts: readonly string[] }
    /** The time to decide these open alerts has come, and nobody decided. */
    'alert:escalated': { alerts: readonly string[] }
    /** Open alerts whose score, band or reasons differ from before. */
    'alert:reweighed': { alerts: readonly string[] }
  }
}
