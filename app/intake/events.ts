declare module '#platform/events/announce' {
  interface RoomEvents {
    /** A received message was put aside for repair. */
    'message:quarantined': { message: string }
  }
}
