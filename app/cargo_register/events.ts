export type RevisionEffect = 'created' | 'revised' | 'removed' | 'cancelled'

export interface RevisedConsignment {
  consignmentId: string
  revisionId: string
  /** From 1. */
  revision: number
  effect: RevisionEffect
  /** Loaded as history: counted, never alerted. */
  historical: boolean
}

declare module '#platform/events/announce' {
  interface RoomEvents {
    /**
     * Consignments whose assessment is out of date: a new revision (`revised`), or another call or
     * arrival of the same revision (`call_changed`). Unusable ones are not told of.
     */
    'consignment:revised': { because: 'revised' | 'call_changed'; revisions: readonly RevisedConsignment[] }
  }
}
