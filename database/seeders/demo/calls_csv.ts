import type { Instant } from '#core/kernel/instant'
import { localParts } from './cuscar_writer.js'
import { COUNTRIES } from './ports.js'
import type { DemoAdministration, TrafficCall } from './traffic.js'

/** Columns of `./ace calls:load`. */
export const CALL_COLUMNS = 'mode,means_name,imo,call_sign,flag,voyage,carrier,port,eta,etd,ata,berth,previous_port'

/** `2026-11-24T08:00-05:00`; an open time is empty. */
export const isoWithOffset = (instant: Instant | null, offsetMinutes: number): string => {
  if (instant === null) return ''
  const at = localParts(instant, offsetMinutes)
  const hours = String(Math.floor(Math.abs(offsetMinutes) / 60)).padStart(2, '0')
  const minutes = String(Math.abs(offsetMinutes) % 60).padStart(2, '0')
  return `${at.year}-${at.month}-${at.day}T${at.hour}:${at.minute}${offsetMinutes < 0 ? '-' : '+'}${hours}:${minutes}`
}

export const csvField = (value: string): string => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)

const callRow = (administration: DemoAdministration, call: TrafficCall): string => {
  const { offsetMinutes } = COUNTRIES[administration]
  const time = (instant: Instant | null): string => isoWithOffset(instant, offsetMinutes)
  return [
    'sea',
    call.meansName,
    call.imo,
    call.callSign,
    call.flag,
    call.voyage,
    call.carrier,
    call.port,
    time(call.eta),
    time(call.etd),
    time(call.ata),
    call.berth,
    call.previousPort,
  ]
    .map(csvField)
    .join(',')
}

export const callsCsv = (administration: DemoAdministration, calls: Iterable<TrafficCall>): string =>
  `${[CALL_COLUMNS, ...Array.from(calls, (call) => callRow(administration, call))].join('\n')}\n`
