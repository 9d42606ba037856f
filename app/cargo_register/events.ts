import type { CargoEventKind } from './cargo_event.js'

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
     * arrival of the same revision, or more known of its containers (`call_changed`). Unusable ones are not told of.
     */
    'consignment:revised': { because: 'revised' | 'call_changed'; revisions: readonly RevisedConsignment[] }
    /** A national system told of the result of an examination, or took it back. `systemId` is the connected system that said so. */
    'examination:told': { examinationId: string; systemId: string; cancelled: boolean }
    /** Something happened to cargo, or (`happened` false) is said not to have happened after all. */
    'event:recorded': {
      kind: CargoEventKind
      happened: boolean
      consignmentIds: readonly string[]
      /** One container of each, or `null` for the whole consignments. */
      equipment: string | null
      /** Those of the consignments of which nothing is left here now. */
      gone: readonly string[]
    }
  }
}
