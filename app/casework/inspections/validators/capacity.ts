import vine from '@vinejs/vine'
import { nullable } from '#platform/http/optional'
import { ORDER_TYPES } from '../codes.js'

const blankIsNull = (value: unknown) => (value === '' || value === undefined ? null : value)
const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/
const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/
const shift = () => vine.string().trim().minLength(1).maxLength(40)
const places = () => vine.number().min(0).max(999).withoutDecimals()

export const capacityFilterValidator = vine.create({ site: nullable(vine.string().uuid().parse(blankIsNull)) })

/** The same shift on some weekdays; no places at all takes it away. */
export const shiftValidator = vine.create({
  site: vine.string().uuid(),
  weekdays: vine.array(vine.number().min(1).max(7).withoutDecimals()).minLength(1).maxLength(7).distinct(),
  shift: shift(),
  starts: vine.string().regex(CLOCK),
  ends: vine.string().regex(CLOCK),
  places: places(),
})

export const exceptionValidator = vine.create({
  site: vine.string().uuid(),
  day: vine.string().regex(DAY),
  shift: shift(),
  places: places(),
  reason: vine.string().trim().minLength(3).maxLength(300),
})

/** What somebody at a site is drawn for; empty lists mean everything. */
export const dutyValidator = vine.create({
  site: vine.string().uuid(),
  officer: vine.string().uuid(),
  shifts: vine.array(shift()).maxLength(20).distinct(),
  types: vine.array(vine.enum(ORDER_TYPES)).maxLength(ORDER_TYPES.length).distinct(),
})

/** A share of a hundred with one digit behind the point. */
export const rateValidator = vine.create({
  share: vine.number().min(0).max(20).decimal([0, 1]),
  type: vine.enum(ORDER_TYPES),
})
