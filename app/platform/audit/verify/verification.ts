/** What can be wrong with a chain; each has its sentence as `audit.fault_<code>`. */
export type FaultCode =
  | 'gap'
  | 'entry_missing'
  | 'altered'
  | 'anchor_differs'
  | 'cut_off'
  | 'day_differs'
  | 'unchained'
  | 'anchors_missing'
  | 'anchors_late'
  | 'anchors_altered'
  | 'anchors_unsigned'
  | 'broken_before'

export interface Fault {
  /** Number of the entry, or of the first that is meant; of an anchor's own fault, what it says. */
  seq: number
  because: FaultCode
}

export interface Verification {
  entries: number
  lastSeq: number
  anchors: number
  /** The first hundred, by number. */
  faults: Fault[]
}
