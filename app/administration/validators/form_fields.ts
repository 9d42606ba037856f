import vine from '@vinejs/vine'

/** A field that was left out or left empty reads as empty text. */
const blank = (value: unknown) => value ?? ''

export const optionalText = (length: number) => vine.string().parse(blank).trim().maxLength(length)
export const requiredText = (length: number) => vine.string().trim().minLength(1).maxLength(length)

/** Anything but an id reads as empty text. */
export const optionalId = () => vine.string().parse((value) => (UUID.test(String(value)) ? String(value) : ''))

/** Ids that were ticked; nothing ticked is no id. */
export const ids = () =>
  vine
    .array(vine.string().uuid())
    .parse((value) => value ?? [])
    .maxLength(200)

export const pageNumber = () =>
  vine
    .number()
    .parse((value) => (/^[1-9]\d{0,4}$/.test(String(value)) ? Number(value) : 1))
    .withoutDecimals()

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
