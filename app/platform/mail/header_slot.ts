import { Exception } from '@adonisjs/core/exceptions'

/** Whatever could end a header line, or hide what follows. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/

/**
 * Text for one header of a mail, as it is; a line break in it would begin another header (T81).
 * @throws E_MAIL_HEADER
 */
export function headerSlot(text: string): string {
  if (CONTROL.test(text)) throw new Exception('A header of a mail holds a control character', { code: 'E_MAIL_HEADER' })
  return text
}
