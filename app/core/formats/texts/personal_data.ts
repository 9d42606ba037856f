export type PersonalDatum = 'email' | 'phone' | 'identity_document'

const EMAIL = /[\w.+-]+@[\w-]+\.[A-Z]{2,}/i
const PHONE = /\b(?:TEL|TELF?|PHONE|PH|MOB|MOBILE|CELL?|CEL|FAX|WHATSAPP)\b[ .:#]{0,3}\+?\(?\d[\d ()./-]{5,}\d/i
const IDENTITY =
  /\bPAS(?:S|A|SA)?PORTE?S?\b[ .:#]{0,3}(?:N[O°R]?[ .:#]{0,3})?(?=[A-Z0-9]*\d)[A-Z0-9]{6,12}\b|\b(?:DUI|CEDULA|DPI)[ .:#]{1,3}\d[\d -]{5,}\d/i

/** One of the words that those below ask for: one look at most texts instead of three. */
const MAY_HOLD = /@|\b(?:TEL|PH|MOB|CE[LD]|FAX|WHATSAPP|PAS|DUI|DPI)/i

/** Personal data in a text where none belongs: in an address, in a description of goods. */
export const personalDataIn = (text: string): readonly PersonalDatum[] => {
  if (!MAY_HOLD.test(text)) return []
  const found: PersonalDatum[] = []
  if (text.includes('@') && EMAIL.test(text)) found.push('email')
  if (PHONE.test(text)) found.push('phone')
  if (IDENTITY.test(text)) found.push('identity_document')
  return found
}
