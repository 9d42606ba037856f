import type { Dates } from '../parts/dates.js'
import type { Filed } from '../parts/filed.js'
import type { PlaceFiled } from '../parts/place.js'

export interface TravelDocumentDraft {
  readonly type: string
  readonly number: Filed | null
  issuer: Filed | null
  readonly dates: Dates
}

export interface TravellerDraft {
  /** UN 3035. */
  readonly qualifier: string
  readonly names: Filed<readonly string[]> | null
  sex: Filed | null
  nationality: Filed | null
  reservation: Filed | null
  /** Date of birth as filed. */
  born: Filed | null
  /** By UN 3227; the first of each. */
  readonly places: Map<string, PlaceFiled>
  readonly documents: TravelDocumentDraft[]
}
