export interface HandedOver {
  /** `alert` …; `administration.handover_<kind>`. */
  kind: string
  id: string
}

declare module '#platform/events/announce' {
  interface RoomEvents {
    /** What a plugin contributes to weighing counts from now on, does not any more, or has other settings. */
    'plugins:changed': { plugin: string }
    /**
     * An officer works here no more. Who owns what he held gives it back to the others and adds it
     * to `handedOver`, which is kept as his handover list.
     */
    'officer:deactivated': { officerId: string; by: string; handedOver: HandedOver[] }
  }
}
