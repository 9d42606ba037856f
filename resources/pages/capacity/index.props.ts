import type { IsoInstant } from '../../props/shared.js'

export interface CapacitySite {
  id: string
  name: string
  port: string | null
  /** Who can be drawn here and for what, nothing named meaning everything; empty for who may not decide it. */
  duties: { officerId: string; inspector: string; shifts: string[]; types: string[] }[]
  shifts: { shift: string; weekday: number; starts: string; ends: string; places: number }[]
  slots: {
    day: string
    shift: string
    from: IsoInstant
    until: IsoInstant
    places: number
    booked: number
    exception: string | null
  }[]
}

export interface CapacityProps {
  filters: { site: string | null }
  choices: { id: string; name: string }[]
  sites: CapacitySite[]
  types: string[]
  may: { manage: boolean }
}
