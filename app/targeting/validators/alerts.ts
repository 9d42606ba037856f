import vine from '@vinejs/vine'
import { nullable, optional } from '#platform/http/optional'
import { MOST_SUPPRESSED_DAYS } from '../actions/supervise_alerts.js'

/** Coded; which codes an act knows is said by the workflow of the alert. */
const code = () => vine.string().regex(/^[a-z][a-z0-9_]{1,59}$/)
const ids = () => vine.array(vine.string().uuid()).minLength(1).maxLength(500)

/** Where no code says it, a note must: `other` without one is refused. */
const noteForOther = vine.createRule(
  (value, _options, field) => {
    if (field.parent.reason === 'other' && (typeof value !== 'string' || value.length < 3)) {
      field.report('Write what it is.', 'note', field)
    }
  },
  { implicit: true }
)

/** Above this many, the number is typed: nobody decides on hundreds by a slip. */
const CONFIRM_ABOVE = 50
const confirmed = vine.createRule(
  (value, _options, field) => {
    const { alerts } = field.parent as { alerts?: unknown }
    if (Array.isArray(alerts) && alerts.length > CONFIRM_ABOVE && Number(value) !== alerts.length)
      field.report('Type how many there are.', 'confirmed', field)
  },
  { implicit: true }
)
const many = () => ({ alerts: ids(), confirmed: optional(vine.number().use(confirmed())) })
const note = () => nullable(vine.string().trim().maxLength(1000))
const said = () => vine.string().trim().minLength(3).maxLength(1000)

export const dismissalValidator = vine.create({
  ...many(),
  reason: code(),
  note: nullable(vine.string().trim().maxLength(1000).use(noteForOther())),
})

export const alertsValidator = vine.create({ alerts: ids() })

export const snoozeValidator = vine.create({
  ...many(),
  /** At the latest, whatever is waited for. */
  until: vine.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z$/),
  for: nullable(vine.enum(['message', 'arrival'] as const)),
  note: note(),
})

export const mergeValidator = vine.create({ ...many(), into: vine.string().uuid() })
export const stepValidator = vine.create({
  act: code(),
  reason: nullable(code()),
  note: note(),
  seen: optional(vine.number().min(1)),
})
export const assignmentValidator = vine.create({ ...many(), officer: nullable(vine.string().uuid()), note: note() })
export const reopeningValidator = vine.create({ ...many(), note: said() })
export const suppressionValidator = vine.create({
  ...many(),
  reason: code(),
  note: nullable(vine.string().trim().maxLength(1000).use(noteForOther())),
  days: vine.number().withoutDecimals().min(1).max(MOST_SUPPRESSED_DAYS),
})
