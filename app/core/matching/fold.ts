import anyAscii from 'any-ascii'

const ASCII = /^[\x20-\x7e]*$/

/** Any script to upper-case ASCII; what is already ASCII is not looked up. */
export const fold = (text: string): string => (ASCII.test(text) ? text : anyAscii(text.normalize('NFKC'))).toUpperCase()
