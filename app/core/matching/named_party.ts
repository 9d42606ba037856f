import { normaliseText } from './normalise_text.js'

/** Beginnings of a consignee field that names no consignee: the bill is negotiable. */
const TO_ORDER = [
  'TO ORDER',
  'TO THE ORDER',
  'ORDER OF',
  'A LA ORDEN',
  'A LA ORDEN DE',
  'A ORDEN',
  'A L ORDRE',
  'A LORDRE',
  'BEARER',
  'AL PORTADOR',
]
/** Whole fields that name nobody. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  'ORDER',
  'UNKNOWN',
  'NA',
  'N A',
  'NIL',
  'NONE',
  'TBA',
  'TBD',
  'TO BE ADVISED',
  'TO BE CONFIRMED',
  'VARIOUS',
  'SEVERAL',
  'MULTIPLE',
  'SAME AS CONSIGNEE',
  'SAME AS ABOVE',
  'SAME AS SHIPPER',
  'SAME',
  'IDEM',
  'CONSIGNEE',
  'SHIPPER',
  'CUSTOMER',
  'CASH CUSTOMER',
  'TEST',
])

export const isToOrder = (name: string): boolean => {
  const text = normaliseText(name)
  return text === 'ORDER' || TO_ORDER.some((opening) => text === opening || text.startsWith(`${opening} `))
}

/** Whether the text names somebody at all. */
export const namesSomebody = (name: string): boolean => {
  const text = normaliseText(name)
  return /[A-Z]/.test(text) && !PLACEHOLDERS.has(text) && !isToOrder(text)
}
