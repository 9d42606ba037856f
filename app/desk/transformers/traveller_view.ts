import type { Place } from '#core/cargo/consignment'
import type { ListedTraveller } from '#app/travellers/published'
import type { TravellerView } from '../../../resources/pages/conveyances/show.props.js'

/** One traveller as the page of the call lists them. */
export const travellerView = ({ id, list, traveller }: ListedTraveller, restricted: boolean): TravellerView => ({
  id,
  list: { id: list.documentId, filedAt: list.filedAt.toISOString() },
  restricted,
  person: traveller && {
    kind: traveller.kind,
    transit: traveller.transit,
    familyName: traveller.familyName,
    givenNames: traveller.givenNames,
    sex: traveller.sex,
    bornOn: traveller.bornOn,
    nationality: traveller.nationality,
    residence: traveller.residence,
    embarkation: placeOf(traveller.places.embarkation),
    disembarkation: placeOf(traveller.places.disembarkation),
    reservation: traveller.reservation,
    documents: traveller.travelDocuments.map((document) => ({ ...document })),
  },
})

const placeOf = (place: Place | null): string | null => place?.code ?? place?.name ?? null
