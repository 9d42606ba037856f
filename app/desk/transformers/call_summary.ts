import type { CallSummary } from '../../../resources/props/cargo.js'
import { referenceData } from '#platform/reference/service'

export interface CallRecord {
  id: string
  means_name: string | null
  imo: string | null
  voyage: string | null
  port: string | null
  berth: string | null
  eta: Date | null
  arrived_at: Date | null
  eta_before?: Date | null
}

export const callSummary = (call: CallRecord): CallSummary => ({
  id: call.id,
  means: call.means_name,
  imo: call.imo,
  voyage: call.voyage,
  port: placeName(call.port) ?? '',
  portCode: call.port ?? '',
  berth: call.berth,
  arrival: {
    at: (call.arrived_at ?? call.eta)?.toISOString() ?? null,
    confirmed: call.arrived_at !== null,
    arrived: call.arrived_at !== null,
    before: call.eta_before?.toISOString() ?? null,
  },
})

/** Name of a UN/LOCODE, else the code itself. */
export const placeName = (code: string | null | undefined): string | null =>
  code ? (referenceData().place(code)?.name ?? code) : null

export const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((part) => part[0]!.toUpperCase())
    .join('')
