import vine from '@vinejs/vine'

/** Anything but one of the codes reads as no filter. */
const oneOf = (codes: readonly string[]) => (value: unknown) => (codes.includes(String(value)) ? value : null)
const filled = (value: unknown) => (String(value ?? '').trim() === '' ? null : value)
const wholeNumber = (value: unknown) => (/^[1-9]\d{0,8}$/.test(String(value)) ? Number(value) : 1)

export const STATES = ['received', 'reading', 'read', 'quarantined', 'rejected'] as const
export const CHANNELS = ['upload', 'api', 'console'] as const

export const messageLogValidator = vine.create({
  state: vine.enum(STATES).parse(oneOf(STATES)).nullable(),
  channel: vine.enum(CHANNELS).parse(oneOf(CHANNELS)).nullable(),
  q: vine.string().parse(filled).trim().maxLength(100).nullable(),
  page: vine.number().parse(wholeNumber),
  problems: vine.boolean().parse((value) => value === '1'),
})

/** First line of the raw window. */
export const rawWindowValidator = vine.create({ from: vine.number().parse(wholeNumber) })
