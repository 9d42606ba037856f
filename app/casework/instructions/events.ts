declare module '#platform/events/announce' {
  interface RoomEvents {
    /** A system refused an instruction of this case, could not be reached, or did not answer in time. */
    'instruction:troubled': { caseId: string }
    /** The same, of a selection. */
    'selection:troubled': { orderId: string }
  }
}
export {}
