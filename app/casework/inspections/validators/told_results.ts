import vine from '@vinejs/vine'
import { optional } from '#platform/http/optional'
import { TOLD_VIEWS } from '../queries/told_results.js'
import { text } from './orders.js'

export const toldListValidator = vine.create({
  view: optional(vine.enum(TOLD_VIEWS)),
  search: text(80),
  page: optional(vine.number().min(1).max(10_000).withoutDecimals()),
})
