import vine from '@vinejs/vine'
import { nullable, optional } from '#platform/http/optional'
import { LONGEST_NOTE, LONGEST_TASK, LONGEST_TITLE, MOST_ITEMS } from '../codes.js'
import { ORDER_TYPES } from '../../inspections/codes.js'
import { CASE_VIEWS } from '../queries/list_cases.js'

const blankIsNull = (value: unknown) => (value === '' || value === undefined ? null : value)
const text = (length: number) => nullable(vine.string().trim().maxLength(length).parse(blankIsNull))
const uuid = () => vine.string().uuid()
const NONE = (value: unknown) => value ?? []
const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/
/** `YYYY-MM-DDTHH:mm`, local to the administration. */
const LOCAL_TIME = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d$/

export const caseListValidator = vine.create({
  view: optional(vine.enum(CASE_VIEWS)),
  search: text(LONGEST_TITLE),
  page: optional(vine.number().min(1).max(10_000).withoutDecimals()),
})

export const newCaseValidator = vine.create({
  title: vine.string().trim().minLength(3).maxLength(LONGEST_TITLE),
  alerts: vine.array(uuid()).distinct().maxLength(MOST_ITEMS).parse(NONE),
  consignments: vine.array(uuid()).distinct().maxLength(MOST_ITEMS).parse(NONE),
})

export const caseAlertsValidator = vine.create({
  alerts: vine.array(uuid()).distinct().minLength(1).maxLength(MOST_ITEMS),
})
export const caseConsignmentValidator = vine.create({ consignment: uuid() })
export const caseLinkValidator = vine.create({
  number: vine
    .string()
    .trim()
    .regex(/^\d{1,15}$/),
})

export const caseActValidator = vine.create({
  version: vine.number().min(1).withoutDecimals(),
  reason: text(60),
  note: text(LONGEST_NOTE),
  outcome: text(60),
  officer: nullable(uuid().parse(blankIsNull)),
})

export const caseNoteValidator = vine.create({
  text: vine.string().trim().minLength(1).maxLength(LONGEST_NOTE),
  mentioned: vine.array(uuid()).distinct().maxLength(20).parse(NONE),
})

export const caseTaskValidator = vine.create({
  what: vine.string().trim().minLength(1).maxLength(LONGEST_TASK),
  assignee: nullable(uuid().parse(blankIsNull)),
  due: nullable(vine.string().regex(LOCAL_TIME).parse(blankIsNull)),
})

export const caseOrderValidator = vine.create({
  version: vine.number().min(1).withoutDecimals(),
  consignment: uuid(),
  site: uuid(),
  type: vine.enum(ORDER_TYPES),
  equipment: text(20),
  day: nullable(vine.string().regex(DAY).parse(blankIsNull)),
  shift: text(40),
  until: vine.string().trim().regex(LOCAL_TIME),
  overBooked: text(500),
})
