const LINE_BREAK = /[\r\n]+/g
const isWord = (unit: number): boolean =>
  (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122) || unit > 127

/** Lines shorter than this are never taken for lines cut by a wrapping program (64, 69, 70 or 80 columns are usual). */
const LEAST_WIDTH = 60

/**
 * The width at which a text was hard-wrapped: the longest line that does not end a segment.
 * 0 when no line is long enough to tell.
 */
export const wrapWidth = (text: string, terminator: number): number => {
  let width = 0
  let from = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
    const end = text.charCodeAt(at - 1) === 13 ? at - 1 : at
    if (text.charCodeAt(end - 1) !== terminator) width = Math.max(width, end - from)
    from = at + 1
  }
  return width >= LEAST_WIDTH ? width : 0
}

/**
 * Cuts a stretch of text at its line breaks and says what stands in for each: nothing where a
 * wrapping program cut a full line, a space where two words would run together.
 */
export const joinLines = (
  text: string,
  from: number,
  to: number,
  width: number,
  read: (from: number, to: number) => string
): string => {
  let joined = ''
  let at = from
  for (const found of text.slice(from, to).matchAll(LINE_BREAK)) {
    const before = from + found.index
    const after = before + found[0].length
    const words = before > from && after < to && isWord(text.charCodeAt(before - 1)) && isWord(text.charCodeAt(after))
    const length = before - (text.lastIndexOf('\n', before - 1) + 1)
    joined += read(at, before) + (words && (width === 0 || length < width) ? ' ' : '')
    at = after
  }
  return joined + read(at, to)
}
