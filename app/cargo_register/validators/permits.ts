import vine from '@vinejs/vine'
import { nullable, optional } from '#platform/http/optional'
import { PERMIT_VIEWS } from '../queries/list_permits.js'

const blankIsNull = (value: unknown) => (value === '' || value === undefined ? null : value)

export const permitListValidator = vine.create({
  view: optional(vine.enum(PERMIT_VIEWS)),
  search: nullable(vine.string().trim().maxLength(80).parse(blankIsNull)),
  page: optional(vine.number().min(1).max(10_000).withoutDecimals()),
})
