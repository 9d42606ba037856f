import vine from '@vinejs/vine'
import { FACT_KEYS } from '#core/facts/fact_kinds'
import { SENDER_STATES } from '../queries/senders/list_senders.js'

const name = () => vine.string().trim().minLength(1).maxLength(120)
/** Nothing ticked is no list. */
const list = (value: unknown) => value ?? []

/** A filter that says nothing we know is no filter. */
export const senderFilterValidator = vine.create({
  q: vine
    .string()
    .parse((value) => value ?? '')
    .trim()
    .maxLength(100),
  state: vine.string().parse((value) => (SENDER_STATES.some((state) => state === value) ? value : '')),
  page: vine
    .number()
    .parse((value) => (/^[1-9]\d{0,4}$/.test(String(value)) ? Number(value) : 1))
    .withoutDecimals(),
})

/** As messages carry it: no space at an end, and no sign that ends a line. */
export const newSenderValidator = vine.create({
  code: vine
    .string()
    .trim()
    .minLength(1)
    .maxLength(100)
    .regex(/^[^\p{C}]+$/u),
  name: name(),
})

export const senderValidator = vine.create({
  name: name(),
  facts: vine.array(vine.enum(FACT_KEYS)).parse(list).maxLength(200),
  answers: vine.array(vine.string().maxLength(100)).parse(list).maxLength(50),
})
