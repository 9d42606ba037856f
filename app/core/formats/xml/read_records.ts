import type { Problem } from '../../kernel/problem.js'
import type { SourceRef } from '../../kernel/source_ref.js'
import { chunksOf, type FileSource } from '../family.js'
import { ProblemCollector } from '../problem_collector.js'
import { declaredCharset, TextDecoding } from './decoding.js'
import { ElementReader, type ElementHandler, type Repair, type StopReason, type UnitPlace } from './element_reader.js'
import { XML_LIMITS, type XmlLimits } from './limits.js'
import type { OpenElement } from './open_element.js'
import { UnitText } from './unit_text.js'
import type { Vocabulary } from './vocabulary.js'

/** An element with what stands in it. Names are compared in lower case and without their namespace. */
export interface XmlNode {
  readonly name: string
  /** Its own text; `null` where it is empty. */
  readonly text: string | null
  /** Of its text, else of its start tag. */
  readonly at: SourceRef
  readonly children: readonly XmlNode[]
}

/** One document of a file, read to its end. */
export interface XmlRecord {
  readonly node: XmlNode
  readonly problems: readonly Problem[]
  /** Reading was stopped inside of it: half a document must not pass for one. */
  readonly broken: boolean
  /** Elements. */
  readonly elements: number
}

/** Documents that are held whole are small; a larger one is stopped and told. */
const LIMITS: XmlLimits = { ...XML_LIMITS, documentBytes: 8 * 1024 * 1024, elements: 200_000, problems: 500 }

const plainName = (name: string): string => name.toLowerCase().replace(/^.*:/, '')

const VOCABULARY: Vocabulary = {
  canonical: plainName,
  isLeaf: () => false,
  isKnown: () => true,
  endsBefore: () => false,
}

/** Reads every element of this name, wherever it stands, as a document of its own; returns what concerns none of them. */
export async function* readRecords(
  source: FileSource,
  root: string
): AsyncGenerator<XmlRecord, { charset: string; problems: readonly Problem[] }> {
  const units = new UnitText(source.width)
  const skipped = source.mark?.length ?? 0
  const declared = declaredCharset(new UnitText(source.width).text(source.head.subarray(skipped, skipped + 512)))
  const known = source.mark && source.width === 'bytes' ? 'utf-8' : declared
  const decoding = new TextDecoding(known, undefined, source.width === 'bytes' ? null : source.width)
  const handler = new RecordHandler(plainName(root), decoding, known, units.stride)
  const reader = new ElementReader(handler, VOCABULARY, LIMITS, skipped / units.stride)
  let bytes = 0
  for await (const chunk of chunksOf(source)) {
    reader.push(units.text(chunk.subarray(bytes === 0 ? skipped : 0, Math.max(LIMITS.documentBytes - bytes, 0))))
    bytes += chunk.length
    yield* handler.records.splice(0)
    if (bytes > LIMITS.documentBytes) reader.stop('bytes')
    if (reader.isStopped) break
  }
  reader.finish()
  yield* handler.records.splice(0)
  return { charset: decoding.used, problems: handler.outer.all() }
}

interface Open {
  readonly element: OpenElement
  readonly children: XmlNode[]
}

class RecordHandler implements ElementHandler {
  readonly records: XmlRecord[] = []
  /** What concerns no document. */
  readonly outer = new ProblemCollector(LIMITS.problems)
  #own = new ProblemCollector(LIMITS.problems)
  #open: Open[] = []
  #count = 0
  #first = 1
  #last = 0
  #cut = false

  constructor(
    private readonly root: string,
    private readonly decoding: TextDecoding,
    private readonly declared: string | null,
    private readonly stride: number
  ) {}

  open(element: OpenElement): void {
    this.#last = element.ordinal
    if (this.#open.length === 0) {
      if (element.canonical !== this.root) return
      this.#count += 1
      this.#first = element.ordinal
      this.#own = new ProblemCollector(LIMITS.problems)
      this.#cut = false
    }
    this.#open.push({ element, children: [] })
  }

  close(element: OpenElement): void {
    const top = this.#open.at(-1)
    if (top?.element !== element) {
      if (element.textFrom >= 0) this.outer.add('SYN-SKIPPED', { at: this.#textRef(element) })
      return
    }
    this.#open.pop()
    if (element.overflow) this.#own.add('SYN-LIMIT', { at: this.#ref(element) })
    const text = element.textFrom < 0 ? null : this.#decode(element) || null
    const at = element.textFrom < 0 ? this.#ref(element) : this.#textRef(element)
    const node = { name: element.canonical, text, at, children: top.children }
    const parent = this.#open.at(-1)
    if (parent) parent.children.push(node)
    else this.#finish(node)
  }

  attribute(): void {
    // Documents of forms say nothing in attributes; those of namespaces are everywhere.
  }

  outside(_wide: string, at: UnitPlace): void {
    const place = this.#at(at, '', '')
    this.outer.repeat('SYN-SKIPPED', { at: place, params: { bytes: place.length } })
  }

  repaired(what: Repair, at: UnitPlace): void {
    this.#collector.repeat('SYN-XML-REPAIRED', { at: this.#at(at, '', ''), params: { what } }, what)
  }

  truncated(open: readonly OpenElement[], at: UnitPlace): void {
    this.#cut = true
    const missing = `</${open[0]?.name ?? ''}>`
    this.#collector.add('SYN-TRUNCATED', { at: this.#at(at, '', ''), params: { missing } })
  }

  stopped(why: StopReason, at: UnitPlace): void {
    const place = this.#at(at, '', '')
    if (why === 'doctype') this.#collector.add('SYN-DTD', { at: place })
    else this.#collector.add('SYN-LIMIT', { at: place, severity: 'fatal' })
    const outermost = this.#open[0]
    if (!outermost) return
    this.#cut = true
    const { element, children } = outermost
    this.#open = []
    this.#finish({ name: element.canonical, text: null, at: this.#ref(element), children })
  }

  #finish(node: XmlNode): void {
    this.records.push({
      node,
      problems: this.#own.all(),
      broken: this.#cut,
      elements: this.#last - this.#first + 1,
    })
  }

  get #collector(): ProblemCollector {
    return this.#open.length > 0 ? this.#own : this.outer
  }

  #decode(element: OpenElement): string {
    const at = this.#textRef(element)
    const { text, bare, mojibake, undeclared } = this.decoding.decode(element.wide)
    if (bare > 0) this.#own.repeat('SYN-XML-REPAIRED', { at, params: { what: 'ampersand' } }, 'ampersand')
    if (mojibake) this.#own.repeat('SYN-MOJIBAKE', { at })
    if (undeclared !== null)
      this.#own.repeat(
        'SYN-CHARSET',
        { at, params: { declared: this.declared ?? 'utf-8', used: undeclared } },
        undeclared
      )
    return text
  }

  #ref(element: OpenElement): SourceRef {
    return this.#at(element, element.name, element.path, element.ordinal)
  }

  #textRef({ textFrom: from, textTo: to, textLine: line, name, path, ordinal }: OpenElement): SourceRef {
    return this.#at({ from, to, line }, name, path, ordinal)
  }

  #at({ from, to, line }: UnitPlace, tag: string, path: string, ordinal = this.#last): SourceRef {
    return {
      message: Math.max(this.#count - 1, 0),
      segment: Math.max(ordinal - this.#first + 1, 0),
      tag,
      line,
      offset: from * this.stride,
      length: (to - from) * this.stride,
      ...(path && { path }),
    }
  }
}
