import vine from '@vinejs/vine'
import { nullable } from '#platform/http/optional'
import { CUSTODY_REASONS, UNITS } from '../codes.js'
import { amount, blankIsNull, text, unitWithQuantity } from './orders.js'

export const exhibitValidator = vine.create({
  description: vine.string().trim().minLength(3).maxLength(500),
  quantity: amount(),
  unit: nullable(vine.enum(UNITS).parse(blankIsNull).use(unitWithQuantity())),
  seal: text(60),
  place: vine.string().trim().minLength(2).maxLength(120),
  findingId: nullable(vine.string().uuid().parse(blankIsNull)),
})

/** To an officer by id, or to somebody outside by name. */
export const handOverValidator = vine.create({
  reason: vine.enum(CUSTODY_REASONS),
  holderId: nullable(vine.string().uuid().parse(blankIsNull)),
  holderName: text(120),
  place: vine.string().trim().minLength(2).maxLength(120),
  seal: text(60),
})
