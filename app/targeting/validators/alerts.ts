import vine from '@vinejs/vine'
import { nullable } from '#platform/http/optional'
import { DISMISSAL_REASONS } from '../dismissal_reasons.js'

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

export const dismissalValidator = vine.create({
  alerts: ids(),
  reason: vine.enum(DISMISSAL_REASONS),
  note: nullable(vine.string().trim().maxLength(1000).use(noteForOther())),
})

export const alertsValidator = vine.create({ alerts: ids() })
