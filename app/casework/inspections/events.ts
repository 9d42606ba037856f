/** How an order ended without a result. */
export type OrderEnd = 'missed' | 'refused' | 'cancelled'

declare module '#platform/events/announce' {
  interface RoomEvents {
    /** Orders were made; `alertIds` are the alerts they answer (never shown to who inspects). */
    'inspection:ordered': { orderIds: readonly string[]; alertIds: readonly string[] }
    /** Orders ended without a result; their alerts ask again, or are missed with them. */
    'inspection:ended': { orderIds: readonly string[]; alertIds: readonly string[]; how: OrderEnd }
    /** An inspector began. */
    'inspection:started': { orderIds: readonly string[] }
    /** A result was recorded and waits for its reviewer. */
    'inspection:done': { orderIds: readonly string[] }
    /** A reviewer confirmed the outcome: it counts. */
    'outcome:recorded': { orderIds: readonly string[] }
  }
}
