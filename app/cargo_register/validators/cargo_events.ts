import vine from '@vinejs/vine'
import { nullable } from '#platform/http/optional'
import { CARGO_EVENTS } from '../cargo_event.js'

const blankIsNull = (value: unknown) => (value === '' || value === undefined ? null : value)
const text = (length: number) => nullable(vine.string().trim().maxLength(length).parse(blankIsNull))
/** `YYYY-MM-DDTHH:mm`, local to the administration. */
export const LOCAL_TIME = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d$/

export const cargoEventValidator = vine.create({
  kind: vine.enum(CARGO_EVENTS),
  at: vine.string().trim().regex(LOCAL_TIME),
  equipment: text(20),
  site: nullable(vine.string().uuid().parse(blankIsNull)),
  note: text(500),
})

/** Empty numbers mean every consignment of the call. */
export const eventOfCallValidator = vine.create({
  kind: vine.enum(CARGO_EVENTS),
  at: vine.string().trim().regex(LOCAL_TIME),
  numbers: text(20_000),
  note: text(500),
})

/** Without a time: it did not happen. */
export const correctionValidator = vine.create({
  at: nullable(vine.string().trim().regex(LOCAL_TIME).parse(blankIsNull)),
  note: vine.string().trim().minLength(3).maxLength(500),
})
