import { IANAZone } from 'luxon'
import vine from '@vinejs/vine'
import { nullable } from '#platform/http/optional'
import { MAIL_CHANNELS } from '../kinds.js'
import { MIN_BANDS } from '../rules.js'

const isZone = vine.createRule((value, _options, field) => {
  if (typeof value === 'string' && !IANAZone.isValidZone(value)) field.report('This is not a time zone.', 'zone', field)
})

const isAnotherTime = vine.createRule((value, _options, field) => {
  if (value === field.parent.from) field.report('Begins and ends at the same time.', 'span', field)
})

const time = () => vine.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

export const ruleValidator = vine.create({
  inApp: vine.boolean(),
  mail: vine.enum(MAIL_CHANNELS),
  minBand: vine.enum(MIN_BANDS),
  ports: vine.array(vine.string().regex(/^[A-Z]{2}[A-Z0-9]{3}$/)).maxLength(100),
})

export const scheduleValidator = vine.create({
  timezone: vine.string().maxLength(60).use(isZone()),
  quiet: nullable(
    vine.object({
      from: time(),
      until: time().use(isAnotherTime()),
      days: vine
        .array(vine.number().withoutDecimals().range([1, 7]))
        .minLength(1)
        .maxLength(7)
        .distinct(),
    })
  ),
  breakThrough: vine.boolean(),
  digestHours: vine
    .array(vine.number().withoutDecimals().range([0, 23]))
    .minLength(1)
    .maxLength(4)
    .distinct(),
  sound: vine.boolean(),
})
