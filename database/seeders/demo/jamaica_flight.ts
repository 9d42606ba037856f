import { localParts } from './cuscar_writer.js'
import type { Filing } from './filing.js'
import { group, houseOf, leaf } from './jamaica_degroupage.js'
import { COUNTRIES } from './ports.js'

const AIR = 4

/** `Awmds` of ASYCUDA World: the air waybills of one flight, as an airline files them. */
export const writeFlight = (filing: Filing): Uint8Array => {
  const { call, bills } = filing
  const arrival = localParts(call.eta, COUNTRIES.JM.offsetMinutes)
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?>\n${group(
      'Awmds',
      group(
        'General_segment',
        group(
          'General_segment_id',
          leaf('Customs_office_code', call.port),
          leaf('Voyage_number', call.voyage),
          leaf('Date_of_departure', dayOf(filing)),
          leaf('Date_of_arrival', `${arrival.year}-${arrival.month}-${arrival.day}`),
          leaf('Time_of_arrival', `${arrival.hour}:${arrival.minute}`)
        ),
        group('Totals_segment', leaf('Total_number_of_bols', bills.length)),
        group(
          'Transport_information',
          group('Carrier', leaf('Carrier_code', call.carrier), leaf('Carrier_name', filing.filer.name)),
          leaf('Mode_of_transport_code', AIR),
          leaf('Identity_of_transporter', call.meansName)
        ),
        group(
          'Load_unload_place',
          leaf('Place_of_departure_code', call.previousPort),
          leaf('Place_of_destination_code', call.port)
        )
      ),
      ...bills.map((bill, at) => houseOf(bill, at, new Map(), 'AWB'))
    )}\n`
  )
}

export const isFlight = ({ call }: Filing): boolean => call.flight === true

/** ASYCUDA knows a manifest by office, voyage and day of departure. */
export const flightReference = (filing: Filing): string => `${filing.call.port} ${filing.call.voyage} ${dayOf(filing)}`

/** It arrives on the day it takes off. */
const dayOf = ({ call }: Filing): string => {
  const { year, month, day } = localParts(call.eta, COUNTRIES.JM.offsetMinutes)
  return `${year}-${month}-${day}`
}
