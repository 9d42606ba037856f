import vine from '@vinejs/vine'
import { optional } from '#platform/http/optional'

const reason = () => vine.string().trim().minLength(3).maxLength(500)

export const partySearchValidator = vine.create({ q: optional(vine.string().trim().maxLength(120)) })
export const mergeValidator = vine.create({ other: vine.string().uuid(), reason: reason() })
export const splitValidator = vine.create({
  keys: vine.array(vine.string().uuid()).minLength(1).maxLength(200),
  reason: reason(),
})
export const undoValidator = vine.create({ reason: reason() })
