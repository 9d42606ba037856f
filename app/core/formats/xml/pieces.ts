import type { XmlLimits } from './limits.js'

/** A run of the document: `wide` is one character a unit, `from` counts units from the start of the bytes. */
export interface Piece {
  readonly kind: 'text' | 'cdata' | 'open' | 'close' | 'doctype' | 'passed'
  readonly wide: string
  readonly from: number
  readonly to: number
  /** Line at `from`, from 1. */
  readonly line: number
  /** Local name of an open or close tag. */
  readonly name: string
  /** A `<` that starts nothing. */
  readonly stray: boolean
}

const OPEN = /<([A-Za-z_:\u0080-\uffff][\w.:\-\u0080-\uffff]*)(?=[\s/>])/y
const CLOSE = /<\/\s*([A-Za-z_:\u0080-\uffff][\w.:\-\u0080-\uffff]*)\s*>/y
const NAME_ALONE = /^[A-Za-z_:\u0080-\uffff][\w.:\-\u0080-\uffff]*$/
/** What a close tag may be at most while its end is not there yet. */
const CLOSE_MOST = 300

const DELIMITED = [
  { opens: '<!--', closes: '-->', kind: 'passed' },
  { opens: '<![CDATA[', closes: ']]>', kind: 'cdata' },
  { opens: '<?', closes: '?>', kind: 'passed' },
] as const

const local = (name: string): string => name.slice(name.lastIndexOf(':') + 1)

/**
 * Cuts a stream of characters into tags and texts, well formed or not. What starts no tag is text:
 * a bare `<` costs one character, never the rest of the document. Nothing is decoded or dropped,
 * so that every piece knows its place in the bytes.
 */
export class PieceReader {
  readonly #limits: XmlLimits
  #buffer = ''
  #at = 0
  /** Units before the buffer. */
  #origin: number
  #line = 1
  #final = false
  /** Up to which unit the end of something delimited was looked for in vain. */
  readonly #noEnd = new Map<string, number>()

  constructor(limits: XmlLimits, origin: number) {
    this.#limits = limits
    this.#origin = origin
  }

  push(wide: string): void {
    this.#origin += this.#at
    this.#buffer = this.#buffer.slice(this.#at) + wide
    this.#at = 0
  }

  /** Nothing comes behind. */
  finish(): void {
    this.#final = true
  }

  get line(): number {
    return this.#line
  }

  get position(): number {
    return this.#origin + this.#at
  }

  /** The next piece; `null` when more is needed, or at the end. */
  read(): Piece | null {
    if (this.#at >= this.#buffer.length) return null
    if (this.#buffer.charCodeAt(this.#at) === 60) return this.#markup()
    const next = this.#buffer.indexOf('<', this.#at)
    return this.#piece('text', next < 0 ? this.#buffer.length : next)
  }

  #markup(): Piece | null {
    for (const { opens, closes, kind } of DELIMITED) {
      const begins = this.#begins(opens)
      if (begins === 'perhaps') return null
      if (begins === 'no') continue
      const end = this.#find(closes, this.#at + opens.length)
      if (end >= 0) return this.#piece(kind, end + closes.length)
      return this.#waits(this.#limits.text + opens.length) ? null : this.#stray()
    }
    // A declaration that is neither comment nor CDATA: a DTD or a part of one.
    if (this.#buffer.startsWith('<!', this.#at)) return this.#piece('doctype', this.#at + '<!'.length)
    if (this.#buffer.startsWith('</', this.#at)) return this.#close()
    return this.#open()
  }

  #begins(sign: string): 'yes' | 'no' | 'perhaps' {
    const seen = this.#buffer.slice(this.#at, this.#at + sign.length)
    if (seen === sign) return 'yes'
    return !this.#final && sign.startsWith(seen) ? 'perhaps' : 'no'
  }

  #close(): Piece | null {
    CLOSE.lastIndex = this.#at
    const name = CLOSE.exec(this.#buffer)?.[1]
    if (name !== undefined && name.length <= this.#limits.name)
      return this.#piece('close', CLOSE.lastIndex, local(name))
    return this.#waits(CLOSE_MOST) && !this.#buffer.slice(this.#at).includes('>') ? null : this.#stray()
  }

  #open(): Piece | null {
    OPEN.lastIndex = this.#at
    const name = OPEN.exec(this.#buffer)?.[1]
    if (name === undefined) {
      const seen = this.#buffer.slice(this.#at + 1, this.#at + 2 + this.#limits.name)
      const mayBeName = seen === '' || NAME_ALONE.test(seen)
      return mayBeName && this.#waits(this.#limits.name) ? null : this.#stray()
    }
    const end = this.#endOfTag(OPEN.lastIndex)
    if (end > 0 && name.length <= this.#limits.name) return this.#piece('open', end, local(name))
    return end === 0 && this.#waits(this.#limits.tag) ? null : this.#stray()
  }

  /** Behind the `>` that ends a tag; 0 when it is not there yet, -1 when another `<` comes before it. */
  #endOfTag(from: number): number {
    let quote = 0
    const most = Math.min(this.#buffer.length, this.#at + this.#limits.tag)
    for (let at = from; at < most; at++) {
      const sign = this.#buffer.charCodeAt(at)
      if (quote !== 0) quote = sign === quote ? 0 : quote
      else if (sign === 34 || sign === 39) quote = sign
      else if (sign === 62) return at + 1
      else if (sign === 60) return -1
    }
    return 0
  }

  /** Whether the end may still come with the next chunk. */
  #waits(most: number): boolean {
    return !this.#final && this.#buffer.length - this.#at <= most
  }

  /** Remembers what is not there, so that many unfinished comments cost one search. */
  #find(sign: string, from: number): number {
    const end = this.#origin + this.#buffer.length
    if (this.#noEnd.get(sign) === end) return -1
    const found = this.#buffer.indexOf(sign, from)
    if (found < 0) this.#noEnd.set(sign, end)
    return found
  }

  #stray(): Piece {
    return this.#piece('text', this.#at + 1, '', true)
  }

  #piece(kind: Piece['kind'], end: number, name = '', stray = false): Piece {
    const wide = this.#buffer.slice(this.#at, end)
    const from = this.#origin + this.#at
    const piece = { kind, wide, from, to: this.#origin + end, line: this.#line, name, stray }
    this.#at = end
    this.#line += lineBreaks(wide)
    return piece
  }
}

/** Line ends of a text. */
export const lineBreaks = (text: string): number => {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
