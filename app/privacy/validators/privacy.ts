import { DateTime } from 'luxon'
import vine from '@vinejs/vine'

const blank = (value: unknown) => value ?? ''
const lines = (value: unknown) =>
  String(value ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const isDay = vine.createRule((value, _options, field) => {
  if (typeof value !== 'string' || value === '') return
  const real = /^\d{4}-\d{2}-\d{2}$/.test(value) && DateTime.fromISO(value).isValid
  if (!real) field.report('This is not a day.', 'day', field)
})
const day = () => vine.string().trim().minLength(10).use(isDay())
const maybeDay = () => vine.string().parse(blank).trim().use(isDay())

/** One value a line, as people paste them. */
const values = () => vine.array(vine.string().maxLength(300)).parse(lines).maxLength(50)
/** 0 for what has no part to mask. */
const daysOrNone = () =>
  vine
    .number()
    .parse((value) => value ?? 0)
    .withoutDecimals()
    .min(0)
    .max(36_500)
const days = () => vine.number().withoutDecimals().min(1).max(36_500)

export const policyValidator = vine.create({
  maskAfterDays: daysOrNone(),
  deleteAfterDays: days(),
  reason: vine.string().parse(blank).trim().maxLength(500),
  base: vine.number().withoutDecimals().min(0),
})

export const previewValidator = vine.create({
  maskAfterDays: daysOrNone(),
  deleteAfterDays: days(),
})

export const SCOPES = ['consignment', 'manifest', 'party', 'case', 'period'] as const

export const holdValidator = vine.create({
  scope: vine.enum(SCOPES),
  subject: vine.string().parse(blank).trim().maxLength(200),
  from: maybeDay(),
  until: maybeDay(),
  reason: vine.string().trim().minLength(5).maxLength(500),
  authority: vine.string().trim().minLength(3).maxLength(200),
})

export const reasonValidator = vine.create({ reason: vine.string().trim().minLength(3).maxLength(500) })

export const KINDS = ['access', 'rectification', 'restriction', 'erasure'] as const

export const requestValidator = vine.create({
  kind: vine.enum(KINDS),
  reference: vine.string().trim().minLength(2).maxLength(60),
  legalBasis: vine.string().trim().minLength(3).maxLength(300),
  receivedOn: day(),
  dueOn: day(),
  names: values(),
  identifiers: values(),
  contacts: values(),
  addresses: values(),
})

export const noteValidator = vine.create({ note: vine.string().trim().minLength(3).maxLength(2000) })
export const answerValidator = vine.create({
  refused: vine.boolean(),
  note: vine.string().trim().minLength(3).maxLength(2000),
})
