import type { ConveyanceAsFiled } from '../../../cargo/cargo_report.js'
import type { Mode } from '../../../cargo/codes.js'
import type { LocalTime } from '../../../kernel/instant.js'
import { imoCheckDigit } from '../../../reference/check_digits.js'
import type { Filed, TransportDraft } from './drafts.js'
import { findPlaces } from './finish_places.js'
import type { ProvenanceBuilder } from './provenance_builder.js'
import type { ReadingState } from './state.js'

const MODE_BY_CODE: Readonly<Record<string, Mode>> = { 1: 'sea', 2: 'rail', 3: 'road', 4: 'air', 5: 'post' }

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
    const found = header.references.get(qualifier)
    if (found) return found
  }
  return null
}

interface MeansIds {
  readonly imo: Filed | null
  readonly callSign: Filed | null
}

/** A ship is named by IMO number (146, or Lloyd's) or call sign (103); seven digits that pass the check are an IMO number. */
const meansIds = (state: ReadingState, transport: TransportDraft | null): MeansIds => {
  const id = transport?.meansId
  if (!transport || !id) return { imo: null, callSign: null }
  const scheme = transport.meansScheme
  const check = imoCheckDigit(id.value)
  const saysImo = scheme.includes('146') || scheme.includes('IMO') || (scheme.includes('11') && !scheme.includes('103'))
  if (check.valid && (saysImo || !scheme.includes('103')))
    return { imo: { value: check.normalised, at: id.at }, callSign: null }
  if (saysImo) state.problems.add('REF-CHECKDIGIT-IMO', { at: id.at[0], params: { value: id.value } })
  return { imo: null, callSign: scheme.includes('103') ? { value: id.value.toUpperCase(), at: id.at } : null }
}

/** The conveyance and its call as the header names them. */
export const finishConveyance = (state: ReadingState, cited: ProvenanceBuilder): ConveyanceAsFiled => {
  const { header, reading, reference } = state
  const transport = header.transport
  const { imo, callSign } = meansIds(state, transport)
  const flag = transport?.flag ? reference.country(transport.flag.value) : null
  const call = findPlaces(state, header.places, reading.callPlaces)
  const date = (qualifiers: readonly string[]): Filed<LocalTime> | undefined =>
    qualifiers.flatMap((qualifier) => header.dates.get(qualifier) ?? [])[0]
  const carrier = transport?.carrier ?? header.parties.find(({ qualifier }) => qualifier === 'CA')?.id ?? null
  const mode = transport?.mode ? MODE_BY_CODE[transport.mode.value.replace(/^0/, '').charAt(0)] : undefined
  return {
    mode: mode && transport?.mode ? cited.take('conveyance.mode', { value: mode, at: transport.mode.at }) : null,
    means: {
      name: cited.take('conveyance.means.name', transport?.meansName),
      imo: cited.take('conveyance.means.imo', imo),
      callSign: cited.take('conveyance.means.callSign', callSign),
      flag:
        flag && cited.take('conveyance.means.flag', transport?.flag && { value: flag.alpha2, at: transport.flag.at }),
    },
    voyage: cited.take('conveyance.voyage', voyageOf(state)),
    carrier: {
      code: cited.take('conveyance.carrier.code', carrier),
      name: cited.take('conveyance.carrier.name', transport?.carrierName),
    },
    loading: cited.take('conveyance.loading', call.get('loading')?.[0]),
    discharge: cited.take('conveyance.discharge', call.get('discharge')?.[0]),
    eta: cited.take('conveyance.eta', date(reading.arrival)),
    etd: cited.take('conveyance.etd', date(reading.departure)),
  }
}
