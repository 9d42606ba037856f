/** The signs that structure an interchange, as character codes. `release` is -1 where there is none. */
export interface Separators {
  readonly component: number
  readonly element: number
  readonly release: number
  readonly terminator: number
  /** `.` or `,`; `null` where no UNA said which. */
  readonly decimal: '.' | ',' | null
}

const LINE_FEED = 10
const codeOf = (sign: string): number => sign.charCodeAt(0)

export const DEFAULT_SEPARATORS: Separators = {
  component: codeOf(':'),
  element: codeOf('+'),
  release: codeOf('?'),
  terminator: codeOf("'"),
  decimal: null,
}

/** A sign of ASCII, control characters included; a letter of another script separates nothing. */
const isSign = (text: string): boolean => text !== '' && !/[A-Za-z0-9\s\u0080-\uffff]/.test(text)

/**
 * Reads a service string advice at the start of `text` (9 characters, or 8 where the reserved
 * blank was lost). `null` when it is not one or contradicts itself.
 */
export const readUna = (text: string): { readonly separators: Separators; readonly length: number } | null => {
  if (!text.startsWith('UNA')) return null
  const short = /^UN[BGH]/.test(text.slice(8, 11))
  const [component = '', element = '', decimal = '', release = ''] = text.slice(3, 7)
  const terminator = text.charAt(short ? 7 : 8)
  const lineEnd = terminator === '\n' || terminator === '\r'
  if (!isSign(component) || !isSign(element) || (!isSign(terminator) && !lineEnd)) return null
  if (new Set([component, element, terminator]).size < 3) return null
  return {
    separators: {
      component: codeOf(component),
      element: codeOf(element),
      release: isSign(release) ? codeOf(release) : -1,
      terminator: lineEnd ? LINE_FEED : codeOf(terminator),
      decimal: decimal === ',' || decimal === '.' ? decimal : null,
    },
    length: short ? 8 : 9,
  }
}

/** Sign before the next tag that follows a header segment; a line end counts when nothing else stands there. */
const terminatorIn = (text: string, element: string): number => {
  for (const tag of ['UNH', 'UNG', 'BGM']) {
    const at = text.indexOf(tag + element, 3)
    if (at < 0) continue
    const before = text.slice(0, at)
    const sign = before.trimEnd().slice(-1)
    if (isSign(sign) && sign !== element) return codeOf(sign)
    if (/[\r\n]\s*$/.test(before)) return LINE_FEED
  }
  return /'/.test(text) || !/\n[A-Z]{3}[+:]/.test(text) ? DEFAULT_SEPARATORS.terminator : LINE_FEED
}

/**
 * Guesses the separators where no UNA tells them: the sign after `UNB` or `UNH` separates
 * elements, the one after the syntax identifier components, the one before the next tag ends
 * segments. Lines take the place of terminators in files that have none.
 */
export const sniffSeparators = (text: string): Separators => {
  const header = /^UN[BGH]([^A-Za-z0-9\s?\u0080-\uffff])/.exec(text)
  const element = header?.[1] ?? '+'
  const syntax = /^UNB.UNO[A-Z]([^A-Za-z0-9\s?\u0080-\uffff])/.exec(text)?.[1]
  const component = syntax && syntax !== element ? syntax : ':'
  const terminator = terminatorIn(text, element)
  if (new Set([codeOf(element), codeOf(component), terminator]).size < 3) return DEFAULT_SEPARATORS
  return { ...DEFAULT_SEPARATORS, element: codeOf(element), component: codeOf(component), terminator }
}
