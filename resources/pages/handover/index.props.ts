import type { Clearing } from '../../../app/core/triage/clearing.js'
import type { IsoInstant } from '../../props/shared.js'

/** What a shift leaves: prefilled, signed as it stood. */
export interface HandoverSheet {
  from: IsoInstant
  ships: { call: string; name: string; at: IsoInstant | null; undecided: number; clearing: Clearing | null }[]
  /** Undecided whose arrival nobody told. */
  unknownArrival: number
  held: { officer: string; alerts: number }[]
  snoozed: { alert: string; reference: string | null; until: IsoInstant; for: string | null; by: string | null }[]
  counts: { raised: number; dismissed: number; ordered: number; missed: number; escalated: number }
}

export interface SignedSheet {
  id: string
  writer: string
  writtenAt: IsoInstant
  receiver: string | null
  receivedAt: IsoInstant | null
}

export interface HandoverProps {
  sheet: HandoverSheet
  /** The signed sheet that is shown; `null`: what would be left now. */
  signed: (SignedSheet & { note: string | null; own: boolean }) | null
  earlier: SignedSheet[]
  absences: { id: string; officer: string; substitute: string | null; from: IsoInstant; until: IsoInstant }[]
  colleagues: { id: string; name: string }[]
  may: { sign: boolean }
}
