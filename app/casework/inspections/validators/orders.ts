import vine from '@vinejs/vine'
import { nullable, optional } from '#platform/http/optional'
import {
  ENFORCEMENTS,
  FINDING_KINDS,
  ITEM_ANSWERS,
  JUDGEMENTS,
  NOT_EXAMINED_REASONS,
  NOT_POSSIBLE_REASONS,
  ORDER_TYPES,
  PLACES_OF_CONCEALMENT,
  REFUSALS,
  RESULTS,
  UNITS,
} from '../codes.js'

export const blankIsNull = (value: unknown) => (value === '' || value === undefined ? null : value)
export const text = (length: number) => nullable(vine.string().trim().maxLength(length).parse(blankIsNull))
const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/
/** `YYYY-MM-DDTHH:mm`, local to the administration. */
const LOCAL_TIME = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d$/
/** A number as a person writes it, without sign or exponent. */
const AMOUNT = /^\d{1,12}(?:\.\d{1,3})?$/
export const amount = () => nullable(vine.string().trim().regex(AMOUNT).parse(blankIsNull))

/** What a file shows: a line of the checklist, a finding, an exhibit; nothing for the order as a whole. */
const ABOUT = /^(?:item:[a-z_]{1,40}|(?:finding|exhibit):[0-9a-f-]{36})$/
export const aboutValidator = vine.create({ about: nullable(vine.string().regex(ABOUT).parse(blankIsNull)) })

export const newOrderValidator = vine.create({
  site: vine.string().uuid(),
  type: vine.enum(ORDER_TYPES),
  equipment: text(20),
  day: nullable(vine.string().regex(DAY).parse(blankIsNull)),
  shift: text(40),
  until: vine.string().trim().regex(LOCAL_TIME),
  overBooked: text(500),
})

export const orderListValidator = vine.create({
  view: optional(vine.enum(['open', 'overdue', 'review', 'closed', 'all'] as const)),
  site: nullable(vine.string().uuid().parse(blankIsNull)),
  mine: optional(vine.enum(['1'] as const)),
  page: optional(vine.number().min(1).max(1000).withoutDecimals()),
})

export const refusalValidator = vine.create({ reason: vine.enum(REFUSALS), note: text(500) })
export const noteValidator = vine.create({ note: vine.string().trim().minLength(3).maxLength(500) })
export const optionalNoteValidator = vine.create({ note: text(500) })

export const unitWithQuantity = vine.createRule(
  (value, _options, field) => {
    if ((value === null || value === '') !== (blankIsNull(field.parent.quantity) === null))
      field.report('unit', 'unit', field)
  },
  { implicit: true }
)

export const findingValidator = vine.create({
  what: vine.enum(FINDING_KINDS),
  place: vine.enum(PLACES_OF_CONCEALMENT),
  quantity: amount(),
  unit: nullable(vine.enum(UNITS).parse(blankIsNull).use(unitWithQuantity())),
  value: amount(),
  note: text(1000),
  replaces: nullable(vine.string().uuid().parse(blankIsNull)),
})

/** A day as a parameter of the path. */
export const dayValidator = vine.create({ params: vine.object({ day: vine.string().regex(DAY) }) })

export const reassignmentValidator = vine.create({
  to: vine.string().uuid(),
  reason: vine.string().trim().minLength(3).maxLength(500),
})

export const itemValidator = vine.create({
  item: vine.string().regex(/^[a-z_]{1,40}$/),
  answer: vine.enum(ITEM_ANSWERS),
  reason: nullable(vine.enum(NOT_POSSIBLE_REASONS).parse(blankIsNull)),
})

export const outcomeValidator = vine.create({
  result: vine.enum(RESULTS),
  judgement: vine.enum(JUDGEMENTS),
  enforcement: vine.enum(ENFORCEMENTS),
  revenue: amount(),
  minutes: vine.number().min(0).max(14_400).withoutDecimals(),
  people: nullable(vine.number().min(1).max(99).withoutDecimals().parse(blankIsNull)),
  cost: amount(),
  reason: nullable(vine.enum(NOT_EXAMINED_REASONS).parse(blankIsNull)),
  note: text(1000),
})

export const ledgerValidator = vine.create({
  from: nullable(vine.string().regex(DAY).parse(blankIsNull)),
  to: nullable(vine.string().regex(DAY).parse(blankIsNull)),
  site: nullable(vine.string().uuid().parse(blankIsNull)),
  type: nullable(vine.enum(ORDER_TYPES).parse(blankIsNull)),
  result: nullable(vine.enum(RESULTS).parse(blankIsNull)),
  page: optional(vine.number().min(1).max(10_000).withoutDecimals()),
})
