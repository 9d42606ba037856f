import { readManifest } from './asycuda/read_manifest.js'
import { detect, type Detection, type Format } from './detect.js'
import { readInterchange } from './edifact/read_interchange.js'
import { fileSource, HEAD, notUnderstood, type FamilyReader, type FileSource, type ReadOptions } from './family.js'
import type { FileReading, ReadMessage } from './format.js'
import { claimedBy, readClaimed } from './message_format.js'
import { readWorkbook } from './workbook/read_workbook.js'

export { FORMAT_VERSION, type ReadOptions } from './family.js'

/** Who reads what: a further family is one line here and one in `detect.ts`. */
const FAMILIES: Readonly<Record<Format, FamilyReader>> = {
  EDIFACT: readInterchange,
  ASYCUDA: readManifest,
  WORKBOOK: readWorkbook,
}

/**
 * Reads a file, whatever it holds: one Message after the other, then what the file turned out to
 * be. Never throws on bad data and always ends; `format` is `null` when nothing here understands
 * it, which is a reason to keep it for repair and not an error. Holds one Message at a time.
 */
export async function* readFile(
  input: Uint8Array | AsyncIterable<Uint8Array>,
  options: ReadOptions
): AsyncGenerator<ReadMessage, FileReading> {
  const source = await takeHead(input instanceof Uint8Array ? once(input) : input)
  const { format, looksLike } = detectFile(source)
  if (format !== null) return yield* FAMILIES[format](source, options)
  const own = claimedBy(options.formats ?? [], source.head)
  return own === null ? notUnderstood(looksLike) : yield* readClaimed(own, source, options, looksLike)
}

/** Tells what a file is by its first bytes, 4 KB or more. */
export const detectHead = (head: Uint8Array): Detection => detectFile(fileSource(head, once(head)))

const detectFile = (source: FileSource): Detection => detect(source.head.subarray(0, HEAD), headText(source))

const headText = ({ head, mark, width }: FileSource): string =>
  new TextDecoder(width === 'bytes' ? 'latin1' : width, { ignoreBOM: true }).decode(
    head.subarray(mark?.length ?? 0, HEAD)
  )

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void> {
  yield bytes
}

/** The first bytes, enough to tell what they are, and the chunks behind them. */
const takeHead = async (chunks: AsyncIterable<Uint8Array>): Promise<FileSource> => {
  const iterator = chunks[Symbol.asyncIterator]()
  let head: Uint8Array = new Uint8Array(0)
  while (head.length < HEAD) {
    const { done, value } = await iterator.next()
    if (done) break
    head = head.length === 0 ? value : joined(head, value)
  }
  return fileSource(head, { [Symbol.asyncIterator]: () => iterator })
}

const joined = (first: Uint8Array, second: Uint8Array): Uint8Array => {
  const both = new Uint8Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}
