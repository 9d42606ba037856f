import type { LocalTime } from '../kernel/instant.js'
import type { Place, Provenance } from './consignment.js'
import type { DocumentHead } from './reported_document.js'

/**
 * Persons aboard (PAXLST). Data of persons under a law of its own: whoever stores it needs the
 * administration's switch, its permission and its retention class. Nothing of it stands in Problems.
 */
export interface TravellerList extends DocumentHead {
  readonly kind: 'traveller_list'
  readonly personal: true
  readonly of: TravellerKind | null
  readonly travellers: readonly Traveller[]
  readonly declaredTravellers: number | null
}

export type TravellerKind = 'passenger' | 'crew'

export interface Traveller {
  readonly sequence: number
  readonly kind: TravellerKind | null
  /** In transit, not entering (NAD DDT of crew, DDU of passengers). */
  readonly transit: boolean
  readonly familyName: string | null
  readonly givenNames: string | null
  readonly sex: 'female' | 'male' | 'unspecified' | null
  readonly bornOn: LocalTime | null
  /** ISO 3166 alpha-2, or as filed where it is none. */
  readonly nationality: string | null
  readonly residence: string | null
  readonly places: {
    readonly embarkation: Place | null
    readonly disembarkation: Place | null
    readonly clearance: Place | null
    readonly birth: Place | null
  }
  /** Reservation record (RFF AVF). */
  readonly reservation: string | null
  readonly travelDocuments: readonly TravelDocument[]
  readonly provenance: Provenance
}

export interface TravelDocument {
  /** As filed: `P` passport, `V` visa, `I` identity card … */
  readonly type: string
  readonly number: string | null
  readonly issuer: string | null
  readonly expiresOn: LocalTime | null
}
