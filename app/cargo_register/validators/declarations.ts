import vine from '@vinejs/vine'
import { optional } from '#platform/http/optional'
import { DECLARATION_VIEWS } from '../queries/list_declarations.js'

export const declarationListValidator = vine.create({
  view: optional(vine.enum(DECLARATION_VIEWS)),
  page: optional(vine.number().min(1).max(10_000).withoutDecimals()),
})
