import type { ReferenceData } from '../reference/reference_data.js'
import { problem } from '../kernel/problem_codes.js'
import type { Problem } from '../kernel/problem.js'
import { detect } from './detect.js'
import { byteOrderMark, widthByNuls, type Width } from './edifact/charset.js'
import { LIMITS, type Limits } from './edifact/limits.js'
import { MessageSplitter } from './edifact/message_splitter.js'
import { readMessage } from './edifact/read_message.js'
import type { FileReading, ReadMessage } from './format.js'
import type { FormatProfile } from './profile.js'

export interface ReadOptions {
  /** Profiles of the enabled plugins; the generic one is always there as the last resort. */
  readonly profiles: readonly FormatProfile[]
  readonly reference: ReferenceData
  /** Character set of this channel where the bytes and the envelope do not tell. */
  readonly fallbackCharset?: string
  readonly limits?: Partial<Limits>
}

/** Raised whenever the same bytes could give other Messages under the same profiles. */
export const FORMAT_VERSION = 2
const HEAD = 4096

/**
 * Reads a file, whatever it holds: one Message after the other, then what the file turned out to
 * be. Never throws on bad data and always ends; `format` is `null` when nothing here understands
 * it, which is a reason to keep it for repair and not an error. Holds one Message at a time.
 */
export async function* readFile(
  input: Uint8Array | AsyncIterable<Uint8Array>,
  options: ReadOptions
): AsyncGenerator<ReadMessage, FileReading> {
  const limits = { ...LIMITS, ...options.limits }
  const chunks = input instanceof Uint8Array ? once(input) : input
  const { head, rest } = await takeHead(chunks)
  const start = head.subarray(0, HEAD)
  const mark = byteOrderMark(start)
  const width = mark?.width ?? widthByNuls(start)
  const { format, looksLike } = detect(start, textOf(start.subarray(mark?.length ?? 0), width))
  if (format === null) {
    return {
      format,
      formatVersion: FORMAT_VERSION,
      charset: null,
      problems: [problem('SYN-NOT-UNDERSTOOD', { params: { looksLike } })],
    }
  }

  const splitter = new MessageSplitter(width, limits, options.fallbackCharset)
  let charset: string | null = null
  const read = (raw: Parameters<typeof readMessage>[0]): ReadMessage => {
    if (charset === null || charset === 'ascii') charset = raw.table.charset
    return readMessage(raw, options)
  }
  for (const raw of splitter.push(head)) yield read(raw)
  for await (const chunk of rest) for (const raw of splitter.push(chunk)) yield read(raw)
  for (const raw of splitter.finish()) yield read(raw)
  return {
    format,
    formatVersion: FORMAT_VERSION,
    charset,
    problems: [...headProblems(mark, width), ...splitter.problems.all()],
  }
}

const headProblems = (mark: ReturnType<typeof byteOrderMark>, width: Width): readonly Problem[] => {
  if (width !== 'bytes') return [problem('SYN-UTF16', { params: { charset: width } })]
  return mark ? [problem('SYN-BOM')] : []
}

const textOf = (bytes: Uint8Array, width: Width): string =>
  new TextDecoder(width === 'bytes' ? 'latin1' : width, { ignoreBOM: true }).decode(bytes)

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void> {
  yield bytes
}

/** The first bytes, enough to tell what they are, and the chunks behind them. */
const takeHead = async (
  chunks: AsyncIterable<Uint8Array>
): Promise<{ head: Uint8Array; rest: AsyncIterable<Uint8Array> }> => {
  const iterator = chunks[Symbol.asyncIterator]()
  let head: Uint8Array = new Uint8Array(0)
  while (head.length < HEAD) {
    const { done, value } = await iterator.next()
    if (done) break
    head = head.length === 0 ? value : joined(head, value)
  }
  return { head, rest: { [Symbol.asyncIterator]: () => iterator } }
}

const joined = (first: Uint8Array, second: Uint8Array): Uint8Array => {
  const both = new Uint8Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}
