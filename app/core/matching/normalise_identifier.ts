import { fold } from './fold.js'

/** Values that stand where a number was asked for; `CF` is the Guatemalan "consumidor final". */
const PLACEHOLDERS: ReadonlySet<string> = new Set(['CF', 'NA', 'NIL', 'NONE', 'UNKNOWN', 'TBA', 'SN', 'EEE', 'NIT'])
const ONE_SIGN = /^(.)\1*$/

/** Letters and digits, upper case. Empty when the value only fills the field. */
export const normaliseIdentifier = (value: string): string => {
  const bare = fold(value).replace(/[^A-Z0-9]/g, '')
  return PLACEHOLDERS.has(bare) || ONE_SIGN.test(bare) ? '' : bare
}
