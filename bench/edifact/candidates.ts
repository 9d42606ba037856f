import { LIMITS } from '#core/formats/edifact/limits'
import { MessageSplitter } from '#core/formats/edifact/message_splitter'
import { SegmentCursor } from '#core/formats/edifact/segment_cursor'
import { Parser } from 'edifact'
import { CARRYING, Extraction, type Fields } from './fields.js'

/** Reads an interchange and hands on the fields of each consignment. */
export interface Candidate {
  readonly name: string
  /** Reads what is escaped as the standard says, so that its results must be the same as ours. */
  readonly exact: boolean
  extract(bytes: Uint8Array, done: (fields: Fields) => void): void
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).latin1Slice()

/** The tokenizer that intake reads with: Messages cut out of the bytes, texts made where a field asks for one. */
const OURS: Candidate = {
  name: 'Landfall, its tokenizer',
  exact: true,
  extract(bytes, done) {
    const splitter = new MessageSplitter('bytes', LIMITS, undefined)
    const take = (messages: ReturnType<typeof splitter.push>) => {
      for (const { table } of messages) {
        const cursor = new SegmentCursor(table, () => {})
        const extraction = new Extraction((element, component) => cursor.text(element, component), done)
        const { tags } = table.rows
        for (let at = 0; at < tags.length; at++) {
          const tag = tags[at] ?? ''
          if (!CARRYING.has(tag)) continue
          cursor.load(at)
          extraction.segment(tag)
        }
      }
    }
    for (let at = 0; at < bytes.length; at += CHUNK) take(splitter.push(bytes.subarray(at, at + CHUNK)))
    take(splitter.finish())
  },
}
/** What a stream from disk or network hands over at once. */
const CHUNK = 256 * 1024

interface Segment {
  readonly tag: string
  readonly elements: string[][]
}

/** The interchange as nested arrays, which are then walked: what a user of such a package has in the end. */
const EDIFACT_ARRAYS: Candidate = {
  name: '`edifact` 1.2.12, arrays',
  exact: true,
  extract(bytes, done) {
    const segments: Segment[] = []
    let elements: string[][] = []
    let components: string[] = []
    const parser = new Parser()
    parser.onopensegment = (tag) => {
      elements = []
      segments.push({ tag, elements })
    }
    parser.onelement = () => {
      components = []
      elements.push(components)
    }
    parser.oncomponent = (data) => void components.push(data)
    parser.onclosesegment = () => {}
    parser.write(latin1(bytes))
    parser.end()
    const extraction = new Extraction((element, component) => elements[element - 1]?.[component - 1] ?? '', done)
    for (const segment of segments) {
      elements = segment.elements
      extraction.segment(segment.tag)
    }
  },
}

/** Its fastest way: nothing made a segment; components go into places that are used again, of the tags that count. */
const EDIFACT_STREAMING: Candidate = {
  name: '`edifact` 1.2.12, streaming',
  exact: true,
  extract(bytes, done) {
    const components: string[] = []
    const firsts: number[] = []
    let tag = ''
    let wanted = false
    const text = (element: number, component: number): string => {
      const at = (firsts[element - 1] ?? Infinity) + component - 1
      return at < (firsts[element] ?? components.length) ? (components[at] ?? '') : ''
    }
    const extraction = new Extraction(text, done)
    const parser = new Parser()
    parser.onopensegment = (opened) => {
      tag = opened
      wanted = CARRYING.has(opened)
      components.length = firsts.length = 0
    }
    parser.onelement = () => {
      if (wanted) firsts.push(components.length)
    }
    parser.oncomponent = (data) => {
      if (wanted) components.push(data)
    }
    parser.onclosesegment = () => {
      if (wanted) extraction.segment(tag)
    }
    parser.write(latin1(bytes))
    parser.end()
  },
}

/** What is written in an afternoon; wrong wherever a sign is escaped. */
const SPLIT: Candidate = {
  name: '`split` on the separators',
  exact: false,
  extract(bytes, done) {
    let segment: string[][] = []
    const extraction = new Extraction((element, component) => segment[element]?.[component - 1] ?? '', done)
    for (const each of latin1(bytes).split("'")) {
      segment = each
        .trim()
        .split('+')
        .map((element) => element.split(':'))
      extraction.segment(segment[0]?.[0] ?? '')
    }
  },
}

/** Ours first, then the one it is judged by. */
export const CANDIDATES: readonly Candidate[] = [OURS, EDIFACT_ARRAYS, EDIFACT_STREAMING, SPLIT]
