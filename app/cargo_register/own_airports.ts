import type { OwnPlaces } from '#core/cargo/nature'
import type { ReportedDocument } from '#core/cargo/reported_document'
import type { ReferenceData } from '#core/reference/reference_data'

/**
 * A list of travellers names airports by three letters (IATA), which are the last of the airport's
 * UN/LOCODE. Those of our own ports that have an airport are read as these, and the journey as one by
 * air unless it says otherwise; of a place that is not ours nothing is known by its three letters.
 */
export const withOwnAirports = (
  document: ReportedDocument,
  { ports, country }: OwnPlaces,
  reference: Pick<ReferenceData, 'place'>
): ReportedDocument => {
  if (document.kind !== 'traveller_list') return document
  const airports = new Map(
    [...ports]
      .filter((code) => reference.place(code)?.functions.includes('airport'))
      .map((code) => [code.slice(2), code])
  )
  const calls = document.calls.map((call) => {
    const code = airports.get(call.place.code ?? '')
    return code === undefined ? call : { ...call, place: { code, name: call.place.name, country } }
  })
  const ours = calls.some(({ place }, at) => place !== document.calls[at]!.place)
  return ours
    ? { ...document, calls, conveyance: { ...document.conveyance, mode: document.conveyance.mode ?? 'air' } }
    : document
}
