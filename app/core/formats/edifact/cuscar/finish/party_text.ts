import { joinPieces } from '../../../parts/filed.js'

export interface NameAndAddress {
  readonly name: string | null
  readonly address: string | null
}

const LINE = 35
const isFull = (piece: string): boolean => piece.length >= LINE

/** Legal forms end a company's name where name and address stand in one text. */
const LEGAL_FORM =
  /(?:^|\s)(?:S\. ?A\.?(?: DE C\. ?V\.?)?|SOCIEDAD ANONIMA|CIA\.? LTDA\.?|LIMITADA|LTDA\.?|(?:CO\.?,? ?)?LTD\.?|LIMITED|INC\.?|LLC\.?|L\.L\.C\.?|CORP\.?|CORPORATION|COMPANY|GMBH|B\.V\.|S\.R\.L\.?|S\. DE R\.L\.?|PLC|PTY)(?=[\s,/]|$)/gi

/** Position behind the legal form (or forms in a row) that ends the name; -1 when none stands there. */
const endOfName = (text: string): number => {
  let end = -1
  for (const found of text.slice(0, 512).matchAll(LEGAL_FORM)) {
    if (end >= 0 && found.index > end + 1) break
    if (found.index >= 2) end = found.index + found[0].length
  }
  return end
}

/**
 * A text that holds name and address together. Where no legal form tells them apart, the whole
 * text is the name, and the address too if it has a number in it: the field is defined as both.
 */
const splitBlob = (text: string): NameAndAddress => {
  const end = endOfName(text)
  const rest = end < 0 ? '' : text.slice(end).replace(/^[\s,/]+/, '')
  if (rest !== '') return { name: text.slice(0, end).replace(/[\s,/]+$/, ''), address: rest }
  return { name: text || null, address: end < 0 && /\d/.test(text) ? text : null }
}

/** Lines: the first is the name, with what follows a full line; the others are the address. */
const fromLines = (pieces: readonly string[]): NameAndAddress => {
  let lines = 1
  while (lines < pieces.length && isFull(pieces[lines - 1] ?? '') && (pieces[lines] ?? '') !== '') lines += 1
  const rest = pieces.slice(lines).filter((piece) => piece.trim() !== '')
  const name = joinPieces(pieces.slice(0, lines), 5, ':')
  return rest.length === 0 ? splitBlob(name) : { name: name || null, address: joinLines(rest) }
}

const joinLines = (pieces: readonly string[]): string => {
  let joined = ''
  pieces.forEach((piece, at) => {
    const before = pieces[at - 1]
    joined += before === undefined || isFull(before) ? piece : `, ${piece.trimStart()}`
  })
  return joined.replace(/\s+/g, ' ').trim()
}

/** One text cut at 35 characters; an empty component between two others separates name and address. */
const fromBlob = (pieces: readonly string[]): NameAndAddress => {
  const gap = pieces.findIndex(
    (piece, at) => at > 0 && piece.trim() === '' && pieces.slice(at).some((later) => later.trim() !== '')
  )
  if (gap < 0) return splitBlob(joinPieces(pieces, 5, ':'))
  const [name, address] = [pieces.slice(0, gap), pieces.slice(gap).filter((piece) => piece.trim() !== '')]
  return { name: joinPieces(name, 5, ':') || null, address: joinPieces(address, 5, ':') || null }
}

/** Reads the unstructured name and address of a NAD (C058). */
export const nameAndAddress = (pieces: readonly string[], form: 'lines' | 'blob'): NameAndAddress =>
  form === 'blob' ? fromBlob(pieces) : fromLines(pieces)
