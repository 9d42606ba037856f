import type { Problem } from '../../../kernel/problem.js'

/** UN 0085 (ISO 9735): what CONTRL can say of a message. */
const ERRORS: Readonly<Record<string, string>> = {
  'SYN-CHARSET': '21', // invalid characters
  'SYN-NUL': '21',
  'SYN-MOJIBAKE': '21',
  'SYN-COUNT': '29', // control count does not match
  'SYN-REFERENCE': '28', // references do not match
  'SYN-DUP-REF': '26', // duplicate detected
  'SYN-UNESCAPED': '22', // invalid service characters
  'SYN-RELEASE': '20', // character invalid as service character
  'SYN-TRUNCATED': '13', // missing
  'SYN-UNKNOWN-TAG': '15', // not supported in this position
  'SYN-DATE': '12', // invalid value
  'SYN-NUMBER': '12',
  'SYN-LIMIT': '39', // too long
  'SEM-TYPE-NOT-READ': '17', // no agreement
}
const UNSPECIFIED = '18'

/** What CONTRL answers about: syntax, but no repair that changed nothing. */
export const isSyntaxError = ({ code, severity }: Problem): boolean => code.startsWith('SYN-') && severity !== 'info'

export const syntaxErrorOf = ({ code }: Problem): string => ERRORS[code] ?? UNSPECIFIED
