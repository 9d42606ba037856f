import vine from '@vinejs/vine'
import { imoCheckDigit } from '#core/reference/check_digits'
import { isPortInScope } from '#platform/tenancy/unit_scope'

const blank = (value: unknown) => value ?? ''

const isImo = vine.createRule((value, _options, field) => {
  if (typeof value === 'string' && value !== '' && !imoCheckDigit(value).valid) field.report('imo', 'imo', field)
})

/** A call at a port of another unit is that unit's to record. */
const isOwnPort = vine.createRule((value, _options, field) => {
  if (typeof value === 'string' && !isPortInScope(value)) field.report('enum', 'enum', field)
})

const LOCODE = /^[A-Z]{2}[A-Z2-9]{3}$/
/** `YYYY-MM-DDTHH:mm`, local to the port. */
const LOCAL_TIME = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d$/

/** The same, or nothing. */
const LOCAL_TIME_IF_TOLD = /^(?:\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d)?$/

const optional = (length: number) => vine.string().parse(blank).trim().maxLength(length)

/** A call known by schedule: a ship or flight, its voyage, where and when. */
export const callValidator = vine.create({
  mode: vine.enum(['sea', 'air']),
  means: vine.string().trim().minLength(1).maxLength(70),
  imo: optional(20).use(isImo()),
  voyage: vine.string().trim().minLength(1).maxLength(35),
  port: vine.string().trim().toUpperCase().regex(LOCODE).use(isOwnPort()),
  berth: optional(35),
  lastPort: optional(5).regex(/^(?:[A-Z]{2}[A-Z2-9]{3})?$/i),
  eta: vine.string().trim().regex(LOCAL_TIME),
  leftPrevious: optional(16).regex(LOCAL_TIME_IF_TOLD),
})

export const callEventValidator = vine.create({
  kind: vine.enum(['eta_change', 'arrival', 'departure']),
  at: vine.string().trim().regex(LOCAL_TIME),
  note: optional(500),
})
