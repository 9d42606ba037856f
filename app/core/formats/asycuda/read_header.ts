import type { ConveyanceAsFiled } from '../../cargo/cargo_report.js'
import type { LocalTime } from '../../kernel/instant.js'
import { parseTimeOfDay } from '../../kernel/local_time.js'
import { imoCheckDigit } from '../../reference/check_digits.js'
import type { Fields } from './fields.js'
import type { Filed } from '../parts/filed.js'
import type { ProvenanceBuilder } from '../parts/provenance_builder.js'
import type { Scope } from './scope.js'

/** Arrival with its time of day, where one is filed that is one. */
const arrivalOf = (fields: Fields, header: Scope): Filed<LocalTime> | null => {
  const date = fields.date(header, 'date_of_arrival')
  const clock = fields.text(header, 'time_of_arrival')
  if (!date || !clock || date.value.includes('T')) return date
  const shape = /^(\d{1,2}):?(\d{2})(?::\d{2})?$/.exec(clock.value)
  const time = shape && parseTimeOfDay(`${shape[1]?.padStart(2, '0') ?? ''}${shape[2] ?? ''}`)
  if (!time) fields.report('SYN-DATE', { at: clock.at[0], params: { value: clock.value } })
  // Midnight is what a program writes when nobody entered a time.
  return time && time !== '00:00' ? { value: `${date.value}T${time}`, at: [...date.at, ...clock.at] } : date
}

/** The registration of a ship is its IMO number; of anything else it says nothing we know. */
const imoOf = (fields: Fields, header: Scope): Filed | null => {
  const filed = fields.code(header, 'registration_number_of_transport_code')
  if (!filed) return null
  const check = imoCheckDigit(filed.value)
  if (check.valid) return { value: check.normalised, at: filed.at }
  if (/^(?:IMO\s*)?\d{7}$/.test(filed.value))
    fields.report('REF-CHECKDIGIT-IMO', { at: filed.at[0], params: { value: filed.value } })
  return null
}

const flagOf = (fields: Fields, header: Scope): Filed | null => {
  const filed = fields.code(header, 'nationality_of_transporter_code')
  if (!filed) return null
  const known = fields.context.reference.country(filed.value)
  if (known) return { value: known.alpha2, at: filed.at }
  fields.report('REF-COUNTRY', { at: filed.at[0], params: { value: filed.value } })
  return null
}

/** The conveyance and its call as the general segment names them. */
export const readConveyance = (
  fields: Fields,
  header: Scope,
  departure: Filed<LocalTime> | null,
  cited: ProvenanceBuilder
): ConveyanceAsFiled => ({
  mode: cited.take('conveyance.mode', fields.meaning(header, 'mode_of_transport_code', fields.context.reading.modes)),
  means: {
    name: cited.take('conveyance.means.name', fields.text(header, 'identity_of_transporter')),
    imo: cited.take('conveyance.means.imo', imoOf(fields, header)),
    callSign: null,
    flag: cited.take('conveyance.means.flag', flagOf(fields, header)),
  },
  voyage: cited.take('conveyance.voyage', fields.code(header, 'voyage_number')),
  carrier: {
    code: cited.take('conveyance.carrier.code', fields.code(header, 'carrier_code')),
    name: cited.take('conveyance.carrier.name', fields.text(header, 'carrier_name')),
  },
  loading: cited.take('conveyance.loading', fields.place(header, 'place_of_departure_code', '')),
  discharge: cited.take('conveyance.discharge', fields.place(header, 'place_of_destination_code', '')),
  eta: cited.take('conveyance.eta', arrivalOf(fields, header)),
  etd: cited.take('conveyance.etd', departure),
  // A day that is written before and after take-off alike.
  atd: null,
})

/**
 * Number of a manifest: ASYCUDA knows it by office, voyage and day of departure (FORMATS 7), a
 * degroupage by its master too. `null` when nothing of it is filed.
 */
export const documentKey = (
  fields: Fields,
  header: Scope,
  departure: Filed<LocalTime> | null,
  master: Filed | null
): Filed | null => {
  const day = departure && { value: departure.value.slice(0, 10), at: departure.at }
  const parts = [fields.code(header, 'customs_office_code'), fields.code(header, 'voyage_number'), day, master].filter(
    (part) => part !== null
  )
  return parts.some((part) => part !== day)
    ? { value: parts.map(({ value }) => value).join(' '), at: parts.flatMap(({ at }) => at) }
    : null
}
