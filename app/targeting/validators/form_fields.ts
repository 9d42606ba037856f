import vine from '@vinejs/vine'

/** A field that was left out or left empty reads as empty text. */
export const blank = (value: unknown) => value ?? ''

/** Anything but one of the codes reads as empty text. */
export const oneOf = (codes: readonly string[]) => (value: unknown) => (codes.includes(String(value)) ? value : '')

/** The edition, revision or page that the reader has before them; 0 where the request does not say. */
export const seen = () => vine.number().parse(wholeNumber).withoutDecimals()

const wholeNumber = (value: unknown) => (/^\d{1,6}$/.test(String(value)) ? Number(value) : 0)
