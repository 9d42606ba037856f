import type { QuoteLine } from '../../props/assessment.js'
import type { ErasureView, IsoInstant } from '../../props/shared.js'
import type { ReceivedState } from '../uploads/new.props.js'

export interface ProblemView {
  code: string
  severity: 'info' | 'warning' | 'error' | 'fatal'
  params: Record<string, string | number>
  line: number | null
  /** e.g. `EQD`, `/Awmds/Bol_segment[2]/Bol_id`. */
  segment: string | null
  /** Number of the consignment's document, when it concerns one. */
  consignment: string | null
}

export interface MessageResult {
  index: number
  type: string | null
  version: string | null
  profile: string | null
  function: string | null
  reference: string | null
  conveyance: string | null
  state: 'read' | 'registered' | 'quarantined' | 'rejected' | 'not_cargo'
  counts: { segments: number; consignments: number; equipment: number; usable: number }
  problems: ProblemView[]
  manifestId: string | null
  callId: string | null
}

export interface MessageShowProps {
  message: {
    id: string
    receivedAt: IsoInstant
    channel: string
    sender: string | null
    fileName: string | null
    bytes: number
    sha256: string
    format: string | null
    charset: string | null
    state: ReceivedState
    duplicateOf: string | null
  }
  /** The Messages inside. */
  contents: MessageResult[]
  problems: ProblemView[]
  /** A window of the raw text with the Problems marked; ask for another with `?from=<line>`. */
  raw: {
    lines: QuoteLine[]
    from: number
    total: number
    kept: boolean
    erased: ErasureView | null
    /** Why who may read raw text may not read this one: it names travellers, or is not read yet and might. */
    withheld: 'yes' | 'not_known' | 'no' | null
  }
  consignments: { id: string; reference: string | null; usable: boolean }[]
  /** What the sender was answered, in the order of what is answered. */
  answers: {
    id: string
    /** `contrl`, `cusres`, `manifest_answer`, or the code of a plugin's. */
    kind: string
    /** Key of its text; there is none once the plugin is gone. */
    title: string
    /** Of the Message, or of the interchange, from 0. */
    position: number
    bytes: number
    madeAt: IsoInstant
  }[]
  may: { readAgain: boolean; download: boolean; readAnswers: boolean }
}
