import type { Place } from '../../../cargo/consignment.js'
import type { TravelDocument, Traveller, TravellerKind } from '../../../cargo/traveller_list.js'
import type { LocalTime } from '../../../kernel/instant.js'
import { parseBirthDate } from './birth_date.js'
import { firstDate } from '../parts/dates.js'
import type { Filed } from '../parts/filed.js'
import { resolvePlace } from '../parts/place.js'
import { Citations } from '../parts/citations.js'
import type { SegmentReading } from '../parts/segment_reading.js'
import type { TravelDocumentDraft, TravellerDraft } from './draft.js'

/** UN 3035 of persons; the driver of a truck (VW) is its crew. */
export const KIND_BY_QUALIFIER: Readonly<Record<string, TravellerKind>> = {
  FL: 'passenger',
  DDU: 'passenger',
  FM: 'crew',
  DDT: 'crew',
  VW: 'crew',
}
const IN_TRANSIT: ReadonlySet<string> = new Set(['DDT', 'DDU'])

const SEXES: Readonly<Record<string, Traveller['sex']>> = { F: 'female', M: 'male', X: 'unspecified', U: 'unspecified' }
const EXPIRES = '36'
/** Components of a name (C080); the sixth is its format. */
const NAME_PARTS = 5

/** Date of birth; the Problem of one that cannot be read does not repeat it. */
const bornOn = ({ problems }: SegmentReading, { born }: TravellerDraft, sentAt: LocalTime | null): Filed | null => {
  if (!born) return null
  const value = parseBirthDate(born.value, sentAt)
  if (value === null) problems.add('SYN-DATE', { at: born.at, params: { value: '…' } })
  return value === null ? null : { value, at: born.at }
}

const countryOf = ({ reference }: SegmentReading, filed: Filed | null): Filed | null =>
  filed && { value: reference.country(filed.value)?.alpha2 ?? filed.value, at: filed.at }

const documentOf = (
  reading: SegmentReading,
  draft: TravelDocumentDraft,
  path: string,
  cited: Citations
): TravelDocument => ({
  type: draft.type,
  number: cited.take(`${path}.number`, draft.number),
  issuer: cited.take(`${path}.issuer`, countryOf(reading, draft.issuer)),
  expiresOn: cited.take(`${path}.expiresOn`, firstDate(draft.dates, [EXPIRES])),
})

/** One person in canonical terms with the places of the values. */
export const finishTraveller = (
  reading: SegmentReading,
  draft: TravellerDraft,
  sequence: number,
  sentAt: LocalTime | null
): Traveller => {
  const cited = new Citations(reading.places)
  const [family = '', ...given] = (draft.names?.value ?? []).slice(0, NAME_PARTS).map((piece) => piece.trim())
  const name = (path: string, value: string): string | null =>
    value === '' || !draft.names ? null : cited.take(path, { value, at: draft.names.at })
  const place = (field: keyof Traveller['places'], qualifier: string): Place | null => {
    const found = draft.places.get(qualifier)
    return found ? cited.take(`places.${field}`, { value: resolvePlace(reading, found), at: found.at }) : null
  }
  const residence = draft.places.get('174')
  return {
    sequence,
    kind: KIND_BY_QUALIFIER[draft.qualifier] ?? null,
    transit: IN_TRANSIT.has(draft.qualifier),
    familyName: name('familyName', family),
    givenNames: name('givenNames', given.filter(Boolean).join(' ')),
    sex: cited.take(
      'sex',
      draft.sex && { value: SEXES[draft.sex.value.charAt(0).toUpperCase()] ?? null, at: draft.sex.at }
    ),
    bornOn: cited.take('bornOn', bornOn(reading, draft, sentAt)),
    nationality: cited.take('nationality', countryOf(reading, draft.nationality)),
    residence: cited.take(
      'residence',
      countryOf(reading, residence ? { value: residence.code, at: residence.at } : null)
    ),
    places: {
      embarkation: place('embarkation', '178'),
      disembarkation: place('disembarkation', '179'),
      clearance: place('clearance', '22'),
      birth: place('birth', '180'),
    },
    reservation: cited.take('reservation', draft.reservation),
    travelDocuments: draft.documents.map((document, at) =>
      documentOf(reading, document, `travelDocuments.${at}`, cited)
    ),
    provenance: cited.all(),
  }
}
