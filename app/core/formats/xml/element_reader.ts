import { SaxesParser } from 'saxes'
import { openElement, addText, type OpenElement } from './open_element.js'
import type { XmlLimits } from './limits.js'
import { lineBreaks, PieceReader, type Piece } from './pieces.js'
import { escapeReferences } from './references.js'
import type { Vocabulary } from './vocabulary.js'

/** What was put right before parsing. */
export type Repair = 'ampersand' | 'less_than' | 'unclosed' | 'unopened' | 'case' | 'syntax'

/** A place in units; readers turn it into bytes. */
export interface UnitPlace {
  readonly from: number
  readonly to: number
  readonly line: number
}

export type StopReason = 'doctype' | 'depth' | 'elements' | 'attributes' | 'bytes'

export interface ElementHandler {
  open(element: OpenElement): void
  /** `overflow` of the element says that its text was passed over. */
  close(element: OpenElement): void
  /** Text before, behind or between the roots: how it starts, and its place. */
  outside(wide: string, at: UnitPlace): void
  repaired(what: Repair, at: UnitPlace): void
  /** An attribute of the element that was opened last. */
  attribute(name: string, element: OpenElement): void
  /** The bytes end at this place, inside of these elements; they are closed after this. */
  truncated(open: readonly OpenElement[], at: UnitPlace): void
  /** Nothing is read behind this place. */
  stopped(why: StopReason, at: UnitPlace): void
}

/** Documents have some hundred names; a flood of them is not kept. */
const MOST_NAMES = 2_000
/** Enough to tell a byte order mark. */
const OUTSIDE_SHOWN = 16
const CDATA_OPENS = '<![CDATA['.length
const CDATA_CLOSES = ']]>'.length

/**
 * Reads elements out of XML as it is really written: unescaped `&` and `<`, elements that are
 * never closed, end tags of another case. Tags with attributes are read by saxes, one at a time; the
 * place of everything in the original is kept. A DTD ends the reading; no entity is ever expanded.
 */
export class ElementReader {
  readonly #pieces: PieceReader
  readonly #handler: ElementHandler
  readonly #vocabulary: Vocabulary
  readonly #limits: XmlLimits
  #outside: { wide: string; from: number; to: number; readonly line: number } | null = null
  readonly #names = new Map<string, { readonly name: string; readonly step: string }>()
  readonly #stack: OpenElement[] = []
  #elements = 0
  #isStopped = false

  constructor(handler: ElementHandler, vocabulary: Vocabulary, limits: XmlLimits, origin: number) {
    this.#pieces = new PieceReader(limits, origin)
    this.#handler = handler
    this.#vocabulary = vocabulary
    this.#limits = limits
  }

  get isStopped(): boolean {
    return this.#isStopped
  }

  push(wide: string): void {
    this.#pieces.push(wide)
    this.#readPieces()
  }

  /** Ends the document; elements still open are closed, the innermost first. */
  finish(): void {
    this.#pieces.finish()
    this.#readPieces()
    this.#tellOutside()
    if (this.#isStopped || this.#stack.length === 0) return
    const { position, line } = this.#pieces
    this.#handler.truncated(this.#stack, { from: position, to: position, line })
    for (const element of [...this.#stack].reverse()) this.#closeTop(element)
  }

  /** Ends the reading before the bytes do. */
  stop(why: StopReason): void {
    const { position, line } = this.#pieces
    this.#stop(why, { from: position, to: position, line })
  }

  #readPieces(): void {
    for (let piece = this.#pieces.read(); piece && !this.#isStopped; piece = this.#pieces.read()) this.#take(piece)
  }

  #take(piece: Piece): void {
    const top = this.#stack.at(-1)
    if (piece.kind !== 'text') this.#tellOutside()
    if (piece.kind === 'doctype') this.#stop('doctype', piece)
    else if (piece.kind === 'open') this.#open(piece)
    else if (piece.kind === 'close') this.#close(piece)
    else if (piece.kind === 'cdata' && top) {
      const wide = piece.wide.slice(CDATA_OPENS, -CDATA_CLOSES)
      const run = { wide: escapeReferences(wide), from: piece.from + CDATA_OPENS, line: piece.line }
      // Escaping makes the run longer than its bytes: its place is measured on the original.
      addText(top, run, this.#limits.text)
      if (top.textTo >= 0 && wide.trim() !== '') top.textTo = run.from + wide.trimEnd().length
    } else if (piece.kind === 'text') {
      if (top) addText(top, piece, this.#limits.text)
      else this.#addOutside(piece)
      if (top && piece.stray) this.#handler.repaired('less_than', piece)
    }
  }

  /** Text outside of every root, told as a whole however the bytes were cut. */
  #addOutside(piece: Piece): void {
    const first = piece.wide.search(/\S/)
    if (first < 0) return
    const from = piece.from + first
    const to = piece.from + piece.wide.trimEnd().length
    if (this.#outside) {
      this.#outside.to = to
      this.#outside.wide = (this.#outside.wide + piece.wide).slice(0, OUTSIDE_SHOWN)
    } else {
      const line = piece.line + lineBreaks(piece.wide.slice(0, first))
      this.#outside = { wide: piece.wide.slice(first, first + OUTSIDE_SHOWN), from, to, line }
    }
  }

  #tellOutside(): void {
    const outside = this.#outside
    this.#outside = null
    if (outside) this.#handler.outside(outside.wide, outside)
  }

  #open(piece: Piece): void {
    const leaf = this.#stack.at(-1)
    if (leaf && this.#vocabulary.isLeaf(leaf.canonical)) {
      const next = this.#vocabulary.canonical(piece.name, this.#stack.at(-2)?.canonical ?? '')
      if (!this.#vocabulary.isKnown(next) && piece.name.toLowerCase() !== 'null') {
        addText(leaf, piece, this.#limits.text)
        return this.#handler.repaired('less_than', piece)
      }
      if (piece.name.toLowerCase() !== 'null') this.#closeUnclosed(leaf)
    }
    this.#closeEnded(this.#vocabulary.canonical(piece.name, this.#stack.at(-1)?.canonical ?? ''))
    if (this.#stack.length >= this.#limits.depth) return this.#stop('depth', piece)
    if (++this.#elements > this.#limits.elements) return this.#stop('elements', piece)
    const element = this.#elementOf(piece)
    this.#stack.push(element)
    const attributes = this.#attributesOf(piece)
    if (this.#isStopped) return
    this.#handler.open(element)
    for (const name of attributes) this.#handler.attribute(name, element)
    if (piece.wide.endsWith('/>')) this.#closeTop(element)
  }

  /** Closes what cannot hold the element that opens now. */
  #closeEnded(next: string): void {
    const ended = this.#stack.find(({ canonical }) => this.#vocabulary.endsBefore(canonical, next))
    if (ended) this.#closeUnclosed(ended)
  }

  #elementOf(piece: Piece): OpenElement {
    const parent = this.#stack.at(-1)
    const canonical = this.#vocabulary.canonical(piece.name, parent?.canonical ?? '')
    const count = (parent?.children?.get(canonical) ?? 0) + 1
    if (parent) (parent.children ??= new Map()).set(canonical, count)
    const { name, step } = this.#named(piece.name)
    const path = (parent?.path ?? '') + (count > 1 ? `${step}[${count}]` : step)
    const { from, to, line } = piece
    return openElement({
      name,
      canonical,
      parent: parent?.canonical ?? '',
      path,
      ordinal: this.#elements,
      from,
      to,
      line,
    })
  }

  /** One string for all elements of a name, instead of a slice that keeps the bytes around it. */
  #named(name: string): { readonly name: string; readonly step: string } {
    const known = this.#names.get(name)
    if (known) return known
    const named = { name, step: `/${name}` }
    if (this.#names.size < MOST_NAMES) this.#names.set(name, named)
    return named
  }

  #close(piece: Piece): void {
    const wanted = piece.name.toLowerCase()
    const element = this.#stack.findLast((open) => open.name.toLowerCase() === wanted)
    if (!element) return this.#handler.repaired('unopened', piece)
    if (element !== this.#stack.at(-1)) return this.#closeUnclosed(element, true)
    if (element.name !== piece.name) this.#handler.repaired('case', piece)
    this.#closeTop(element)
  }

  /** Closes an element and what is open in it; all but the element itself lacked their end tags. */
  #closeUnclosed(element: OpenElement, hasEnd = false): void {
    for (let top = this.#stack.at(-1); top; top = this.#stack.at(-1)) {
      if (top !== element || !hasEnd) this.#handler.repaired('unclosed', { from: top.from, to: top.to, line: top.line })
      this.#closeTop(top)
      if (top === element) return
    }
  }

  #closeTop(element: OpenElement): void {
    this.#stack.pop()
    this.#handler.close(element)
  }

  /** Names of the attributes of a start tag. A tag without any needs no parser. */
  #attributesOf(piece: Piece): readonly string[] {
    if (!/[\s"'=]/.test(piece.wide)) return []
    const names: string[] = []
    let errors = 0
    const parser = new SaxesParser({ fragment: true, position: false, xmlns: false })
    parser.on('attribute', ({ name }) => names.push(name))
    parser.on('error', () => (errors += 1))
    // The prefix is dropped: namespaces are often declared wrongly or nowhere.
    parser.write(escapeReferences(piece.wide).replace(/^<[^\s/>]+/, `<${piece.name}`))
    if (errors > 0) this.#handler.repaired('syntax', piece)
    if (names.length > this.#limits.attributes) this.#stop('attributes', piece)
    return names
  }

  #stop(why: StopReason, at: UnitPlace): void {
    this.#isStopped = true
    this.#handler.stopped(why, at)
  }
}
