import type { ProblemCode } from '../../kernel/problem_codes.js'
import type { SourceRef } from '../../kernel/source_ref.js'
import { ProblemCollector } from '../problem_collector.js'
import { ByteWindow } from './byte_window.js'
import type { Width } from '../characters/width.js'
import { checkTrailer, readInterchange, type Interchange } from './envelope.js'
import type { Limits } from './limits.js'
import { SegmentCursor } from './segment_cursor.js'
import { SegmentSplitter } from './segment_splitter.js'
import { SegmentRows, SegmentTable } from './segment_table.js'
import { SERVICE_TAGS } from './tags.js'

/** One Message still as segments: UNH to UNT, or what stands between two others without an envelope. */
export interface RawMessage {
  readonly index: number
  readonly table: SegmentTable
  readonly interchange: Interchange | null
  /** No UNH. */
  readonly fragment: boolean
  /** Ended by its UNT. */
  readonly complete: boolean
  /** Too large to be read; `table` holds its first part. */
  readonly overflow: boolean
  readonly problems: ProblemCollector
}

interface OpenMessage {
  readonly from: number
  readonly rows: SegmentRows
  readonly fragment: boolean
  readonly problems: ProblemCollector
  consignments: number
  overflow: boolean
}

/**
 * Groups segments into Messages as bytes arrive. Holds one Message at a time; envelope
 * segments are read on the way and their Problems gathered in `problems`.
 */
export class MessageSplitter {
  readonly problems: ProblemCollector
  readonly #window = new ByteWindow()
  readonly #splitter: SegmentSplitter
  readonly #limits: Limits
  readonly #width: Width
  readonly #fallbackCharset: string | undefined
  #open: OpenMessage | null = null
  #interchange: Interchange | null = null
  #messages = 0
  #inInterchange = 0
  #inGroup = 0
  #groupReference: string | null = null
  #envelopes = 0
  #skip: { code: ProblemCode; at: SourceRef; length: number; problems: ProblemCollector } | null = null
  #discarding = false

  constructor(width: Width, limits: Limits, fallbackCharset: string | undefined) {
    this.#width = width
    this.#limits = limits
    this.#fallbackCharset = fallbackCharset
    this.#splitter = new SegmentSplitter(this.#window, limits, width)
    this.problems = new ProblemCollector(limits.problems)
  }

  /** Takes more bytes and gives the Messages that are complete now; a Message is valid until the next is asked for. */
  *push(chunk: Uint8Array): Generator<RawMessage, void> {
    this.#window.append(chunk)
    yield* this.#drain(false)
  }

  /** Says that no more bytes come and gives what is left. */
  *finish(): Generator<RawMessage, void> {
    yield* this.#drain(true)
    yield* this.#close(this.#window.length, false)
    if (this.#interchange) this.problems.add('SYN-TRUNCATED', { at: this.#interchange.at, params: { missing: 'UNZ' } })
    if (this.#messages > 0 && this.#envelopes === 0) this.problems.add('SYN-NO-ENVELOPE')
  }

  *#drain(last: boolean): Generator<RawMessage, void> {
    for (;;) {
      const found = this.#splitter.read(last)
      if (found === 'more' || found === 'end') break
      if (found === 'skipped' || this.#splitter.tag === '')
        this.#skipped(found === 'skipped' ? this.#splitter.reason : 'SYN-SKIPPED')
      else if (this.#splitter.tag === 'UNT' || SERVICE_TAGS.has(this.#splitter.tag)) yield* this.#service()
      else if (!this.#discarding && !this.#body()) yield* this.#overflow()
    }
    if (!this.#open) this.#drop(this.#splitter.next)
    else if (this.#splitter.next - this.#open.from > this.#limits.messageBytes) yield* this.#overflow()
  }

  *#service(): Generator<RawMessage, void> {
    const { tag } = this.#splitter
    this.#flushSkip()
    if (tag === 'UNT') {
      if (this.#open) {
        this.#addRow(this.#open)
        yield* this.#close(this.#splitter.next, true)
      } else if (!this.#discarding) this.#skipped('SYN-SKIPPED')
      this.#discarding = false
      return
    }
    yield* this.#close(this.#splitter.start, false)
    this.#discarding = false
    if (tag === 'UNH') this.#begin(false)
    else this.#envelope(tag)
  }

  /** Takes a segment of a Message; `false` when the Message has become too large. No generator: it is every segment. */
  #body(): boolean {
    this.#flushSkip()
    const open = (this.#open ??= this.#begin(true))
    this.#addRow(open)
    if (this.#splitter.tag === 'CNI') open.consignments += 1
    const { messageBytes, segments, consignments } = this.#limits
    const bytes = this.#splitter.next - open.from
    return bytes <= messageBytes && open.rows.length <= segments && open.consignments <= consignments
  }

  #begin(fragment: boolean): OpenMessage {
    this.#drop(this.#splitter.start)
    const problems = new ProblemCollector(this.#limits.problems)
    const rows = new SegmentRows()
    const open = { from: this.#splitter.start, rows, fragment, problems, consignments: 0, overflow: false }
    this.#open = open
    if (!fragment) this.#addRow(open)
    return open
  }

  #addRow(open: OpenMessage): void {
    const { start, end, line, tag, rejoined, terminated } = this.#splitter
    open.rows.add(start - open.from, end - open.from, this.#window.base + start, line, tag)
    if (!terminated)
      open.problems.add('SYN-TRUNCATED', { at: this.#here(open.rows.length), params: { missing: `${tag}'` } })
    if (rejoined) open.problems.add('SYN-UNESCAPED', { at: this.#here(open.rows.length) })
  }

  *#overflow(): Generator<RawMessage, void> {
    if (!this.#open) return
    this.#open.overflow = true
    this.#open.problems.add('SYN-LIMIT', { at: this.#here(1), severity: 'fatal' })
    yield* this.#close(this.#splitter.next, false)
    this.#discarding = true
  }

  *#close(to: number, complete: boolean): Generator<RawMessage, void> {
    this.#flushSkip()
    const open = this.#open
    if (!open) return
    this.#open = null
    const table = this.#table(open.from, to, open.rows, this.#messages)
    if (!complete && !open.fragment && !open.overflow) {
      open.problems.add('SYN-TRUNCATED', { at: refOfLast(table), params: { missing: 'UNT' } })
    }
    const index = this.#messages++
    this.#inInterchange += 1
    this.#inGroup += 1
    const { fragment, problems, overflow } = open
    yield { index, table, interchange: this.#interchange, fragment, complete, overflow, problems }
    this.#drop(to)
  }

  #envelope(tag: string): void {
    const { start, end, line, next } = this.#splitter
    const rows = new SegmentRows()
    rows.add(0, end - start, this.#window.base + start, line, tag)
    const cursor = new SegmentCursor(this.#table(start, next, rows, this.#messages), () => {})
    cursor.load(0)
    if (tag === 'UNB') {
      this.#envelopes += 1
      if (this.#interchange)
        this.problems.add('SYN-TRUNCATED', { at: this.#interchange.at, params: { missing: 'UNZ' } })
      this.#interchange = readInterchange(cursor, this.problems)
      this.#inInterchange = this.#inGroup = 0
    } else if (tag === 'UNG') {
      this.#groupReference = cursor.text(5) || null
      this.#inGroup = 0
    } else if (tag === 'UNE') checkTrailer(cursor, this.#inGroup, this.#groupReference, this.problems)
    else if (tag === 'UNZ') this.#endInterchange(cursor)
    this.#drop(next)
  }

  /** The trailer counts groups where there are groups, and senders count messages all the same. */
  #endInterchange(cursor: SegmentCursor): void {
    const counted = this.#groupReference === null ? this.#inInterchange : Number(cursor.text(1))
    checkTrailer(cursor, counted, this.#interchange?.controlReference ?? null, this.problems)
    this.#interchange = null
    this.#groupReference = null
    this.#inInterchange = 0
  }

  #table(from: number, to: number, rows: SegmentRows, message: number): SegmentTable {
    return new SegmentTable({
      message,
      bytes: this.#window.bytes.subarray(from, to),
      width: this.#width,
      separators: this.#splitter.separators,
      declared: this.#interchange?.syntax ?? null,
      fallbackCharset: this.#fallbackCharset,
      rows,
    })
  }

  /** Bytes that are no segment: one Problem for neighbours, told where the Message is open or for the file. */
  #skipped(code: ProblemCode): void {
    const at = this.#here(this.#open ? this.#open.rows.length + 1 : 0)
    const same =
      this.#skip && this.#skip.code === code && this.#skip.problems === (this.#open?.problems ?? this.problems)
    if (this.#skip && same) this.#skip.length = at.offset + at.length - this.#skip.at.offset
    else {
      this.#flushSkip()
      this.#skip = { code, at, length: at.length, problems: this.#open?.problems ?? this.problems }
    }
    if (this.#open) this.#splitter.forget()
    else this.#drop(this.#splitter.next)
  }

  #flushSkip(): void {
    if (!this.#skip) return
    const { code, at, length, problems } = this.#skip
    problems.add(code, { at: { ...at, length }, params: { bytes: length } })
    this.#skip = null
  }

  #here(segment: number): SourceRef {
    const { start, next, line, tag } = this.#splitter
    return { message: this.#messages, segment, tag, line, offset: this.#window.base + start, length: next - start }
  }

  #drop(count: number): void {
    if (count <= 0) return
    this.#splitter.beforeDrop(count)
    this.#window.drop(count)
  }
}

const refOfLast = ({ rows, message }: SegmentTable): SourceRef => {
  const at = rows.length - 1
  const length = (rows.ends[at] ?? 0) - (rows.starts[at] ?? 0)
  return {
    message,
    segment: rows.length,
    tag: rows.tags[at] ?? '',
    line: rows.lines[at] ?? 1,
    offset: rows.offsets[at] ?? 0,
    length,
  }
}
