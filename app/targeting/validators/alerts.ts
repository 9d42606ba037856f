import vine from '@vinejs/vine'
import { nullable } from '#platform/http/optional'
import { DISMISSAL_REASONS } from '../dismissal_reasons.js'

const ids = () => vine.array(vine.string().uuid()).minLength(1).maxLength(500)

/** The controller asks for a note where the code says nothing (`other`). */
export const dismissalValidator = vine.create({
  alerts: ids(),
  reason: vine.enum(DISMISSAL_REASONS),
  note: nullable(vine.string().trim().maxLength(1000)),
})
export const alertsValidator = vine.create({ alerts: ids() })
