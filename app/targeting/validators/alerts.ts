import vine from '@vinejs/vine'
import { nullable } from '#platform/http/optional'

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

export const dismissalValidator = vine.create({
  alerts: ids(),
  reason: code(),
  note: nullable(vine.string().trim().maxLength(1000).use(noteForOther())),
})

export const alertsValidator = vine.create({ alerts: ids() })
