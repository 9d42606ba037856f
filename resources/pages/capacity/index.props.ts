import type { IsoInstant } from '../../props/shared.js'
import type { RateView } from '../draws/index.props.js'

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
  /** The random baseline, for who may ask for another rate. */
  baseline: { now: RateView | null; asked: RateView | null } | null
  filters: { site: string | null }
  choices: { id: string; name: string }[]
  sites: CapacitySite[]
  types: string[]
  may: { manage: boolean }
}
