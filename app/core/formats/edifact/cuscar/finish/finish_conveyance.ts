import type { ConveyanceAsFiled } from '../../../../cargo/cargo_report.js'
import { firstDate } from '../../parts/dates.js'
import type { Filed } from '../../parts/filed.js'
import type { Citations } from '../../parts/citations.js'
import { finishCarriage } from '../../parts/transport.js'
import { findPlaces } from './finish_places.js'
import type { ReadingState } from '../state.js'

/** A voyage that a profile finds in free text, behind a word such as `Viaje`. */
const voyageInText = ({ reading, header }: ReadingState): Filed | null => {
  const rule = reading.voyageText
  if (!rule) return null
  for (const { subject, filed } of header.texts) {
    const upper = filed.value.toUpperCase()
    if (subject !== rule.subject || !upper.startsWith(rule.prefix.toUpperCase())) continue
    const value = filed.value.slice(rule.prefix.length).replace(/^[\s:.#]+/, '')
    if (value !== '') return { value, at: filed.at }
  }
  return null
}

const voyageOf = (state: ReadingState): Filed | null => {
  const { header, reading } = state
  const filed = header.transport?.voyage ?? firstReference(state, reading.voyageReferences) ?? voyageInText(state)
  return filed && { value: filed.value.toUpperCase(), at: filed.at }
}

const firstReference = ({ header }: ReadingState, qualifiers: readonly string[]): Filed | null => {
  for (const qualifier of qualifiers) {
    const found = qualifier === 'BGM' ? header.document : header.references.get(qualifier)
    if (found) return found
  }
  return null
}

/** The conveyance and its call as the header names them. */
export const finishConveyance = (state: ReadingState, cited: Citations): ConveyanceAsFiled => {
  const { header, reading } = state
  const transport = header.transport
  const call = findPlaces(state, header.places, reading.callPlaces)
  const carrier = transport?.carrier ?? header.parties.find(({ qualifier }) => qualifier === 'CA')?.id ?? null
  return {
    ...finishCarriage(state, transport, cited),
    voyage: cited.take('conveyance.voyage', voyageOf(state)),
    carrier: {
      code: cited.take('conveyance.carrier.code', carrier),
      name: cited.take('conveyance.carrier.name', transport?.carrierName),
    },
    loading: cited.take('conveyance.loading', call.loading),
    discharge: cited.take('conveyance.discharge', call.discharge),
    eta: cited.take('conveyance.eta', firstDate(header.dates, reading.arrival)),
    etd: cited.take('conveyance.etd', firstDate(header.dates, reading.departure)),
    atd: cited.take('conveyance.atd', firstDate(header.dates, reading.departed)),
  }
}
