import vine from '@vinejs/vine'
import { nullable, optional } from '#platform/http/optional'

/** Lines by their newest notification; `null` is all of them. */
export const readValidator = vine.create({
  ids: nullable(vine.array(vine.string().uuid()).minLength(1).maxLength(100)),
})

const pageNumber = (value: unknown) => (/^[1-9]\d{0,5}$/.test(String(value)) ? Number(value) : 1)

/** A filter that says nothing we know is no filter. */
export const listValidator = vine.create({
  show: optional(vine.string().parse((value) => (value === 'unread' ? value : 'all'))),
  page: vine.number().parse(pageNumber),
})

export const mailDetailValidator = vine.create({ detail: vine.enum(['counts', 'port_and_time'] as const) })
