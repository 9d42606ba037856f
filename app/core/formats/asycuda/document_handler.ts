import type { SourceRef } from '../../kernel/source_ref.js'
import type { ReadOptions } from '../family.js'
import type { ReadMessage } from '../format.js'
import { ProblemCollector } from '../problem_collector.js'
import type { TextDecoding } from '../xml/decoding.js'
import type { ElementHandler, Repair, StopReason, UnitPlace } from '../xml/element_reader.js'
import type { XmlLimits } from '../xml/limits.js'
import type { OpenElement } from '../xml/open_element.js'
import type { Vocabulary } from '../xml/vocabulary.js'
import { CONTAINERS, type Group } from './elements.js'
import type { KnownMasters } from './masters.js'
import { GENERIC_VOCABULARY, OpenDocument } from './open_document.js'
import { ASYCUDA_ROOTS, HEADLESS, PACK, type AsycudaRoot } from './roots.js'
import { Scope } from './scope.js'

export interface HandlerSource {
  readonly options: ReadOptions
  readonly limits: XmlLimits
  readonly decoding: TextDecoding
  readonly declared: string | null
  /** Bytes of one unit. */
  readonly stride: number
}

/** Attached files: megabytes that say nothing about cargo here. The raw bytes keep them. */
const ATTACHED: ReadonlySet<string> = new Set(['base64', 'content'])
/** One byte a character, with white space around it: behind the declaration, or before it twice. */
const BYTE_ORDER_MARK = /^\s*\u00ef\u00bb\u00bf\s*$/

/** Turns elements into documents, one consignment at a time. */
export class DocumentHandler implements ElementHandler, Vocabulary {
  /** Finished, and not handed on yet. */
  readonly messages: ReadMessage[] = []
  /** What concerns no document. */
  readonly problems: ProblemCollector
  readonly #source: HandlerSource
  readonly #masters: KnownMasters = new Map()
  /** Parts that are open, with the element that opened each. */
  #open: { readonly element: OpenElement; readonly scope: Scope }[] = []
  #document: OpenDocument | null = null
  #rootElement: OpenElement | null = null
  #count = 0
  /** Ordinals of the elements of the file: of the first of the open document, and of the last one read. */
  #firstOrdinal = 1
  #lastOrdinal = 0

  constructor(source: HandlerSource) {
    this.#source = source
    this.problems = new ProblemCollector(source.limits.problems)
  }

  canonical(name: string, parent: string): string {
    return this.#vocabulary.canonical(name, parent)
  }
  isLeaf(canonical: string): boolean {
    return this.#vocabulary.isLeaf(canonical)
  }
  isKnown(canonical: string): boolean {
    return this.#vocabulary.isKnown(canonical)
  }
  endsBefore(open: string, next: string): boolean {
    return this.#vocabulary.endsBefore(open, next)
  }

  open(element: OpenElement): void {
    const { canonical } = element
    this.#lastOrdinal = element.ordinal
    const root = ASYCUDA_ROOTS.get(canonical)
    if (root) this.#start(root, element)
    else if (!this.#document) this.#startHeadless(element)
    const part = CONTAINERS.get(canonical) ?? null
    if (!this.#document || part === null || part === 'header') return
    if (part !== 'consignment') {
      const scope = this.#scope()
      if (scope && scope !== this.#document.header) this.#enter(element, scope.open(part as Group, this.#ref(element)))
    } else if (canonical === 'bol_segment') {
      this.#document.endHeader()
      this.#enter(element, new Scope(this.#ref(element)))
    }
  }

  close(element: OpenElement): void {
    const { canonical } = element
    if (element.overflow) this.#collector.add('SYN-LIMIT', { at: this.#ref(element) })
    // Text between the segments belongs to nothing.
    if (element.textFrom >= 0) {
      if (CONTAINERS.has(canonical)) this.#skipped(element)
      else if (!ATTACHED.has(canonical)) this.#leaf(element)
    }
    if (this.#open.at(-1)?.element === element) this.#leave()
    if (element === this.#rootElement) this.#finishDocument(false)
  }

  attribute(name: string, element: OpenElement): void {
    if (/^(?:xmlns|xml|xsi)(?::|$)/i.test(name)) return
    this.#collector.repeat('SYN-UNKNOWN-TAG', { at: this.#ref(element), params: { tag: `@${name}` } }, `@${name}`)
  }

  repaired(what: Repair, at: UnitPlace): void {
    this.#collector.repeat('SYN-XML-REPAIRED', { at: this.#at(at, '', ''), params: { what } }, what)
  }

  outside(wide: string, at: UnitPlace): void {
    const place = this.#at(at, '', '')
    if (BYTE_ORDER_MARK.test(wide)) this.problems.repeat('SYN-BOM', { at: place })
    else this.problems.repeat('SYN-SKIPPED', { at: place, params: { bytes: place.length } })
  }

  /** The declaration names another character set than the bytes are written in. */
  charset(declared: string, used: string): void {
    this.problems.add('SYN-CHARSET', { params: { declared, used } })
  }

  stopped(why: StopReason, at: UnitPlace): void {
    const place = this.#at(at, '', '')
    if (why === 'doctype') this.#collector.add('SYN-DTD', { at: place })
    else this.#collector.add('SYN-LIMIT', { at: place, severity: 'fatal' })
    if (this.#document) this.#finishDocument(true)
  }

  truncated(open: readonly OpenElement[], at: UnitPlace): void {
    const [outermost] = open
    const inside = open.some(({ canonical }) => canonical === 'bol_segment')
    this.#collector.add('SYN-TRUNCATED', {
      at: this.#at(at, '', ''),
      params: { missing: `</${outermost?.name ?? ''}>` },
      ...(inside && this.#document && { consignment: this.#document.consignments }),
    })
  }

  get #vocabulary(): Vocabulary {
    return this.#document?.vocabulary ?? GENERIC_VOCABULARY
  }

  get #collector(): ProblemCollector {
    return this.#document?.problems ?? this.problems
  }

  #start(root: AsycudaRoot, element: OpenElement): void {
    if (this.#document) this.#finishDocument(false)
    const { options, limits } = this.#source
    this.#rootElement = element
    this.#firstOrdinal = element.ordinal
    const index = this.#count++
    const at = this.#ref(element)
    this.#document = new OpenDocument(index, root, at, options, this.#masters, limits.problems)
  }

  /** A file without its beginning starts with a segment: its root is told from that. */
  #startHeadless(element: OpenElement): void {
    const root = ASYCUDA_ROOTS.get(HEADLESS.get(element.canonical) ?? '')
    if (root) {
      this.#start(root, element)
      this.#rootElement = null
      this.#collector.add('SYN-TRUNCATED', { at: this.#ref(element), params: { missing: `<${root.name}>` } })
    } else if (element.canonical !== PACK) {
      const details = { at: this.#ref(element), params: { tag: element.name } }
      this.problems.repeat('SYN-UNKNOWN-TAG', details, element.canonical)
    }
  }

  #enter(element: OpenElement, scope: Scope): void {
    this.#open.push({ element, scope })
  }

  #scope(): Scope | null {
    return this.#open.at(-1)?.scope ?? this.#document?.header ?? null
  }

  #leave(): void {
    const left = this.#open.pop()
    if (left?.element.canonical !== 'bol_segment' || !this.#document) return
    this.#document.endHeader().add(left.scope)
  }

  #skipped(element: OpenElement): void {
    const at = this.#textRef(element)
    this.#collector.add('SYN-SKIPPED', { at, params: { bytes: at.length } })
  }

  #leaf(element: OpenElement): void {
    const scope = this.#scope()
    const at = this.#textRef(element)
    if (!scope) return this.problems.add('SYN-SKIPPED', { at, params: { bytes: at.length } })
    const text = this.#decode(element, at)
    if (text === '') return
    if (!this.#vocabulary.isKnown(element.canonical))
      this.#collector.repeat('SYN-UNKNOWN-TAG', { at, params: { tag: element.name } }, element.canonical)
    scope.add({ key: element.canonical, parent: element.parent, text, at })
  }

  #decode(element: OpenElement, at: SourceRef): string {
    const { decoding, declared } = this.#source
    const { text, bare, mojibake, undeclared } = decoding.decode(element.wide)
    const problems = this.#collector
    if (bare > 0) problems.repeat('SYN-XML-REPAIRED', { at, params: { what: 'ampersand' } }, 'ampersand')
    if (mojibake) problems.repeat('SYN-MOJIBAKE', { at })
    if (undeclared !== null) {
      const params = { declared: declared ?? 'utf-8', used: undeclared }
      problems.repeat('SYN-CHARSET', { at, params }, undeclared)
    }
    return text
  }

  #finishDocument(broken: boolean): void {
    const document = this.#document
    if (!document) return
    this.#document = null
    this.#rootElement = null
    this.#open = []
    this.messages.push(document.finish(this.#lastOrdinal - this.#firstOrdinal + 1, broken))
  }

  /** Ends a document whose root was never there. */
  finish(): void {
    this.#finishDocument(false)
  }

  #ref(element: OpenElement): SourceRef {
    return this.#at(element, element.name, element.path, element.ordinal)
  }

  #textRef({ textFrom: from, textTo: to, textLine: line, name, path, ordinal }: OpenElement): SourceRef {
    return this.#at({ from, to, line }, name, path, ordinal)
  }

  #at({ from, to, line }: UnitPlace, tag: string, path: string, ordinal = this.#lastOrdinal): SourceRef {
    const { stride } = this.#source
    return {
      message: Math.max(this.#count - 1, 0),
      segment: Math.max(ordinal - this.#firstOrdinal + 1, 0),
      tag,
      line,
      offset: from * stride,
      length: (to - from) * stride,
      ...(path && { path }),
    }
  }
}
