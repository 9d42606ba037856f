import { DateTime } from 'luxon'
import vine from '@vinejs/vine'
import { MATCH_KINDS } from '#core/matching/watch_list'
import { blank, oneOf, seen } from './form_fields.js'

const isDay = vine.createRule((value, _options, field) => {
  if (typeof value !== 'string' || value === '') return
  const real = /^\d{4}-\d{2}-\d{2}$/.test(value) && DateTime.fromISO(value).isValid
  if (!real) field.report('This is not a day.', 'day', field)
})

/** A day as forms send it (`2026-11-26`); an empty field is no day. */
const day = () => vine.string().parse(blank).trim().use(isDay())

export const newWatchListValidator = vine.create({
  code: vine
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z][a-z0-9_]{1,39}$/),
  name: vine.string().trim().minLength(1).maxLength(120),
  description: vine.string().parse(blank).trim().maxLength(500),
})

export const newEntryValidator = vine.create({
  kind: vine.enum(MATCH_KINDS),
  value: vine.string().trim().minLength(1).maxLength(500),
  reason: vine.string().trim().minLength(3).maxLength(500),
  validFrom: day(),
  validUntil: day(),
  edition: seen(),
})

export const withdrawalValidator = vine.create({
  reason: vine.string().trim().minLength(3).maxLength(500),
  edition: seen(),
})

/** A filter that says nothing we know is no filter. */
export const entryFilterValidator = vine.create({
  q: vine.string().parse(blank).trim().maxLength(200),
  kind: vine.string().parse(oneOf(MATCH_KINDS)),
  state: vine.string().parse(oneOf(['active', 'not_yet', 'expired', 'withdrawn'])),
  page: seen(),
})
